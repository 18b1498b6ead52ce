import type { Stores } from '../../activities/ports/store.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import type { Engine } from '../../bot/model.ts';
import { engineOf } from '../../cli/app/latest.ts';
import { openLivePacks } from '../../cli/app/live-packs.ts';
import type { LivePacks } from '../../cli/app/live-packs.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import { createFakeCommands } from './fake-commands.ts';
import { packId } from './fictional-firms.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The bot over what the office publishes, as the program runs it; only the enrollment workflows are stood in for. */
export async function liveEngine(stores: Stores): Promise<{ packs: LivePacks; engine: Engine }> {
  const settings = { mode: 'live' as const, packId, answerPackIds: [] };
  const packs = await openLivePacks({ settings, stores, log: silent });
  let serial = 0;
  const engine = await packs.derive(async ({ pack, others }) =>
    createEngine({
      ...{ answerer: await loadAnswerer(pack, others), pack, otherPacks: others, stores, log: silent },
      commands: createFakeCommands(stores, () => new Date().toISOString()),
      clock: { now: () => new Date() },
      links: () => ({ privateChat: () => null, start: () => null }),
      invitationLink: () => null,
      settings: { mode: 'live' },
      newId: () => `id-${(serial += 1)}`,
      newCode: () => `C0DE${String((serial += 1)).padStart(6, '0')}`,
    }),
  );
  return { packs, engine: engineOf(engine) };
}
