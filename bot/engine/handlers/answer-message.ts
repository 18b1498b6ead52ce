import type { Answer, Locale } from '../../../knowledge/answering/types.ts';
import { offeredIn } from '../../../knowledge/answering/follow-up-turn.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../../knowledge/message.ts';
import { formatCitation } from '../../../knowledge/packs/render.ts';
import type { TopicId } from '../../../knowledge/topics.ts';
import { followUpsOf } from '../follow-ups.ts';
import type { HandleResult } from '../../model.ts';
import { message, reply, rowsOf, tap } from '../replies.ts';

/** A policy answer as a message: short line, details, where it comes from, and what one may ask next. */
export function answerMessage(answer: Answer, locale: Locale): OutboundMessage {
  const paragraphs = answer.text.split(/\n+/).filter((p) => p.trim() !== '');
  const citation = [...new Set(answer.citations.map((c) => formatCitation(c, locale)))].join('\n');
  return message(
    paragraphs,
    [...ownCheck(answer, locale), ...topicRows(offered(answer), locale, answer)],
    citation === '' ? null : citation,
  );
}

/** After the rule who may join comes the question whether one's own firm may. */
const ownCheck = ({ outcome, topic, otherPack }: Answer, locale: Locale): Button[][] =>
  outcome === 'answer' && topic === 'eligibility' && otherPack !== true
    ? [[tap(textsFor(locale).bot.button.eligibility, { verb: 'eligibility', answer: 'start' })]]
    : [];

/** The reply to a question; what it leaves open goes on to the office. */
export const answered = (text: string, answer: Answer, locale: Locale): HandleResult => ({
  ...reply(answerMessage(answer, locale)),
  asked: { text, answer, locale },
  talkedOf: answer,
});

/** Buttons under an answer ask the pack that it is from. */
export const topicRows = (
  topics: readonly TopicId[],
  locale: Locale,
  under: Pick<Answer, 'pack' | 'otherPack'> = {},
): Button[][] => {
  const pack = packOf(under);
  return rowsOf(
    topics.map((topic) =>
      tap(textsFor(locale).answering.topicLabels[topic], {
        verb: 'topic',
        topic,
        locale,
        ...(pack === undefined ? {} : { pack }),
      }),
    ),
    2,
  );
};

/** What a button or link must say of the pack; nothing where it is the office's own. */
export const packOf = ({ pack, otherPack }: Pick<Answer, 'pack' | 'otherPack'>): string | undefined =>
  otherPack === true ? pack : undefined;

function offered(answer: Answer): readonly TopicId[] {
  switch (answer.outcome) {
    case 'clarify':
      return offeredIn(answer);
    case 'handoff':
      return ['contacts'];
    case 'smalltalk':
      return [];
    case 'answer': {
      const answered = answer.parts.map((p) => p.topic);
      return answer.topic === null ? [] : followUpsOf(answer.topic).filter((t) => !answered.includes(t));
    }
  }
}
