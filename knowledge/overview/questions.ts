import { groupBy } from '../group-by.ts';

/** Questions on the policy: answered, handed to a person, and of the answered those found useless by who asked. */
export interface QuestionNumbers {
  answered: number;
  handedOff: number;
  useless: number;
}

export interface QuestionsAsked {
  /** The latest last; days without a question are left out. Dates `YYYY-MM-DD` in China. */
  byDay: ({ date: string } & QuestionNumbers)[];
  /** The most asked first; null: of a city that is not known. */
  byCity: ({ city: string | null } & QuestionNumbers)[];
  total: QuestionNumbers;
}

export function questionsAsked(
  counts: readonly ({ date: string; city: string | null } & QuestionNumbers)[],
): QuestionsAsked {
  const days = groupBy(counts, ({ date }) => date);
  const cities = groupBy(counts, ({ city }) => city);
  return {
    byDay: [...days].map(([date, of]) => ({ date, ...sum(of) })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    byCity: [...cities].map(([city, of]) => ({ city, ...sum(of) })).sort((a, b) => asked(b) - asked(a)),
    total: sum(counts),
  };
}

const asked = ({ answered, handedOff }: QuestionNumbers): number => answered + handedOff;

const sum = (counts: readonly QuestionNumbers[]): QuestionNumbers => ({
  answered: counts.reduce((n, { answered }) => n + answered, 0),
  handedOff: counts.reduce((n, { handedOff }) => n + handedOff, 0),
  useless: counts.reduce((n, { useless }) => n + useless, 0),
});
