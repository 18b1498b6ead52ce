import { loadPack } from '../../activities/load-pack.ts';
import { userError } from '../../knowledge/locales/both-languages.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** The fictional programme of this year, which renews into that of the next. */
export const thisYear = 'example-2026';
export const nextYear = 'example-2027';
const opensOn = '2026-12-01';

export interface PackPair {
  pack: PolicyPack;
  next: PolicyPack;
  load: (packId: string) => Promise<PolicyPack>;
}

export async function packPair(changes: Partial<PolicyPack> = {}): Promise<PackPair> {
  const example = await loadPack(thisYear);
  const pack: PolicyPack = {
    ...example,
    renewal: { source: 'office', section: '续转', opensOn, nextPack: nextYear },
    ...changes,
  };
  const next: PolicyPack = {
    ...example,
    id: nextYear,
    policyYear: 2027,
    eligibility: { ...example.eligibility, baseYear: 2026, upperUsd: 6_000_000 },
  };
  const load = async (id: string): Promise<PolicyPack> => {
    const found = [pack, next].find((one) => one.id === id);
    if (found === undefined) throw userError((t) => t.pack.load.unknown({ id }));
    return found;
  };
  return { pack, next, load };
}
