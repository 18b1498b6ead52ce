import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import { codeIn, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { until } from '../support/until.ts';

let server: ConsoleServer;
let operator: string;
/** Sees Nanjing alone. */
let nanjing: string;
let viewer: string;

beforeAll(async () => {
  server = await startConsoleServer();
  operator = (await server.signedIn('operator')).cookie;
  nanjing = (await server.signedIn('operator', ['南京'])).cookie;
  viewer = (await server.signedIn('viewer')).cookie;
  await server.stores.firms.upsertFirms(packId, [fictionalFirm(2, { city: '淮安' })], wanted);
});
afterAll(() => server.dispose());

const header = ['企业名称', '统一社会信用代码', '城市', '2021年出口额（美元）', '在核准名单'];
const row = (n: number, city: string): string[] => [
  `虚构${n}号有限公司`,
  fictionalUscc(n),
  city,
  '1200000',
  '是',
];
const offer = async (rows: string[][], part: object = {}, head = header): Promise<object> => ({
  ...{ fileName: '名单.xlsx', unit: null, listed: null, fields: null },
  content: Buffer.from(await writeSheet('xlsx', { header: head, rows })).toString('base64'),
  ...part,
});
const post = async (path: string, body: object, cookie = operator): Promise<Response> =>
  server.call('POST', `/imports/${path}`, { headers: { cookie }, body });
interface Check {
  problem: { zh: string } | null;
  columns: { header: string; field: string | null }[];
  accepted: number;
  rejected: number;
  known: number;
  issues: { row: number; column: string; severity: string; words: { zh: string; en: string } }[];
}
const check = async (body: object, cookie = operator): Promise<Check> =>
  (await (await post('check', body, cookie)).json()) as Check;
interface Line {
  unchanged: number;
  id: string;
  state: string;
  by: string | null;
  created: number;
}
const history = async (cookie: string): Promise<Line[]> => {
  const response = await server.call('GET', '/imports', { headers: { cookie } });
  return ((await response.json()) as { imports: Line[] }).imports;
};
const apply = async (body: object, cookie = operator, id: string = randomUUID()): Promise<string> => {
  expect((await post('apply', { ...body, id }, cookie)).status).toBe(200);
  await until(async () => (await server.stores.firmImports.find(id))?.state === 'done');
  return id;
};

/** Two that read at the same moment: one is asked to come again. */
const applyWhenFree = async (body: object): Promise<string> => {
  const id = randomUUID();
  await until(async () => (await post('apply', { ...body, id })).status === 200);
  await until(async () => (await server.stores.firmImports.find(id))?.state === 'done');
  return id;
};

describe('checking a list', () => {
  it('names each column, and the row, column and fault of each error, and writes nothing', async () => {
    const bad = [...row(12, '南京')];
    bad[1] = '91320899MA00000010';
    const seen = await check(await offer([row(11, '南京'), bad, row(2, '淮安')]));
    expect(seen).toMatchObject({ problem: null, accepted: 2, rejected: 1, known: 1 });
    expect(seen.columns.map(({ field }) => field)).toEqual(['name', 'uscc', 'city', 'exportValue', 'listed']);
    expect(seen.issues[0]).toMatchObject({ row: 3, severity: 'error' });
    expect(seen.issues[0]?.words.zh).toContain('【统一社会信用代码】');
    expect(seen.issues[0]?.words.en).toContain('fails its check');
    expect(await server.stores.firms.findFirm(fictionalUscc(11))).toBeNull();
  });

  it('takes a column for what somebody says it is', async () => {
    const head = ['抬头', ...header.slice(1)];
    expect((await check(await offer([row(11, '南京')], {}, head))).problem?.zh).toContain('企业名称');
    const fields = ['name', 'uscc', 'city', 'exportValue', 'listed'];
    const seen = await check(await offer([row(11, '南京')], { fields }, head));
    expect(seen).toMatchObject({ problem: null, accepted: 1 });
  });

  it('asks for what neither header nor column says, without words of the command line', async () => {
    const head = [...header.slice(0, 3), '2021年出口额'];
    const rows = [row(11, '南京').slice(0, 4)];
    const unit = await check(await offer(rows, {}, head));
    expect(unit.problem?.zh).toContain('请在下面选');
    const listed = await check(await offer(rows, { unit: 'usd' }, head));
    expect(listed.problem?.zh).not.toContain('--');
    expect(await check(await offer(rows, { unit: 'usd', listed: true }, head))).toMatchObject({
      accepted: 1,
    });
  });

  it('refuses what is no list, and a bomb', async () => {
    const content = Buffer.from('%PDF-1.7').toString('base64');
    expect((await check(await offer([], { fileName: 'a.pdf', content }))).problem?.zh).toContain('.xlsx');
    const large = 'A'.repeat(7_200_000);
    const response = await post('check', { ...(await offer([])), content: large });
    expect([response.status, await codeIn(response)]).toEqual([413, 'tooLarge']);
  });

  it('leaves others’ cities out, also where the row says one’s own', async () => {
    const seen = await check(await offer([row(11, '南京'), row(13, '淮安'), row(2, '南京')]), nanjing);
    expect(seen).toMatchObject({ accepted: 1, rejected: 2 });
    expect(seen.issues.map(({ words }) => words.zh)).toEqual([
      expect.stringContaining('不是您负责的城市'),
      expect.stringContaining('不能由您改'),
    ]);
  });

  it('gives rows with errors back as a sheet', async () => {
    const response = await post('rejected', await offer([row(11, '南京'), row(13, '火星')]));
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.at(-1)).toContain('火星');
  });
});

