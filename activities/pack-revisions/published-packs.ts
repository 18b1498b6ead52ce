import { parsePack } from '../load-pack.ts';
import { createPackCache } from '../pack-cache.ts';
import { userError } from '../../knowledge/locales/both-languages.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { PackRevisionStore } from '../ports/pack-revisions.ts';

/**
 * Loads a pack as it is served: the revision that the office published, or else the program's files. Asks the database which
 * one that is at each call, so that a publication holds at once in every process; a revision is parsed once. Throws
 * `UserError` for one that this version of the program cannot serve.
 */
export function createPublishedPacks(
  revisions: Pick<PackRevisionStore, 'published' | 'content'>,
  loadShipped: (packId: string) => Promise<PolicyPack> = createPackCache(),
): (packId: string) => Promise<PolicyPack> {
  const parsed = new Map<string, { number: number; pack: PolicyPack }>();
  return async (packId) => {
    const number = (await revisions.published(packId))?.number ?? 0;
    if (number === 0) return loadShipped(packId);
    const known = parsed.get(packId);
    if (known?.number === number) return known.pack;
    const pack = usable(packId, number, await revisions.content(packId, number));
    parsed.set(packId, { number, pack });
    return pack;
  };
}

function usable(packId: string, number: number, content: unknown): PolicyPack {
  try {
    return parsePack(packId, content);
  } catch (cause) {
    throw userError((t) => t.packRevisions.unusable({ id: packId, number }), cause);
  }
}
