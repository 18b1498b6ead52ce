import { loadPack, readPackFiles } from '../../activities/load-pack.ts';
import { createPublishedPacks } from '../../activities/pack-revisions/published-packs.ts';
import type { PackRevisionStore } from '../../activities/ports/pack-revisions.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { userError } from '../both-languages.ts';
import type { Settings } from '../settings.ts';

export interface ServedPacks {
  /** The office's own. */
  pack: PolicyPack;
  others: PolicyPack[];
}

/**
 * The packs that may answer. Throws `UserError` for one that is unknown, not filled in, marked as not verified, or invented
 * where real firms ask.
 */
export async function loadServedPacks(
  { mode, packId, answerPackIds }: Pick<Settings, 'mode' | 'packId' | 'answerPackIds'>,
  revisions: Revisions | null = null,
): Promise<ServedPacks> {
  const pack = await loadServedPack(packId, mode, revisions);
  const others: PolicyPack[] = [];
  for (const id of answerPackIds) others.push(await loadServedPack(id, mode, revisions));
  return { pack, others };
}

type Revisions = Pick<PackRevisionStore, 'published' | 'content'>;

/** As the office published it; without `revisions`, or before it published anything, as the files say. */
export async function loadServedPack(
  id: string,
  mode: Settings['mode'],
  revisions: Revisions | null = null,
): Promise<PolicyPack> {
  const load = revisions === null ? loadShipped : createPublishedPacks(revisions, loadShipped);
  const pack = await load(id);
  if (mode === 'live' && pack.fictional) throw userError((t) => t.pack.load.fictionalInLive({ id }));
  return pack;
}

async function loadShipped(id: string): Promise<PolicyPack> {
  refuseUnverified(id, await readPackFiles(id));
  return loadPack(id);
}

/** Programmes noted down from public pages say so of themselves; a pack's own schema has no such field. */
export function refuseUnverified(id: string, files: unknown): void {
  const unverified =
    typeof files === 'object' && files !== null && 'verified' in files && files.verified !== true;
  if (unverified) throw userError((t) => t.pack.load.unverified({ id }));
}
