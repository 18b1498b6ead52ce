import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditStore } from '../../activities/ports/store.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { codeIn, startConsoleServer, wholeFilter } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

let server: ConsoleServer;
let operator: string;
/** Sees Nanjing alone. */
let nanjing: string;
let viewer: string;
const audited: Parameters<AuditStore['record']>[0][] = [];

/** A Wednesday morning in Shanghai: sending time. */
const morning = new Date('2026-11-18T02:00:00.000Z');

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
  server.clock.now = morning;
  operator = (await server.signedIn('operator')).cookie;
  nanjing = (await server.signedIn('operator', ['南京'])).cookie;
  viewer = (await server.signedIn('viewer')).cookie;
  // Odd ones are in Nanjing, even ones in Huai'an; nobody is linked to the last.
  const firms = Array.from({ length: 5 }, (_, i) => fictionalFirm(i + 1));
  await server.stores.firms.upsertFirms(packId, firms, wanted);
  for (const n of [1, 2, 3, 4]) await link(n);
});
afterAll(() => server.dispose());
beforeEach(() => {
  server.clock.now = morning;
  server.commands.unavailable = null;
  audited.length = 0;
});

async function link(n: number): Promise<void> {
  const who = { channel: 'telegram', externalUserId: `u-${n}`, privateChatId: `chat-${n}` };
  const { id } = await server.stores.identities.upsertIdentity(who);
  await server.stores.identities.linkFirm(id, fictionalUscc(n));
}

const wish = {
  ...{ kind: 'reminder', text: null, city: null, officialStatus: null, reportedStep: null },
  ...{ silentForDays: null, invitedForDays: null, notRemindedForDays: null, neverReached: false },
  ...{ officerId: null, unchangedDays: null, reachable: null, search: '', usccs: null },
  ...{ startAt: null, notWithinWorkingDays: 1, perMinute: null, outsideHours: null },
};
const post = async (path: string, body: object, cookie = operator): Promise<Response> =>
  server.call('POST', `/campaigns/${path}`, { headers: { cookie }, body });

interface Preview {
  id: string;
  chosen: number | null;
  audience: string;
  total: number;
  toWrite: number;
  exclusions: { reason: { zh: string }; count: number }[];
  samples: { heading: { zh: string }; paragraphs: string[]; buttons: string[][] }[];
  beginning: { zh: string }[];
  lines: { zh: string }[];
}
const preview = async (part: object = {}, cookie = operator): Promise<Preview> => {
  const response = await post('preview', { ...wish, ...part }, cookie);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Preview;
};
const start = async ({ id, audience }: Pick<Preview, 'id' | 'audience'>, cookie = operator) =>
  post('start', { id, audience }, cookie);
const refused = async (response: Response): Promise<unknown> => [response.status, await codeIn(response)];

/** Ends a campaign, so that the next test may begin one like it. */
async function finish(id: string, startedBefore = true): Promise<void> {
  if (startedBefore) await server.stores.campaigns.markStarted(id);
  await server.stores.campaigns.setState(id, 'finished');
}

