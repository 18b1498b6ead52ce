import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostOwnViews } from '../../knowledge/console/firm-views.ts';
import { codeIn, startConsoleServer, wholeFilter } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';

let server: ConsoleServer;
beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.dispose());

type Who = Awaited<ReturnType<ConsoleServer['signedIn']>>;
interface Kept {
  id: number;
  version: number;
  name: string;
  shared: boolean;
  mine: boolean;
  mayChange: boolean;
  query: Record<string, unknown>;
}
interface List {
  mayShare: boolean;
  builtIn: { code: string; query: Record<string, unknown> }[];
  kept: Kept[];
}

const query = { packId: null, ...wholeFilter };
const post = async ({ cookie }: Who, path: string, body: object): Promise<Response> =>
  server.call('POST', `/firms/views/${path}`, { headers: { cookie }, body });
const save = async (who: Who, part: object): Promise<number> => {
  const response = await post(who, 'save', { known: null, name: '我的', shared: false, query, ...part });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: number }).id;
};
const refusal = async (who: Who, path: string, part: object): Promise<unknown> => {
  const whole = { known: null, name: '被拒', shared: false, query, ...part };
  return codeIn(await post(who, path, path === 'save' ? whole : part));
};
const listOf = async ({ cookie }: Who): Promise<List> =>
  (await (await server.call('GET', '/firms/views', { headers: { cookie } })).json()) as List;
const see = async (who: Who, id: number): Promise<Kept | undefined> =>
  (await listOf(who)).kept.find((view) => view.id === id);

