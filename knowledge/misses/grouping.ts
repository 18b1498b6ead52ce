import { askedOf, coreOf, deniesOf, figuresOf, formOf, gistOf, plainOf } from './gist.ts';
import { overlap, setApart } from './overlap.ts';
import type { Alike, Asked, QuestionGroup } from './types.ts';

/** Figures, places and the like that make another question of the same words. */
export type Particulars = (text: string) => string;

type Matter = QuestionGroup['madeOf'];

/** Whether two questions were judged to be of one matter; `open` where one was not recognised or not judged. */
function matters(one: Matter | undefined, other: Matter | undefined): 'same' | 'other' | 'open' {
  const [a, b] = [matterOf(one), matterOf(other)];
  if (a === null || b === null) return 'open';
  return a === b ? 'same' : 'other';
}

const matterOf = (made: Matter | undefined): string | null => {
  if (made === undefined) return null;
  if (made.kind === 'foundUseless') return made.topic;
  return made.subject === 'unknown' || made.subject === 'unstated' ? null : made.subject;
};

/**
 * How near two questions must be. The words come first, since they do not depend on how the language model was trained; its
 * vector only decides among questions whose words are near already, and those that were judged to be of other matters stay apart.
 */
const limits = {
  /** For staff to answer together: a wrong pair is seen by a person. */
  group: { words: 0.4, alike: { same: 0.8, open: 0.9 }, wordsAlone: 0.85 },
  /** For an answer without a person. */
  answer: { words: 0.6, alike: { same: 0.95, open: 0.95 }, wordsAlone: 0.9 },
} as const;

interface Measure {
  purpose: keyof typeof limits;
  alike: Alike;
  particulars?: Particulars;
  /** What was made of the question that is compared. */
  madeOf?: Matter | undefined;
}

/** The one among `candidates` that asks the same as `text`, or null. */
export function sameQuestion<T extends { text: string; madeOf?: Matter }>(
  text: string,
  candidates: readonly T[],
  measure: Measure,
): T | null {
  const form = formOf(text);
  if (form === '') return null;
  const exact = candidates.find((candidate) => formOf(candidate.text) === form);
  if (exact !== undefined) return exact;
  let best: { candidate: T; score: number } | null = null;
  for (const candidate of candidates) {
    const score = nearness(text, candidate, measure);
    if (score !== null && (best === null || score > best.score)) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

/** Null when the two ask something else. */
function nearness(
  text: string,
  candidate: { text: string; madeOf?: Matter },
  { alike, purpose, particulars = () => '', madeOf }: Measure,
): number | null {
  const limit = limits[purpose];
  const [gist, other] = [gistOf(text), gistOf(candidate.text)];
  if (figuresOf(gist) !== figuresOf(other) || deniesOf(gist) !== deniesOf(other)) return null;
  if (askedOf(gist) !== askedOf(other)) return null;
  if (particulars(text) !== particulars(candidate.text)) return null;
  if (gist === other) return 3;
  const [core, otherCore] = [coreOf(gist), coreOf(other)];
  // 怎么申请买方限额, 买方限额怎么申请: nobody has to look at the order for staff's list.
  if (purpose === 'group' && core.length >= 2 && sorted(core) === sorted(otherCore)) return 2;
  if (setApart(core, otherCore)) return null;
  const shared = (overlap(gist, other) + overlap(core, otherCore)) / 2;
  const matter = matters(madeOf, candidate.madeOf);
  if (shared < limit.words || matter === 'other') return null;
  const meaning = alike(plainOf(text), plainOf(candidate.text));
  return shared >= limit.wordsAlone || meaning >= limit.alike[matter] ? (shared + meaning) / 2 : null;
}

const sorted = (core: string): string => Array.from(core).sort().join('');

/** The open group that a question joins, or null. Of another pack the same words are another question. */
export const groupFor = (
  text: string,
  open: readonly Asked[],
  alike: Alike,
  particulars?: Particulars,
  { madeOf, otherPackId = null }: { madeOf?: Matter; otherPackId?: string | null } = {},
): number | null =>
  sameQuestion(
    text,
    open.filter((group) => (group.otherPackId ?? null) === otherPackId),
    {
      ...{ purpose: 'group' as const, alike, madeOf },
      ...(particulars === undefined ? {} : { particulars }),
    },
  )?.id ?? null;