describe('the preview', () => {
  it('counts, names reasons, and shows what is read, with its buttons', async () => {
    const seen = await preview();
    expect(seen).toMatchObject({ total: 5, toWrite: 4, recipients: 4, beginning: [] });
    expect(seen.exclusions).toMatchObject([{ reason: { zh: '没有关联联系人' }, count: 1 }]);
    expect(seen.samples[0]?.paragraphs.join('')).toContain('虚构进出口');
    expect(seen.samples[0]?.buttons.flat()).toContain('报告进度');
    expect(server.commands.campaigns).toEqual([]);
    expect(audited.at(-1)).toMatchObject({ action: 'console.campaign.preview', outcome: 'previewed 4/5' });
  });

  it('shows an account of one city its own firms only, also where it asks for others', async () => {
    expect(await preview({}, nanjing)).toMatchObject({ total: 3, toWrite: 2 });
    expect((await preview({}, nanjing)).lines[0]?.zh).toBe('范围：城市：南京');
    expect(await preview({ city: '南京' }, nanjing)).toMatchObject({ total: 3 });
    expect(await preview({ city: '淮安' }, nanjing)).toMatchObject({ total: 0, toWrite: 0, samples: [] });
  });

  it('is of the selected firms alone, of the account’s cities, and says how many are not among them', async () => {
    const usccs = [3, 2, 1, 77].map(fictionalUscc);
    const seen = await preview({ usccs });
    expect(seen).toMatchObject({ chosen: 4, total: 3, toWrite: 3 });
    expect(seen.lines[0]?.zh).toBe('范围：选定的 4 家企业');
    expect(await preview({ usccs }, nanjing)).toMatchObject({ chosen: 4, total: 2, toWrite: 2 });
    expect(await preview({ usccs: [fictionalUscc(2)] }, nanjing)).toMatchObject({ total: 0, toWrite: 0 });
    expect(await preview({ usccs: [] })).toMatchObject({ chosen: 0, total: 0 });
    const tooMany = Array.from({ length: 501 }, (_, i) => fictionalUscc(i));
    expect(await refused(await post('preview', { ...wish, usccs: tooMany }))).toEqual([400, 'badRequest']);
  });

  it('means whom the list of firms shows with the same conditions', async () => {
    const found = async (part: object): Promise<number> => {
      const body = { packId, ...wholeFilter, page: 1, pageSize: 100, ...part };
      const headers = { cookie: operator };
      const response = await server.call('POST', '/firms/search', { headers, body });
      return ((await response.json()) as { total: number }).total;
    };
    const { staffId } = await server.signedIn('operator');
    await server.stores.contacts.assignOfficer(fictionalUscc(4), staffId);
    for (const part of [
      ...[{ officerId: staffId }, { officerId: 'none' }, { unchangedDays: 3 }, { reachable: true }],
      ...[
        { reachable: false, city: '南京' },
        { unchangedDays: 0, reachable: true, officerId: 'none' },
      ],
    ])
      expect([part, (await preview(part)).total]).toEqual([part, await found(part)]);
    const searched = await preview({ search: ' 口 4 号' });
    expect([searched.total, await found({ text: ' 口 4 号' })]).toEqual([1, 1]);
    // What was looked for may be a name.
    expect(JSON.stringify(await server.stores.campaigns.find(searched.id))).not.toContain('口 4');
  });

  it('says what is wrong with words and times', async () => {
    const announce = { kind: 'announcement', text: { zh: '请看 http://example.com', en: '' } };
    const bad = await post('preview', { ...wish, ...announce });
    expect(bad.status).toBe(422);
    expect(await bad.json()).toMatchObject({
      error: { code: 'notPossible', zh: expect.stringContaining('https') as string },
    });
    expect((await post('preview', { ...wish, startAt: '2026-11-17T10:00' })).status).toBe(422);
    expect((await post('preview', { ...wish, startAt: '2026-11-22T10:00' })).status).toBe(422);
    expect(await refused(await post('preview', { ...wish, startAt: 'tomorrow' }))).toEqual([
      400,
      'badRequest',
    ]);
  });

  it('says when sending begins', async () => {
    expect((await preview({ startAt: '2026-11-19T10:00' })).beginning[0]?.zh).toContain('2026-11-19 10:00');
    server.clock.now = new Date('2026-11-17T14:00:00.000Z');
    expect((await preview()).beginning[0]?.zh).toContain('现在不是发送时间');
  });

  it('of an announcement shows both languages as staff wrote them', async () => {
    const text = { zh: '本周五下午维护。', en: 'Down for maintenance on Friday.' };
    const seen = await preview({ kind: 'announcement', text });
    const stored = await server.stores.campaigns.find(seen.id);
    expect(stored?.text).toEqual({ 'zh-CN': text.zh, en: text.en });
    expect(seen.samples[0]?.paragraphs.join('')).toContain(text.zh);
  });
});