describe('views of the list of firms', () => {
  it('are kept with all that was asked for, and are for whoever made them', async () => {
    const [one, other] = [await server.signedIn('viewer'), await server.signedIn('admin')];
    const wanted = {
      ...{ packId: 'jiangsu-2022', text: '工贸', city: '淮安', officialStatus: 'invited' },
      ...{ reportedStep: 'none', officerId: 'none', unchangedDays: 14, reachable: false },
      ...{ order: 'changedAt', descending: true },
    };
    const id = await save(one, { name: ' 淮安\n没动的 ', query: wanted });
    expect(await see(one, id)).toMatchObject({ name: '淮安 没动的', query: wanted, mine: true });
    expect(await see(other, id)).toBeUndefined();
    const known = { id, version: 0 };
    expect(await refusal(other, 'save', { known })).toBe('viewChanged');
    expect(await refusal(other, 'remove', known)).toBe('viewChanged');
    expect(await see(one, id)).toBeDefined();
  });

  it('are renamed, written over and removed as they were read, and not otherwise', async () => {
    const who = await server.signedIn('operator');
    const id = await save(who, { name: '旧名' });
    const known = { id, version: 0 };
    await save(who, { known, name: '新名', query: { ...query, city: '南京' } });
    expect(await see(who, id)).toMatchObject({ name: '新名', version: 1, query: { city: '南京' } });
    expect(await refusal(who, 'save', { known })).toBe('viewChanged');
    expect(await refusal(who, 'remove', known)).toBe('viewChanged');
    expect((await post(who, 'remove', { id, version: 1 })).status).toBe(200);
    expect(await see(who, id)).toBeUndefined();
  });

  it('are shared by operators, and changed by their maker and administrators alone', async () => {
    const [maker, colleague, viewer, admin] = [
      await server.signedIn('operator'),
      await server.signedIn('operator'),
      await server.signedIn('viewer'),
      await server.signedIn('admin'),
    ];
    const id = await save(maker, { name: '大家看', shared: true });
    const known = { id, version: 0 };
    for (const who of [colleague, viewer]) {
      expect(await see(who, id)).toMatchObject({ shared: true, mine: false, mayChange: false });
      expect(await refusal(who, 'save', { known, shared: true })).toBe('forbidden');
      expect(await refusal(who, 'remove', known)).toBe('forbidden');
    }
    expect(await refusal(viewer, 'save', { shared: true })).toBe('forbidden');
    // To take it from the office is for its maker.
    expect(await refusal(admin, 'save', { known, shared: false })).toBe('forbidden');
    const local = await server.signedIn('admin', ['南京']);
    expect(await refusal(local, 'save', { known, shared: true })).toBe('forbidden');
    await save(admin, { known, name: '大家都看', shared: true });
    expect(await see(maker, id)).toMatchObject({ name: '大家都看', mayChange: true });
    await save(maker, { known: { id, version: 1 }, name: '又是我的', shared: false });
    expect(await see(admin, id)).toBeUndefined();
    expect((await post(maker, 'remove', { id, version: 2 })).status).toBe(200);
  });

  it('keep what was searched for from the office', async () => {
    const who = await server.signedIn('operator');
    const searching = { ...query, text: '钱二' };
    expect(await refusal(who, 'save', { shared: true, query: searching })).toBe('viewSharesText');
    const id = await save(who, { name: '自己找', query: searching });
    const known = { id, version: 0 };
    expect(await refusal(who, 'save', { known, shared: true, query: searching })).toBe('viewSharesText');
  });

  it('of cities that an account does not see are not told of, nor made', async () => {
    const [all, nanjing] = [await server.signedIn('admin'), await server.signedIn('admin', ['南京'])];
    const inCity = (city: string) => ({ query: { ...query, city }, shared: true });
    const id = await save(all, { name: '淮安的', ...inCity('淮安') });
    expect(await see(nanjing, id)).toBeUndefined();
    expect(await refusal(nanjing, 'remove', { id, version: 0 })).toBe('viewChanged');
    expect(await refusal(nanjing, 'save', { name: '偷看', ...inCity('淮安') })).toBe('notFound');
    expect(await see(nanjing, await save(all, { name: '南京的', ...inCity('南京') }))).toBeDefined();
  });

  it('have a name of their own', async () => {
    const [who, other] = [await server.signedIn('operator'), await server.signedIn('operator')];
    const id = await save(who, { name: '同名' });
    expect(await refusal(who, 'save', { name: '同名' })).toBe('viewTaken');
    expect(await refusal(who, 'save', { name: ' \u200b ' })).toBe('viewNameBad');
    expect(await refusal(who, 'save', { name: '长'.repeat(41) })).toBe('viewNameBad');
    await save(other, { name: '同名' });
    await save(who, { name: '同名', shared: true });
    await save(who, { known: { id, version: 0 }, name: '同名' });
  });

  it('are so many, and no more', async () => {
    const who = await server.signedIn('viewer');
    for (let n = 0; n < mostOwnViews; n += 1) await save(who, { name: `第 ${n} 个` });
    expect(await refusal(who, 'save', {})).toBe('viewsTooMany');
  });

  it('go with whoever made them, but for those of the office', async () => {
    const [who, other] = [await server.signedIn('operator'), await server.signedIn('viewer')];
    await save(who, { name: '走的人的' });
    const id = await save(who, { name: '留下的', shared: true });
    await server.stores.identities.removeStaff(who.staffId);
    expect(await see(other, id)).toMatchObject({ name: '留下的', madeBy: null });
    const left = await server.stores.firmViews.of(who.staffId);
    expect(left.filter(({ holderId }) => holderId !== null)).toEqual([]);
  });

  it('that come with the program are asked for like any other', async () => {
    const who = await server.signedIn('viewer');
    const { builtIn, mayShare } = await listOf(who);
    expect(mayShare).toBe(false);
    expect(builtIn.find(({ code }) => code === 'mine')?.query).toEqual({
      ...query,
      officerId: who.staffId,
    });
    for (const one of builtIn) {
      const body = { ...one.query, packId: 'jiangsu-2022', page: 1, pageSize: 20 };
      const headers = { cookie: who.cookie };
      expect([one.code, (await server.call('POST', '/firms/search', { headers, body })).status]).toEqual([
        one.code,
        200,
      ]);
    }
  });
});
