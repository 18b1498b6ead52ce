import { normalize } from '../answering/text/normalize.ts';
import type { Alike, Asked } from './types.ts';

/** The text without punctuation and the many ways of typing it. */
export const formOf = (text: string): string => normalize(text).replace(/[^\p{L}\p{N}]+/gu, '');

const pairsOf = (form: string): string[] => {
  const characters = Array.from(form);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
};

/** How much two forms have in common, 0 to 1 (Dice's measure over pairs of characters). */
export function overlap(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  const left2 = new Map<string, number>();
  for (const pair of a) left2.set(pair, (left2.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const rest = left2.get(pair) ?? 0;
    if (rest === 0) continue;
    left2.set(pair, rest - 1);
    shared += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** Figures, places and the like that make another question of the same words. */
export type Particulars = (text: string) => string;

const figuresOf = (form: string): string => (form.match(/\d+/g) ?? []).sort().join();
// 可不可以, 能不能: a question, not a denial.
const withoutChoice = (form: string): string => form.replace(/(.)[不没]\1/gu, '$1');
const deniesOf = (form: string): boolean => /[不没]|无法|cannot|cant|dont/.test(withoutChoice(form));

/** Ways of asking the same, said in one way. */
const sameWays: readonly [RegExp, string][] = [
  [/请问|你好|您好|麻烦|一下|想问|我想|[吗呢啊呀吧了么]$/g, ''],
  [/可以|可否|能否|能够/g, '能'],
  [/多长时间|多少天|几天|多少时间/g, '多久'],
  [/什么时候|哪一?天|何日|几号/g, '何时'],
  [/如何|怎样|咋/g, '怎么'],
  [/买家/g, '买方'],
];
const gistOf = (form: string): string =>
  sameWays.reduce((text, [way, same]) => text.replace(way, same), withoutChoice(form));

/** What is asked of a matter: how, how long, when, how much, who, where, why; nothing of these is yes or no. */
const askedOf = (gist: string): string =>
  (/怎么|多久|何时|多少|谁|哪|为什么|howmuch|howlong|how|when|who|where|why/.exec(gist) ?? [''])[0];

/** Two measures must agree: texts on one matter have like vectors, though they ask different things of it. */
const limits = {
  /** For staff to answer together: a wrong pair is seen by a person. */
  group: { overlap: 0.4, alike: 0.9, overlapAlone: 0.75 },
  /** For an answer without a person. */
  answer: { overlap: 0.6, alike: 0.95, overlapAlone: 0.9 },
} as const;

/** The one among `candidates` that asks the same as `text`, or null. */
export function sameQuestion<T extends { text: string }>(
  text: string,
  candidates: readonly T[],
  measure: { purpose: keyof typeof limits; alike: Alike; particulars?: Particulars },
): T | null {
  const { alike, purpose, particulars = () => '' } = measure;
  const limit = limits[purpose];
  const form = formOf(text);
  if (form === '') return null;
  let best: { candidate: T; score: number } | null = null;
  for (const candidate of candidates) {
    const other = formOf(candidate.text);
    if (other === form) return candidate;
    if (figuresOf(form) !== figuresOf(other) || deniesOf(form) !== deniesOf(other)) continue;
    const [gist, otherGist] = [gistOf(form), gistOf(other)];
    if (askedOf(gist) !== askedOf(otherGist)) continue;
    if (particulars(text) !== particulars(candidate.text)) continue;
    const shared = overlap(gist, otherGist);
    if (shared < limit.overlap) continue;
    const meaning = alike(text, candidate.text);
    if (shared < limit.overlapAlone && meaning < limit.alike) continue;
    const score = shared + meaning;
    if (best === null || score > best.score) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

export const groupFor = (
  text: string,
  open: readonly Asked[],
  alike: Alike,
  particulars?: Particulars,
): number | null =>
  sameQuestion(text, open, {
    purpose: 'group',
    alike,
    ...(particulars === undefined ? {} : { particulars }),
  })?.id ?? null;