describe('importing', () => {
  it('writes good rows once, and keeps who, when and what in the history', async () => {
    const body = await offer([row(21, '南京'), row(22, '淮安'), row(23, '火星')]);
    const id = await apply(body);
    await apply(body, operator, id);
    expect(await server.stores.firms.findFirm(fictionalUscc(21))).toMatchObject({ city: '南京' });
    const [line] = await history(operator);
    expect(line).toMatchObject({ id, by: '测试员', state: 'done', created: 2, rejected: 1 });
    expect(line).toMatchObject({
      fileName: '名单.xlsx',
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect((await history(operator)).filter((one) => one.id === id)).toHaveLength(1);
  });

  it('writes for an account of one city its own rows only, and shows it no others’ imports', async () => {
    const id = await apply(await offer([row(31, '南京'), row(32, '淮安')]), nanjing);
    expect(await server.stores.firms.findFirm(fictionalUscc(32))).toBeNull();
    const known = (await history(nanjing)).map((line) => line.id);
    expect(known).toEqual([id]);
    const [other] = (await history(operator)).filter((line) => line.id !== id);
    const response = await post('read', { id: other?.id ?? '' }, nanjing);
    expect([response.status, await codeIn(response)]).toEqual([404, 'notFound']);
  });

  it('of nothing is refused, and of anything for a viewer', async () => {
    const nothing = await post('apply', { ...(await offer([row(41, '火星')])), id: randomUUID() });
    expect([nothing.status, await codeIn(nothing)]).toEqual([422, 'importOfNothing']);
    const viewed = await post('apply', { ...(await offer([row(41, '南京')])), id: randomUUID() }, viewer);
    expect([viewed.status, await codeIn(viewed)]).toEqual([403, 'forbidden']);
  });

  it('of one file from two windows at once writes each firm once', async () => {
    const body = await offer(Array.from({ length: 40 }, (_, i) => row(500 + i, '南京')));
    const ids = await Promise.all([applyWhenFree(body), applyWhenFree(body)]);
    const lines = (await history(operator)).filter(({ id }) => ids.includes(id));
    expect(lines.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
      [0, 40],
      [40, 0],
    ]);
  });

  it('that was cut off says so, and the same file again completes it', async () => {
    const body = await offer([row(601, '南京'), row(602, '南京')]);
    const id = randomUUID();
    const begun = { packId, by: 'cli', fileName: '名单.xlsx', fileHash: '0'.repeat(64), cities: ['南京'] };
    await server.stores.firmImports.begin({ ...begun, id, rowCount: 2, accepted: 2, rejected: 0 });
    const again = await apply(body);
    server.clock.now = new Date(Date.now() + 600_000);
    const lines = await history(operator);
    server.clock.now = new Date();
    expect(lines.find((line) => line.id === id)?.state).toBe('cutOff');
    expect(lines.find((line) => line.id === again)).toMatchObject({ state: 'done', created: 2 });
  });

  it('of 3,000 rows comes to its end, in batches that can be watched', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => row(10_000 + i, i % 2 === 0 ? '南京' : '淮安'));
    const id = await apply(await offer(rows));
    expect((await history(operator)).find((line) => line.id === id)).toMatchObject({ created: 3_000 });
  });
});