describe('the start', () => {
  it('happens once, however often it is asked for', async () => {
    const seen = await preview();
    const answers = await Promise.all([start(seen), start(seen), start(seen)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(server.commands.campaigns)).toEqual(new Set([seen.id]));
    expect(await server.stores.campaigns.find(seen.id)).toMatchObject({ state: 'running' });
    expect(audited.map(({ action }) => action)).toContain('console.campaign.start');
    await finish(seen.id);
    expect(await refused(await start(seen))).toEqual([409, 'campaignDecided']);
  });

  it('happens once for the same selected firms, in whichever order they were ticked', async () => {
    const [one, other] = [[1, 2].map(fictionalUscc), [2, 1].map(fictionalUscc)];
    const [first, second] = [await preview({ usccs: one }), await preview({ usccs: other })];
    expect((await start(first)).status).toBe(200);
    expect(await refused(await start(second))).toEqual([409, 'campaignRepeated']);
    await finish(first.id);
  });

  it('does not happen twice from two tabs', async () => {
    const [first, second] = [await preview({ city: '淮安' }), await preview({ city: '淮安' })];
    const other = await preview({ city: '淮安', perMinute: 60 });
    expect((await start(first)).status).toBe(200);
    expect(await refused(await start(second))).toEqual([409, 'campaignRepeated']);
    await finish(first.id);
    // It is over, but began after the second was looked at.
    expect(await refused(await start(second))).toEqual([409, 'campaignRepeated']);
    expect((await start(other)).status).toBe(200);
    await finish(other.id);
    const anew = await preview({ city: '淮安' });
    expect((await start(anew)).status).toBe(200);
    await finish(anew.id);
  });

  it('tells of an audience that has grown instead of writing to it', async () => {
    const seen = await preview({ notWithinWorkingDays: 2 });
    await link(5);
    const answer = (await (await start(seen)).json()) as { changed: Preview };
    expect(answer.changed).toMatchObject({ id: seen.id, toWrite: 5, exclusions: [] });
    expect(await server.stores.campaigns.find(seen.id)).toMatchObject({ state: 'previewed' });
    expect((await start(answer.changed)).status).toBe(200);
    await finish(seen.id);
  });

  it('is refused for nobody', async () => {
    const seen = await preview({ reportedStep: 'sealed' });
    expect(await refused(await start(seen))).toEqual([409, 'campaignForNobody']);
  });

  it('may be tried again when the engine was away', async () => {
    const seen = await preview({ notWithinWorkingDays: 3 });
    server.commands.unavailable = 'unreachable';
    expect(await refused(await start(seen))).toEqual([503, 'engineUnavailable']);
    server.commands.unavailable = null;
    expect((await start(seen)).status).toBe(200);
    await finish(seen.id);
  });

  it('stays begun when nobody knows whether it started, and may be confirmed again', async () => {
    const seen = await preview({ notWithinWorkingDays: 5 });
    server.commands.unavailable = 'noAnswer';
    expect(await refused(await start(seen))).toEqual([504, 'campaignUnsure']);
    server.commands.unavailable = 'unreachable';
    expect(await refused(await start(seen))).toEqual([504, 'campaignUnsure']);
    const response = await server.call('GET', '/campaigns', { headers: { cookie: operator } });
    const { campaigns } = (await response.json()) as { campaigns: { id: string; state: string }[] };
    expect(campaigns.find(({ id }) => id === seen.id)).toMatchObject({ state: 'running' });
    server.commands.unavailable = null;
    expect((await start(seen)).status).toBe(200);
    expect(server.commands.campaigns.filter((id) => id === seen.id)).toHaveLength(1);
    await finish(seen.id);
  });

  it('is only for who has seen the preview, with the cities of now', async () => {
    const seen = await preview();
    expect(await refused(await start(seen, (await server.signedIn('admin')).cookie))).toEqual([
      404,
      'notFound',
    ]);
    const { staffId, cookie } = await server.signedIn('operator');
    const own = await preview({ city: '淮安' }, cookie);
    await server.stores.consoleAccounts.change(staffId, { cities: ['南京'] });
    expect(await refused(await start(own, cookie))).toEqual([404, 'notFound']);
    expect(await refused(await start(seen, viewer))).toEqual([403, 'forbidden']);
  });
});

describe('a campaign that was started', () => {
  let all: string;
  let own: string;
  beforeAll(async () => {
    server.clock.now = morning;
    const [wide, narrow] = [await preview({ notWithinWorkingDays: 4 }), await preview({}, nanjing)];
    [all, own] = [wide.id, narrow.id];
    await start(wide);
    await start(narrow, nanjing);
    const ids = [1, 2, 3, 4, 5].map((n) => enrollmentIdOf(packId, fictionalUscc(n)));
    const { campaigns } = server.stores;
    await campaigns.addTargets(all, ids);
    await campaigns.markStarted(all);
    await campaigns.recordOutcome(all, ids.slice(0, 2), 'sent');
    await campaigns.recordOutcome(all, ids.slice(2, 3), 'skipped:snoozed');
  });

  it('is listed for who sees all its cities, with who began it', async () => {
    const idsFor = async (cookie: string): Promise<string[]> => {
      const response = await server.call('GET', '/campaigns', { headers: { cookie } });
      const { campaigns } = (await response.json()) as { campaigns: { id: string; requestedBy: string }[] };
      expect(campaigns.every(({ requestedBy }) => requestedBy === '测试员')).toBe(true);
      return campaigns.map(({ id }) => id);
    };
    expect(await idsFor(operator)).toEqual(expect.arrayContaining([all, own]));
    expect(await idsFor(viewer)).toEqual(expect.arrayContaining([all, own]));
    expect(await idsFor(nanjing)).toEqual([own]);
  });

  it.each([
    ['read', {}],
    ['recipients', { outcome: null, page: 1, pageSize: 20 }],
    ['export', {}],
    ['steer', { action: 'pause', eventId: 'press-0001' }],
  ])('of other cities is not found: %s', async (path, part) => {
    expect(await refused(await post(path, { id: all, ...part }, nanjing))).toEqual([404, 'notFound']);
  });

  it('tells its progress, and lets only those steer who may send', async () => {
    const read = async (cookie: string) => (await (await post('read', { id: all }, cookie)).json()) as object;
    expect(await read(operator)).toMatchObject({
      ...{ total: 5, done: 3, sent: 2, may: ['pause', 'cancel'] },
      progress: { zh: '正在发送，已处理 3/5 家。' },
      skips: [{ count: 1 }],
    });
    expect(await read(viewer)).toMatchObject({ may: [] });
  });

  it('shows each firm’s outcome, by page and kind', async () => {
    const page = async (part: object) => {
      const body = { id: all, outcome: null, page: 1, pageSize: 2, ...part };
      return (await (await post('recipients', body, viewer)).json()) as {
        total: number;
        recipients: { uscc: string; outcome: { zh: string } }[];
      };
    };
    expect((await page({ page: 2 })).recipients.map(({ uscc }) => uscc)).toEqual([
      fictionalUscc(3),
      fictionalUscc(4),
    ]);
    const skipped = await page({ outcome: 'skipped' });
    expect([skipped.total, skipped.recipients[0]?.outcome.zh]).toEqual([1, '没有发：企业请求暂不提醒']);
    expect((await page({ outcome: 'open' })).total).toBe(2);
  });

  it('is paused, goes on and is stopped, each press once', async () => {
    const press = async (action: string, eventId: string) => post('steer', { id: all, action, eventId });
    expect(await (await press('pause', 'press-0001')).json()).toMatchObject({ state: 'paused' });
    expect(server.commands.steerings.at(-1)?.eventId).toMatch(/^console\/.+\/press-0001$/);
    expect(await refused(await press('pause', 'press-0002'))).toEqual([409, 'campaignCannot']);
    expect(await (await press('resume', 'press-0003')).json()).toMatchObject({ state: 'running' });
    expect(
      await refused(await post('steer', { id: all, action: 'pause', eventId: 'x'.repeat(9) }, viewer)),
    ).toEqual([403, 'forbidden']);
    expect(await (await press('cancel', 'press-0004')).json()).toMatchObject({ state: 'cancelled', may: [] });
    expect(audited.map(({ action, outcome }) => [action, outcome])).toContainEqual([
      'console.campaign.pause',
      'refused',
    ]);
  });

  it('is exported by who may, which is noted', async () => {
    const response = await post('export', { id: all });
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows).toHaveLength(6);
    expect(rows[1]).toEqual(expect.arrayContaining([fictionalUscc(1), 'sent', '已送出']));
    expect(audited.at(-1)).toMatchObject({ action: 'console.campaign.export', detail: '{"rows":5}' });
    expect(await refused(await post('export', { id: all }, viewer))).toEqual([403, 'forbidden']);
  });
});
