import { expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { createLivePacks } from '../../cli/app/live-packs.ts';
import type { ServedPacks } from '../../cli/app/served-packs.ts';

async function office() {
  const [pack, next] = [await loadPack('jiangsu-2022'), await loadPack('example-2026')];
  const state = { mark: 1, served: pack, fails: false, loads: 0 };
  const errors: string[] = [];
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (m: string) => void errors.push(m) };
  const load = async (): Promise<ServedPacks> => {
    state.loads += 1;
    if (state.fails) throw new Error('not for this version');
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
  Object.assign(state, { mark: 2, fails: true });
  await live.refresh();
  await live.refresh();
  expect([live.pack.id, errors]).toEqual(['jiangsu-2022', ['packs.notTakenUp']]);
  Object.assign(state, { mark: 3, fails: false });
  await live.refresh();
  expect(state.loads).toBe(2);
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
