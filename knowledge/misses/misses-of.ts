import { notForTheOffice } from '../answering/subjects.ts';
import type { Answer } from '../answering/types.ts';
import type { QuestionGroup } from './types.ts';

export interface MissedPart {
  text: string;
  madeOf: QuestionGroup['madeOf'];
}

/** The parts of a message that were handed over and that the office may answer. */
export function missesOf(text: string, { explain = [], outcome, parts, readAs }: Answer): MissedPart[] {
  // Answered after all, by the office.
  if (outcome === 'answer' && parts.every((part) => part.outcome === 'answer')) return [];
  const handedOver = explain.filter((part) => part.outcome === 'handoff');
  return handedOver.flatMap(({ read, subject }) =>
    subject === null || notForTheOffice.includes(subject)
      ? []
      : [
          {
            // Of one question the asker's own words, of several each as it was read.
            text: explain.length === 1 ? (readAs ?? text) : read,
            madeOf: { kind: 'handedOver' as const, subject },
          },
        ],
  );
}
