import type { TopicId } from '../topics.ts';
import { canonical } from './canonical.ts';
import type { FaqEntry, PolicyPack } from './schema.ts';

type FaqPart = 'questions' | 'text' | 'citations';

/** What differs between two packs. Values as the packs hold them: text in both languages, lists, null for unstated. */
export type PackDifference =
  | { code: 'factChanged'; path: string; from: unknown; to: unknown }
  | { code: 'factAdded'; path: string; to: unknown }
  | { code: 'factRemoved'; path: string; from: unknown }
  | { code: 'faqAdded'; topic: TopicId }
  | { code: 'faqRemoved'; topic: TopicId }
  | { code: 'faqChanged'; topic: TopicId; parts: FaqPart[] };

export function diffPacks(from: PolicyPack, to: PolicyPack): PackDifference[] {
  return [...diffFacts(from, to), ...diffFaq(from.faq, to.faq)];
}

function diffFacts(from: PolicyPack, to: PolicyPack): PackDifference[] {
  const before = factsOf(from);
  const after = factsOf(to);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): PackDifference[] => {
    const old = before.has(path) ? before.get(path) : unstatedAbove(path, before);
    const now = after.has(path) ? after.get(path) : unstatedAbove(path, after);
    // A group that one pack leaves unstated is compared field by field.
    if (old === undefined) return isGroupIn(before, path) ? [] : [{ code: 'factAdded', path, to: now }];
    if (now === undefined) return isGroupIn(after, path) ? [] : [{ code: 'factRemoved', path, from: old }];
    return same(old, now) ? [] : [{ code: 'factChanged', path, from: old, to: now }];
  });
}

const isGroupIn = (fields: ReadonlyMap<string, unknown>, path: string): boolean =>
  [...fields.keys()].some((key) => key.startsWith(`${path}.`));

/** Null when the pack does not state the group that the path lies in. */
function unstatedAbove(path: string, fields: ReadonlyMap<string, unknown>): null | undefined {
  const keys = path.split('.');
  const above = keys.slice(1).map((_, i) => keys.slice(0, i + 1).join('.'));
  return above.some((one) => fields.get(one) === null) ? null : undefined;
}

/** Compared apart, or no fact of the programme. */
const notFacts = ['id', 'faq', 'toFill'];

/** Every field by its path. Texts in both languages and lists of plain values are one field each. */
function factsOf(pack: PolicyPack): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const collect = (value: unknown, path: string): void => {
    if (isField(value)) {
      fields.set(path, value);
      return;
    }
    for (const [key, child] of Object.entries(value as object)) collect(child, `${path}.${key}`);
  };
  for (const [key, value] of Object.entries(pack)) if (!notFacts.includes(key)) collect(value, key);
  return fields;
}

/** Not a group, nor a list of groups. */
function isField(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'zh-CN' in value) return true;
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

function diffFaq(from: readonly FaqEntry[], to: readonly FaqEntry[]): PackDifference[] {
  const before = new Map(from.map((entry) => [entry.topic, entry]));
  const after = new Map(to.map((entry) => [entry.topic, entry]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((topic): PackDifference[] => {
    const old = before.get(topic);
    const now = after.get(topic);
    if (old === undefined) return [{ code: 'faqAdded', topic }];
    if (now === undefined) return [{ code: 'faqRemoved', topic }];
    const parts = changedParts(old, now);
    return parts.length === 0 ? [] : [{ code: 'faqChanged', topic, parts }];
  });
}

/** An answer whose words stay while a fact in it changes is not changed itself: the fact is listed. */
function changedParts(old: FaqEntry, now: FaqEntry): FaqPart[] {
  const parts: FaqPart[] = [];
  if (!same([old.short, old.details], [now.short, now.details])) parts.push('text');
  if (!same([old.questions, old.questionsEn], [now.questions, now.questionsEn])) parts.push('questions');
  if (!same(old.cites, now.cites)) parts.push('citations');
  return parts;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
