import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import type { AuditStore } from '../../activities/ports/store.ts';
import { pinyinInitials } from '../../knowledge/firms/pinyin-initials.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { startConsoleServer, wholeFilter } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

let server: ConsoleServer;
let operator: string;
let viewer: string;
const audited: Parameters<AuditStore['record']>[0][] = [];
const names = [
  '南京甲贸易有限公司',
  '淮安乙工贸有限公司',
  '江苏丙ABC（进出口） 有限公司',
  '丁_百分%有限公司',
];

beforeAll(async () => {
  server = await startConsoleServer({
    prepare: async (stores) => {
      const record = stores.audit.record.bind(stores.audit);
      stores.audit.record = async (entry) => {
        audited.push(entry);
        await record(entry);
      };
    },
  });
  const { firms, identities, contacts, enrollments } = server.stores;
  const people = ['赵一', '钱二', '孙三', null];
  const given = names.map((name, i) =>
    fictionalFirm(i + 1, {
      ...{ name, city: i === 1 ? '淮安' : '南京', listed: i !== 3 },
      ...{ contactName: people[i] ?? null, contactPhone: i === 0 ? '13812345678' : null },
    }),
  );
  await firms.upsertFirms(packId, given, wanted);
  const { id } = await identities.upsertIdentity({
    ...{ channel: 'web', externalUserId: 'w-1', privateChatId: 'w-1' },
  });
  await identities.linkFirm(id, fictionalUscc(2));
  const { staffId } = await identities.addStaff('负责人甲');
  await contacts.assignOfficer(fictionalUscc(1), staffId);
  const id2 = enrollmentIdOf(packId, fictionalUscc(2));
  const snapshot = await enrollments.find(id2);
  if (snapshot === null) throw new Error('not enrolled');
  const at = '2022-03-20T02:00:00.000Z';
  const reported = { ...snapshot, reportedStep: 'sealed' as const, reportedAt: at, version: 1 };
  const event = { type: 'stepReported', step: 'sealed', at } as const;
  await enrollments.saveProjection(reported, [{ seq: 1, at, source: 'firm', actor: id, event }]);
  server.clock.now = new Date('2022-03-25T02:00:00.000Z');
  operator = (await server.signedIn('operator')).cookie;
  viewer = (await server.signedIn('viewer')).cookie;
});
afterAll(() => server.dispose());

const post = async (path: string, body: object, cookie = operator): Promise<Response> =>
  server.call('POST', path, { headers: { cookie }, body });
const search = async (
  part: object,
  cookie = operator,
): Promise<{ total: number; firms: { name: string }[] }> => {
  const body = { packId, ...wholeFilter, page: 1, pageSize: 20, ...part };
  return (await (await post('/firms/search', body, cookie)).json()) as {
    total: number;
    firms: { name: string }[];
  };
};
const found = async (part: object, cookie = operator): Promise<number[]> =>
  (await search(part, cookie)).firms.map(({ name }) => names.indexOf(name) + 1).sort((a, b) => a - b);

