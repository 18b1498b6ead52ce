import type { LanguageService } from '../../activities/ports/language-service.ts';
import type { Clock } from '../../activities/ports/services.ts';
import { mayAssist, mayReplace, turnOf } from '../../knowledge/answering/assisted.ts';
import { cleanForSending } from '../../knowledge/answering/assisted-clean.ts';
import type { NamesToRemove } from '../../knowledge/answering/assisted-clean.ts';
import { onlyPackOf } from '../../knowledge/answering/follow-up-turn.ts';
import type { Answer, Locale, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import { createRecentTurns } from './recent-turns.ts';

/** A question of policy in a private chat, and what the answerer made of it alone. */
interface Asked {
  identityId: string;
  question: string;
  answer: Answer;
  locale: Locale;
  /** What answered, and judges the question again when it was rewritten. */
  answerer: PolicyAnswerer;
  /** Called only when something is to be sent. */
  namesToRemove: () => Promise<NamesToRemove>;
}

export interface Assisted {
  answer: Answer;
  /** Set when the service had a part in it: the topic that the question was taken for. */
  takenFor: TopicId | null;
  /** What else it might have been. */
  others: readonly TopicId[];
}

/**
 * Answers that a language service may have helped to find. Every word of them is the pack's: the service names a topic
 * that was on offer, or a question that is then judged like any other.
 */
export interface AssistedAnswers {
  improve(asked: Asked): Promise<Assisted>;
}

/** Longer texts are stories, and stories are about somebody. */
const longestSent = 300;

export function createAssistedAnswers(ports: { service: LanguageService; clock: Clock }): AssistedAnswers {
  const recent = createRecentTurns(ports.clock);
  return {
    async improve(asked) {
      const assisted = await improved(ports.service, asked, recent.of(asked.identityId));
      if (assisted.answer.outcome !== 'smalltalk') {
        recent.add(asked.identityId, turnOf(asked.question.slice(0, longestSent), assisted.answer));
      }
      return assisted;
    },
  };
}

async function improved(
  service: LanguageService,
  { question, answer, locale, answerer, namesToRemove }: Asked,
  turns: ReturnType<ReturnType<typeof createRecentTurns>['of']>,
): Promise<Assisted> {
  const alone: Assisted = { answer, takenFor: null, others: [] };
  const task = question.length > longestSent ? null : mayAssist(question, answer, turns);
  if (task === null) return alone;
  const names = await namesToRemove();
  const result = await service.suggest({
    question: cleanForSending(question, names),
    turns: task.turns.map((turn) => ({
      question: cleanForSending(turn.question, names),
      topic: turn.topic,
    })),
    offered: task.offered,
    locale,
  });
  if (!result.ok) return alone;
  const { suggestion } = result;
  if (suggestion.question !== null) {
    const reread = answerer.ask(suggestion.question, locale, onlyPackOf(answer));
    // The question stays the asker's own: the service's words are for nobody to see.
    if (mayReplace(reread)) {
      return { answer: { ...reread, question }, takenFor: reread.topic, others: [] };
    }
  }
  const { topic } = suggestion;
  if (topic === null) return alone;
  const chosen = answerer.answerTopic(topic, locale, answer.pack);
  return {
    answer: { ...chosen, question, confidence: answer.confidence },
    takenFor: topic,
    others: task.offered.filter((id) => id !== topic),
  };
}
