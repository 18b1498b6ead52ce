import { packGroups } from './groups.ts';

/** Fields that are not among the groups which are filled in one by one, and may be edited too. */
const furtherFields = ['policyYear', 'provinceAliases', 'amendments', 'renewal'] as const;

/** What may be edited in forms: all but what makes a pack this one, and its answers, which are edited topic by topic. */
export const editableGroups: readonly string[] = [
  ...packGroups.filter((group) => group !== 'faq'),
  ...furtherFields,
];

export interface PackEdits {
  /** Whole groups of facts by their names. */
  groups: Record<string, unknown>;
  /** Whole answers; each takes the place of the one of its topic. */
  faq: unknown[];
  /** Topics that are to have no answer any more. */
  removed: string[];
}

/** The pack with the edits, as its files would have it; what is not edited stays as it is written. */
export function applyEdits(content: unknown, { groups, faq, removed }: PackEdits): unknown {
  const fields = { ...(content as Record<string, unknown>) };
  for (const [name, value] of Object.entries(groups)) if (editableGroups.includes(name)) fields[name] = value;
  const entries = (Array.isArray(fields['faq']) ? (fields['faq'] as unknown[]) : []).filter(
    (entry) => !removed.includes(topicOf(entry)),
  );
  for (const entry of faq) {
    const at = entries.findIndex((one) => topicOf(one) === topicOf(entry));
    entries.splice(at === -1 ? entries.length : at, at === -1 ? 0 : 1, entry);
  }
  return { ...fields, faq: entries };
}

const topicOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'topic' in entry ? String(entry.topic) : '';