describe('undoing an import', () => {
  const undoOf = async (path: string, id: string, cookie = operator) => {
    const response = await post(path, { id }, cookie);
    const answer: unknown = response.ok ? await response.json() : await codeIn(response);
    return { status: response.status, answer };
  };
  const isUndone = async (id: string, count: number) =>
    until(async () => (await server.stores.firmImports.find(id))?.undone === count);

  it('shows firm by firm what is undone and what is left alone, and does just that', async () => {
    const id = await apply(await offer([row(801, '南京'), row(802, '淮安'), row(803, '南京')]));
    const note = { id: 'n'.repeat(20), uscc: fictionalUscc(803), staffId: 'staff-1', text: '来电' };
    await server.stores.firmNotes.add({ ...note, at: new Date().toISOString() });
    const { answer } = await undoOf('undo/preview', id);
    expect(answer).toMatchObject({ toUndo: { remove: 2, takeOff: 0, restore: 0 }, left: [{ count: 1 }] });
    expect((answer as { firms: { uscc: string; undo: string | null }[] }).firms).toMatchObject([
      { uscc: fictionalUscc(803), undo: null, reason: { zh: expect.stringContaining('备注') as string } },
      { uscc: fictionalUscc(801), undo: 'remove', reason: null },
      { uscc: fictionalUscc(802), undo: 'remove', reason: null },
    ]);
    const presses = await Promise.all([undoOf('undo', id), undoOf('undo', id)]);
    expect(presses.map(({ status }) => status)).toEqual([200, 200]);
    await isUndone(id, 2);
    expect(await server.stores.firms.findFirm(fictionalUscc(801))).toBeNull();
    expect(await server.stores.firms.findFirm(fictionalUscc(803))).not.toBeNull();
    // The same list again brings them back.
    await apply(await offer([row(801, '南京')]));
    expect(await server.stores.firms.findFirm(fictionalUscc(801))).not.toBeNull();
    expect(await undoOf('undo', id)).toEqual({ status: 409, answer: 'importNotLast' });
  });

  it('is for those who may import, and leaves other cities’ firms alone', async () => {
    const id = await apply(await offer([row(811, '南京'), row(812, '淮安')]));
    expect((await undoOf('undo', id, viewer)).status).toBe(403);
    // Firms of another city too: an account of one does not see the import.
    expect(await undoOf('undo/preview', id, nanjing)).toEqual({ status: 404, answer: 'notFound' });
    expect(await undoOf('undo', id, nanjing)).toEqual({ status: 404, answer: 'notFound' });
    const own = await apply(await offer([row(813, '南京')]), nanjing);
    expect((await undoOf('undo', own, nanjing)).status).toBe(200);
    await isUndone(own, 1);
    expect(await server.stores.firms.findFirm(fictionalUscc(813))).toBeNull();
  });
});