describe('looking for firms', () => {
  it.each([
    ['part of the name', '工贸', [2]],
    ['pinyin initials', 'njjmy', [1]],
    ['initials in capitals, with a gap', 'HA YGM', [2]],
    ['initials around Latin letters', 'bABCjck', [3]],
    ['a name as it is written, with its brackets', '丙ABC（进出口） 有限', [3]],
    ['brackets of the other kind, and no gap', '丙abc(进出口)有限', [3]],
    ['part of the code', fictionalUscc(3).slice(8), [3]],
    ['a contact', '钱二', [2]],
    ['a phone number', '2345678', [1]],
    ['signs that a pattern would take for any', '_百分%', [4]],
    ['nothing that there is', '不存在', []],
  ])('finds by %s', async (_what, text, expected) => {
    expect(await found({ text })).toEqual(expected);
  });

  it('finds no contact for somebody who does not see names and numbers', async () => {
    expect(await found({ text: '钱二' }, viewer)).toEqual([]);
    expect(await found({ text: '2345678' }, viewer)).toEqual([]);
    expect(await found({ text: '工贸' }, viewer)).toEqual([2]);
  });

  it.each([
    [{ city: '淮安' }, [2]],
    [{ officialStatus: 'invited' }, [1, 2, 3]],
    [{ reportedStep: 'sealed' }, [2]],
    [{ reportedStep: 'none' }, [1, 3]],
    [{ officerId: 'none' }, [2, 3, 4]],
    [{ unchangedDays: 7 }, [1, 3]],
    [{ reachable: true }, [2]],
    [{ reachable: false, city: '南京' }, [1, 3, 4]],
  ])('filters by %j', async (part, expected) => {
    expect(await found(part)).toEqual(expected);
  });

  it('sorts in the order of the steps, and pages', async () => {
    const order = { order: 'reportedStep', descending: true, pageSize: 3 };
    const [first, second] = [await search(order), await search({ ...order, page: 2 })];
    expect(first.firms[0]?.name).toBe(names[1]);
    expect([first.total, first.firms.length, second.firms.length]).toEqual([4, 3, 1]);
    expect(new Set([...first.firms, ...second.firms].map(({ name }) => name)).size).toBe(4);
  });

  it('leaves a firm out that goes on under another code', async () => {
    const [from, to] = [fictionalUscc(21), fictionalUscc(22)];
    await server.stores.firms.upsertFirms(packId, [fictionalFirm(21, { listed: false })], wanted);
    await server.stores.firmMoves.complete({
      from,
      to,
      at: '2022-03-24T02:00:00.000Z',
      packs: {},
    });
    expect([(await search({ text: from })).total, (await search({ text: to })).total]).toEqual([0, 1]);
  });

  it('fills in initials of firms that were stored before there were any', () => {
    expect(pinyinInitials('重庆示例ABC（集团）2号有限公司')).toBe('cqslabcjt2hyxgs');
  });
});

describe('exporting', () => {
  it('writes what the filter lets through, with contacts, and is noted without what was searched for', async () => {
    const response = await post('/firms/export', { packId, ...wholeFilter, text: '钱二' });
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(
      expect.arrayContaining([names[1], '待企业确认', '制章', '2022-03-20 10:00', '钱二', '是']),
    );
    const noted = audited.at(-1);
    expect(noted).toMatchObject({ action: 'console.exportFirms', target: packId });
    expect(noted?.detail).toContain('"searched":true,"firms":1');
    expect(noted?.detail).not.toContain('钱二');
  });
});

describe('a firm', () => {
  const read = async (n: number, cookie: string) =>
    (await (await post('/firms/read', { packId: null, uscc: fictionalUscc(n) }, cookie)).json()) as Record<
      string,
      unknown
    >;

  it('is shown whole to an operator, which is noted', async () => {
    const firm = await read(2, operator);
    expect(firm).toMatchObject({ name: names[1], masked: false, contactName: '钱二', officer: null });
    expect(firm['timeline']).toEqual([
      expect.objectContaining({ from: { zh: '企业', en: 'Firm' }, at: '2022-03-20T02:00:00.000Z' }),
    ]);
    expect(firm['contacts']).toEqual([
      expect.objectContaining({ channels: [{ name: { zh: '网页对话', en: 'Web chat' }, blocked: false }] }),
    ]);
    expect(JSON.stringify(firm['eligibility'])).toContain('核准名单');
    expect(audited.at(-1)).toMatchObject({
      ...{
        action: 'console.readFirm',
        target: fictionalUscc(2),
        detail: `{"packId":"${packId}","masked":false}`,
      },
    });
  });

  it('is shown to a viewer without whole names and numbers', async () => {
    const firm = await read(1, viewer);
    expect(firm).toMatchObject({
      masked: true,
      contactName: '赵*',
      contactPhone: '*******5678',
      officer: '负责人甲',
    });
  });

  it('that there is none is not found', async () => {
    expect(await read(99, operator)).toMatchObject({ error: { code: 'notFound' } });
  });
});

describe('a contact who reads elsewhere', () => {
  it('can be reached though the chat that was linked is blocked', async () => {
    const { identities, contacts } = server.stores;
    const linked = { channel: 'telegram', externalUserId: 't-3', privateChatId: 't-3' };
    const { id } = await identities.upsertIdentity(linked);
    await identities.linkFirm(id, fictionalUscc(3));
    await identities.markBlocked(id);
    expect(await found({ reachable: true })).toEqual([2]);
    const elsewhere = { channel: 'web', externalUserId: 'w-3', privateChatId: 'w-3' };
    await contacts.joinPerson((await identities.upsertIdentity(elsewhere)).id, id);
    expect(await found({ reachable: true })).toEqual([2, 3]);
  });
});
