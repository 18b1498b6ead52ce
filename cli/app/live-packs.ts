import type { Logger } from '../../activities/ports/services.ts';
import type { PackRevisionStore } from '../../activities/ports/pack-revisions.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { Settings } from '../settings.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { loadServedPacks } from './served-packs.ts';
import type { ServedPacks } from './served-packs.ts';
import { repeatedly } from './repeatedly.ts';

/** The packs as they are served now: what the office publishes takes the place of what was. */
export interface LivePacks extends ServedPacks {
  /** What is made of the packs, made anew with them; whoever calls gets the latest. */
  derive<T>(make: (packs: ServedPacks) => Promise<T>): Promise<() => T>;
  /** Looks whether anything was published. Does not throw: what cannot be served leaves what is there. */
  refresh(): Promise<void>;
}

export function createLivePacks(
  first: { packs: ServedPacks; mark: number },
  {
    load,
    revisions,
    log,
  }: {
    load: () => Promise<ServedPacks>;
    revisions: Pick<PackRevisionStore, 'mark'>;
    log: Logger;
  },
): LivePacks {
  let now = first.packs;
  let seen = first.mark;
  const derived = new Set<(packs: ServedPacks) => Promise<() => void>>();
  const look = async (): Promise<void> => {
    const mark = await revisions.mark();
    if (mark === seen) return;
    const before = seen;
    seen = mark;
    const taken = async () => {
      const packs = await load();
      // All at once: an answer is never made of two revisions.
      return { packs, swaps: await Promise.all([...derived].map((make) => make(packs))) };
    };
    const { packs, swaps } = await taken().catch((error: unknown) => {
      // What cannot be served is said once of each publication; a database that was busy is asked again.
      if (!(error instanceof UserError)) seen = before;
      throw error;
    });
    now = packs;
    for (const swap of swaps) swap();
    log.info('packs.published', { mark });
  };
  let looking: Promise<void> = Promise.resolve();
  return {
    get pack() {
      return now.pack;
    },
    get others() {
      return now.others;
    },
    async derive(make) {
      // No look between the first making and the list of what is made anew.
      const first = looking.then(async () => {
        let made = await make(now);
        derived.add(async (packs) => {
          const next = await make(packs);
          return () => {
            made = next;
          };
        });
        return () => made;
      });
      looking = first.then(
        () => undefined,
        () => undefined,
      );
      return first;
    },
    refresh: () =>
      (looking = looking.then(look).catch((error: unknown) => {
        log.error('packs.notTakenUp', { error });
      })),
  };
}

const everyMs = 2_000;

/** Follows what is published in any process. Returns the function that ends it. */
export function followPublications(packs: Pick<LivePacks, 'refresh'>): () => Promise<void> {
  const following = repeatedly(everyMs, () => packs.refresh());
  return () => following.stop();
}

export async function openLivePacks({
  settings,
  stores: { packRevisions: revisions },
  log,
}: {
  settings: Pick<Settings, 'mode' | 'packId' | 'answerPackIds'>;
  stores: Pick<Stores, 'packRevisions'>;
  log: Logger;
}): Promise<LivePacks> {
  const load = (): Promise<ServedPacks> => loadServedPacks(settings, revisions);
  // The mark first: what is published in between is then loaded twice, and never missed.
  const mark = await revisions.mark();
  return createLivePacks({ packs: await load(), mark }, { load, revisions, log });
}
