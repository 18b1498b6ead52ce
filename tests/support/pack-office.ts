import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packsFolder, readPackFiles } from '../../activities/load-pack.ts';
import type { RevisionPorts } from '../../activities/pack-revisions/contents.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

export const officePack = 'jiangsu-2022';

export interface PackOffice {
  ports: RevisionPorts;
  folder: URL;
  /** As a new version of the program ships it. */
  ship(change: (pack: PolicyPack) => void): void;
  shipped(): Promise<PolicyPack>;
}

/** An office with files of its own in `dir`, so that a new version of the program can be played. */
export function packOffice(stores: Stores, dir: string): PackOffice {
  const folder = pathToFileURL(`${dir}/packs/`);
  cpSync(new URL(`${officePack}/`, packsFolder), new URL(`${officePack}/`, folder), { recursive: true });
  const file = new URL(`${officePack}/pack.json`, folder);
  const readShipped = (id: string): Promise<unknown> => readPackFiles(id, folder);
  return {
    ports: {
      ...{ revisions: stores.packRevisions, audit: stores.audit, readShipped },
      clock: { now: () => new Date('2026-03-02T02:00:00.000Z') },
    },
    folder,
    ship(change) {
      const pack = JSON.parse(readFileSync(file, 'utf8')) as PolicyPack;
      change(pack);
      writeFileSync(file, JSON.stringify(pack));
    },
    shipped: async () => (await readShipped(officePack)) as PolicyPack,
  };
}

/** A copy with a change. */
export function changed(pack: PolicyPack, change: (pack: PolicyPack) => void): PolicyPack {
  const copy = structuredClone(pack);
  change(copy);
  return copy;
}
