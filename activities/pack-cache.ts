import { stat } from 'node:fs/promises';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import { loadPack, packsFolder } from './load-pack.ts';

/**
 * `loadPack`, that reads and checks a pack again only once its files have changed: every message is rendered from one. What
 * cannot be loaded is tried again each time.
 */
export function createPackCache(folder = packsFolder): (packId: string) => Promise<PolicyPack> {
  const loaded = new Map<string, { stamp: string; pack: PolicyPack }>();
  return async (packId) => {
    const stamp = await stampOf(packId, folder);
    const known = loaded.get(packId);
    if (known !== undefined && known.stamp === stamp) return known.pack;
    const pack = await loadPack(packId, folder);
    loaded.set(packId, { stamp, pack });
    return pack;
  };
}

async function stampOf(packId: string, folder: URL): Promise<string> {
  const files = ['pack.json', 'faq.json'].map(
    (name) => new URL(`${encodeURIComponent(packId)}/${name}`, folder),
  );
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return stats.map((file) => `${file?.mtimeMs ?? ''}:${file?.size ?? ''}`).join(' ');
}
