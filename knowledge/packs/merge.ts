import { canonical } from './canonical.ts';

export interface Merged {
  content: unknown;
  /** What both sides changed, each in its own way: the office's stays. */
  conflicts: string[];
}

/**
 * What the office changed since `base`, together with what the program's files changed since. Groups are merged field by
 * field and answers topic by topic; a list is taken as a whole.
 */
export function mergePacks(base: unknown, shipped: unknown, own: unknown): Merged {
  const conflicts: string[] = [];
  const merge = (before: unknown, theirs: unknown, ours: unknown, path: string): unknown => {
    if (same(ours, theirs) || same(before, theirs)) return ours;
    if (same(before, ours)) return theirs;
    const [a, b, c] = [before, theirs, ours].map((value) => asFields(value, path));
    if (a == null || b == null || c == null) {
      conflicts.push(path);
      return ours;
    }
    const keys = [...new Set([...c.keys(), ...b.keys()])];
    const fields = keys.map(
      (key) =>
        [key, merge(a.get(key), b.get(key), c.get(key), path === '' ? key : `${path}.${key}`)] as const,
    );
    const kept = fields.filter(([, value]) => value !== undefined);
    return Array.isArray(ours) ? kept.map(([, value]) => value) : Object.fromEntries(kept);
  };
  return { content: merge(base, shipped, own, ''), conflicts };
}

/** Named parts that can be merged one by one: of a group its fields, of the FAQ its topics. */
function asFields(value: unknown, path: string): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    return path === 'faq' ? new Map(entries.map((entry) => [topicOf(entry), entry])) : null;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

const topicOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'topic' in entry ? String(entry.topic) : '';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
