import { expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { createLivePacks } from '../../cli/app/live-packs.ts';
import { UserError } from '../../knowledge/user-error.ts';
import type { ServedPacks } from '../../cli/app/served-packs.ts';

async function office() {
  const [pack, next] = [await loadPack('jiangsu-2022'), await loadPack('example-2026')];
  const state = { mark: 1, served: pack, fails: null as Error | null, loads: 0 };
  const errors: string[] = [];
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (m: string) => void errors.push(m) };
  const load = async (): Promise<ServedPacks> => {
    state.loads += 1;
    if (state.fails !== null) throw state.fails;
    return { pack: state.served, others: [] };
  };
  const revisions = { mark: async () => state.mark };
  const live = createLivePacks({ packs: { pack, others: [] }, mark: 1 }, { load, revisions, log });
  return { live, state, errors, pack, next };
}

it('takes up what was published, and makes anew what was made of it', async () => {
  const { live, state, next } = await office();
  const name = await live.derive(async ({ pack }) => pack.id);
  await live.refresh();
  expect([state.loads, live.pack.id, name()]).toEqual([0, 'jiangsu-2022', 'jiangsu-2022']);
  Object.assign(state, { mark: 2, served: next });
  await live.refresh();
  expect([live.pack.id, name()]).toEqual(['example-2026', 'example-2026']);
  await live.refresh();
  expect(state.loads).toBe(1);
});

it('goes on with what it has where the new one cannot be served, and says so once', async () => {
  const { live, state, errors } = await office();
  Object.assign(state, { mark: 2, fails: new UserError({ zh: '不适合', en: 'does not fit' }) });
  await live.refresh();
  await live.refresh();
  expect([live.pack.id, errors]).toEqual(['jiangsu-2022', ['packs.notTakenUp']]);
  Object.assign(state, { mark: 3, fails: null });
  await live.refresh();
  expect(state.loads).toBe(2);
});

it('looks again where it could not be read just now', async () => {
  const { live, state, next } = await office();
  Object.assign(state, { mark: 2, served: next, fails: new Error('the database is busy') });
  await live.refresh();
  expect(live.pack.id).toBe('jiangsu-2022');
  Object.assign(state, { fails: null });
  await live.refresh();
  expect(live.pack.id).toBe('example-2026');
});

it('swaps nothing where one thing cannot be made of the new pack', async () => {
  const { live, state, next } = await office();
  const name = await live.derive(async ({ pack }) => pack.id);
  await live.derive(async ({ pack }) => {
    if (pack === next) throw new Error('no');
  });
  Object.assign(state, { mark: 2, served: next });
  await live.refresh();
  expect([live.pack.id, name()]).toEqual(['jiangsu-2022', 'jiangsu-2022']);
});
