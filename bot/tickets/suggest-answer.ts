import type { TicketMessage } from '../../activities/ports/tickets.ts';
import type { Answer, Locale } from '../../knowledge/answering/types.ts';
import { officeAnswerTo } from '../../knowledge/misses/office-answers.ts';
import { formatCitation } from '../../knowledge/packs/render.ts';
import { measureOf, officeAnswers } from '../engine/misses/office-answers.ts';
import type { OfficeAnswerPorts } from '../engine/misses/office-answers.ts';
import type { EnginePorts } from '../engine/ports.ts';

/** What staff may answer with, in the asker's language. */
interface Suggestion {
  /** What of the asker's words it answers. */
  question: string;
  text: string;
  /** Where it is from, as the bot says it. */
  sources: string[];
}

export type SuggestAnswer = (
  entries: readonly Pick<TicketMessage, 'kind' | 'author' | 'text'>[],
  locale: Locale,
) => Promise<Suggestion | null>;

/** So many of what was said last may hold the question. */
const latest = 5;

/**
 * What the bot would say to what the asker said last: out of the packs, or as the office answered before. Null where it does not know
 * either, which is why most tickets are there.
 */
export function createSuggestAnswer(ports: OfficeAnswerPorts & Pick<EnginePorts, 'answerer'>): SuggestAnswer {
  const measure = measureOf(ports);
  return async (entries, locale) => {
    const asked = entries
      .filter(({ kind, author, text }) => kind === 'text' && author === 'asker' && text !== '')
      .slice(-latest)
      .reverse();
    for (const { text: question } of asked) {
      const given = ports.answerer.ask(question, locale);
      const answer: Answer | null =
        given.outcome === 'answer'
          ? given
          : officeAnswerTo(question, given, await officeAnswers(ports, given), measure);
      if (answer === null) continue;
      const sources = [...new Set(answer.citations.map((citation) => formatCitation(citation, locale)))];
      return { question, text: answer.text, sources };
    }
    return null;
  };
}
