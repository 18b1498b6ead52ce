import type { PolicyPack } from '../packs/schema.ts';
import { furtherTopicIds } from '../topics.ts';
import type { FurtherTopicId } from '../topics.ts';
import type { Evidence } from './classify.ts';

/** Matters beyond the core topics that this pack's FAQ answers. */
export const heldMatters = (pack: PolicyPack): ReadonlySet<FurtherTopicId> =>
  new Set(furtherTopicIds.filter((id) => pack.faq.some((entry) => entry.topic === id)));

/** What the pack holds is in scope: evidence for such a subject is evidence for the topic of the same name. */
export function inScopeOf(held: ReadonlySet<FurtherTopicId>, evidence: Evidence): Evidence {
  if (held.size === 0) return evidence;
  const topics = [...evidence.topics];
  const subjects = evidence.subjects.filter((entry) => {
    const id = [...held].find((one) => one === entry.id);
    if (id !== undefined) topics.push({ ...entry, id });
    return id === undefined;
  });
  return { ...evidence, topics: topics.sort((a, b) => b.share - a.share), subjects };
}
