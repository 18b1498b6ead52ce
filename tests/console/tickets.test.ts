import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { AuditStore } from '../../activities/ports/store.ts';
import { operations } from '../../server/console/operations.ts';
import type { Operation } from '../../server/console/operation.ts';
import { consoleAskers } from '../support/console-asker.ts';
import type { ConsoleAskers } from '../support/console-asker.ts';
import { codeIn, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

interface Detail {
  destination: string;
  seen: { messageId: number; editedAt: string | null };
  entries: {
    kind: string;
    text: string;
    by: string | null;
    fate: { state: string; reason: unknown } | null;
  }[];
  firms: { name: string; status: { zh: string } | null; eligibility: { verdict: { zh: string } } }[];
  staff: { staffId: string }[];
}
interface Found {
  counts: Record<string, number>;
  tickets: { id: number; unread: number; firms: string[]; first: string; holder: unknown }[];
}

let server: ConsoleServer;
let askers: ConsoleAskers;
let operator: { staffId: string; cookie: string };
let viewer: string;
/** Tickets: of a firm in 淮安, of one in 南京, of nobody known, of somebody in a group. */
let huaian: number;
let nanjing: number;
let unlinked: number;
let grouped: number;
const audited: Parameters<AuditStore['record']>[0][] = [];

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
  const firms = [
    fictionalFirm(1, { name: '淮安乙工贸有限公司', city: '淮安', contactName: '钱二' }),
    fictionalFirm(2, { name: '南京甲贸易有限公司', city: '南京' }),
  ];
  await server.stores.firms.upsertFirms(packId, firms, wanted);
  server.clock.now = new Date('2022-03-02T02:00:00.000Z');
  askers = consoleAskers(server.stores, () => server.clock.now);
  huaian = await askers.asks('h', '我是钱二，电话13812345678，单证页打不开', { uscc: fictionalUscc(1) });
  nanjing = await askers.asks('n', '印章生成不了', { uscc: fictionalUscc(2) });
  unlinked = await askers.asks('u', '赔付比例是多少');
  grouped = await askers.asks('g', '在群里问一句', { group: '-100' });
  operator = await server.signedIn('operator');
  viewer = (await server.signedIn('viewer')).cookie;
});
afterAll(() => server.dispose());

const post = async (path: string, body: object, cookie = operator.cookie): Promise<Response> =>
  server.call('POST', path, { headers: { cookie }, body });
const read = async (id: number, cookie = operator.cookie): Promise<Detail> =>
  (await (await post('/tickets/read', { id }, cookie)).json()) as Detail;
const search = async (part: object = {}, cookie = operator.cookie): Promise<Found> => {
  const body = { box: 'open', city: null, page: 1, pageSize: 20, ...part };
  return (await (await post('/tickets/search', body, cookie)).json()) as Found;
};
let serial = 0;
const key = (): string => `act-${String((serial += 1)).padStart(6, '0')}`;
const replyTo = async (id: number, part: object = {}, cookie = operator.cookie): Promise<Response> => {
  const { seen } = await read(id);
  return post(
    '/tickets/reply',
    { id, key: key(), text: '请换浏览器', seen, destination: 'private', ...part },
    cookie,
  );
};
const found = async (cookie: string, part: object = {}): Promise<number[]> =>
  (await search(part, cookie)).tickets.map(({ id }) => id).sort((a, b) => a - b);

describe('the list of tickets', () => {
  it('counts each box, and says what is new to whom', async () => {
    const own = await server.signedIn('operator');
    const { counts, tickets } = await search({}, own.cookie);
    expect(counts).toEqual({ waiting: 4, open: 4, mine: 0, closed: 0 });
    expect(tickets.map(({ id, unread }) => [id, unread])).toContainEqual([huaian, 2]);
    await read(huaian, own.cookie);
    const after = await search({}, own.cookie);
    expect(after.tickets.find(({ id }) => id === huaian)?.unread).toBe(0);
    // Another one has not read it.
    const other = await server.signedIn('viewer');
    expect((await search({}, other.cookie)).tickets.find(({ id }) => id === huaian)?.unread).toBe(2);
    await askers.says('h', '还是打不开');
    expect((await search({}, own.cookie)).tickets.find(({ id }) => id === huaian)?.unread).toBe(1);
  });

  it('shows an account of one city its own firms’ tickets, and those of whom nobody knows the city', async () => {
    const { cookie } = await server.signedIn('operator', ['淮安']);
    expect(await found(cookie)).toEqual([huaian, unlinked, grouped]);
    expect((await search({}, cookie)).counts['open']).toBe(3);
    expect(await found(operator.cookie, { city: '南京' })).toEqual([nanjing]);
    expect(await found(operator.cookie, { city: 'none' })).toEqual([unlinked, grouped]);
    const refused = await post(
      '/tickets/search',
      { box: 'open', city: '南京', page: 1, pageSize: 20 },
      cookie,
    );
    expect(await codeIn(refused)).toBe('forbidden');
  });

  it('names of an asker’s firms those that the account may see', async () => {
    const both = await askers.asks('both', '两家都问', { uscc: fictionalUscc(1) });
    await server.stores.identities.linkFirm((await askers.identity('both')).id, fictionalUscc(2));
    const { cookie } = await server.signedIn('operator', ['淮安']);
    const line = (await search({}, cookie)).tickets.find(({ id }) => id === both);
    expect(line?.firms).toEqual(['淮安乙工贸有限公司']);
    expect(await read(both, cookie)).toMatchObject({ firms: [{ city: '淮安' }], otherFirms: 1 });
    await post('/tickets/close', { id: both, key: key(), seen: (await read(both)).seen });
    expect(await found(operator.cookie, { box: 'closed' })).toEqual([both]);
  });
});

describe('a ticket', () => {
  it('is read beside its firm, by the same rules as the firm’s page, and that is noted once', async () => {
    const reading = () =>
      audited.filter(
        ({ action, target }) => action === 'console.readTicket' && target === `ticket/${huaian}`,
      );
    const own = await server.signedIn('operator');
    const before = reading().length;
    const detail = await read(huaian, own.cookie);
    expect(detail.firms[0]).toMatchObject({ name: '淮安乙工贸有限公司', status: { zh: '待企业确认' } });
    expect(detail.firms[0]?.eligibility.verdict.zh).not.toBe('');
    expect(detail.entries[1]?.text).toContain('13812345678');
    await read(huaian, own.cookie);
    const noted = reading().slice(before);
    expect(new Set(noted.map(({ once }) => once)).size).toBe(1);
    expect(noted[0]).toMatchObject({ actor: own.staffId, detail: '{"masked":false}' });
  });

  it('is read by a viewer without names and numbers', async () => {
    const said = (await read(huaian, viewer)).entries[1]?.text ?? '';
    expect(said).toContain('单证页打不开');
    expect(said).not.toMatch(/13812345678|钱二/u);
    const { tickets } = await search({}, viewer);
    expect(tickets.find(({ id }) => id === huaian)?.first).toMatch(/单证页打不开/u);
    expect(tickets.find(({ id }) => id === huaian)?.first).not.toMatch(/13812345678|钱二/u);
    expect(audited.at(-1)).toMatchObject({ detail: '{"masked":true}' });
  });

  const ofTicket = Object.entries<Operation>(operations).filter(
    ([, operation]) => operation.ofTicket === true,
  );
  it.each(ofTicket)('of another city is not there: %s', async (_id, { method, path }) => {
    const { cookie, staffId } = await server.signedIn('operator', ['南京']);
    const body = {
      ...{
        id: huaian,
        key: key(),
        text: '不该送到',
        question: '不该留',
        seen: { messageId: 9_999, editedAt: null },
      },
      ...{ destination: 'private', staffId, from: null },
    };
    const before = (await read(huaian)).entries.length;
    const response = await server.call(method, path, { headers: { cookie }, body });
    expect([response.status, await codeIn(response)]).toEqual([404, 'notFound']);
    expect((await read(huaian)).entries).toHaveLength(before);
    const missing = await server.call(method, path, { headers: { cookie }, body: { ...body, id: 999_999 } });
    expect(await codeIn(missing)).toBe('notFound');
  });
});

describe('an answer', () => {
  it('goes to the asker by the way of every answer, and its fate is seen', async () => {
    expect((await replyTo(unlinked, { text: '80%。\n以通知为准。' })).status).toBe(200);
    expect((await read(unlinked)).entries.at(-1)).toMatchObject({
      ...{ kind: 'text', by: '测试员', text: '80%。\n以通知为准。', fate: { state: 'waiting' } },
    });
    await askers.deliver();
    expect(askers.sender.sent.at(-1)).toMatchObject({ chatId: 'chat-u' });
    expect(askers.sender.sent.at(-1)?.message.paragraphs).toEqual(
      expect.arrayContaining(['80%。', '以通知为准。']),
    );
    expect((await read(unlinked)).entries.at(-1)?.fate?.state).toBe('sent');
    expect((await search()).counts['waiting']).toBe(3);
  });

  it('that did not arrive says why, and one that may have says so', async () => {
    askers.sender.failures.push(
      new SendError({ fate: 'notSent', code: 'blocked' }),
      new SendError({ fate: 'ambiguous', code: 'timeout' }),
    );
    await replyTo(huaian, { text: '第一句' });
    await askers.deliver();
    expect((await read(huaian)).entries.at(-1)?.fate).toMatchObject({
      ...{ state: 'failed', reason: { zh: '对方屏蔽了机器人。' } },
    });
    // Nobody is written to who blocked the bot.
    expect(await codeIn(await replyTo(huaian, { text: '第二句' }))).toBe('ticketNowhere');
    await server.stores.identities.upsertIdentity({
      channel: 'telegram',
      externalUserId: 'h',
      privateChatId: 'chat-h',
    });
    await replyTo(huaian, { text: '第三句' });
    await askers.deliver();
    expect((await read(huaian)).entries.at(-1)?.fate?.state).toBe('unknown');
  });

  it('is refused while there is something new, nothing is sent, and the same act twice is one', async () => {
    const { seen } = await read(nanjing);
    await askers.says('n', '已经好了');
    expect(await codeIn(await replyTo(nanjing, { seen }))).toBe('ticketNews');
    expect(await codeIn(await post('/tickets/close', { id: nanjing, key: key(), seen }))).toBe('ticketNews');
    const again = { key: 'the-same-act', text: '好的，有事再说', seen: (await read(nanjing)).seen };
    expect((await replyTo(nanjing, again)).status).toBe(200);
    expect((await replyTo(nanjing, again)).status).toBe(200);
    const said = (await read(nanjing)).entries.filter(({ text }) => text === again.text);
    expect(said).toHaveLength(1);
  });

  it('for a group is given only by whoever was told that it goes there', async () => {
    expect((await read(grouped)).destination).toBe('group');
    expect(await codeIn(await replyTo(grouped))).toBe('ticketElsewhere');
    expect((await replyTo(grouped, { destination: 'group' })).status).toBe(200);
  });

  it.each(['', '  \n '])('needs words: %j', async (text) => {
    expect(await codeIn(await replyTo(nanjing, { text }))).toBe('textMissing');
  });

  it('is not given under a closed ticket, and is once it is open again', async () => {
    const { seen } = await read(nanjing);
    expect((await post('/tickets/close', { id: nanjing, key: key(), seen })).status).toBe(200);
    expect(await codeIn(await replyTo(nanjing))).toBe('ticketClosed');
    expect((await post('/tickets/note', { id: nanjing, key: key(), text: '电话里说好了' })).status).toBe(200);
    expect((await read(nanjing)).entries.at(-1)).toMatchObject({
      kind: 'note',
      text: '电话里说好了',
      fate: null,
    });
    expect((await post('/tickets/reopen', { id: nanjing, key: key() })).status).toBe(200);
    expect(await codeIn(await post('/tickets/reopen', { id: nanjing, key: key() }))).toBe('ticketNotClosed');
    expect((await replyTo(nanjing)).status).toBe(200);
  });
});

describe('who looks after a ticket', () => {
  it('is one person, whom nobody overrides unseen, and who may see it', async () => {
    const other = await server.signedIn('operator', ['南京']);
    const assign = (staffId: string | null, from: string | null) =>
      post('/tickets/assign', { id: huaian, staffId, from });
    expect((await assign(operator.staffId, null)).status).toBe(200);
    expect((await search({ box: 'mine' })).tickets.map(({ id }) => id)).toEqual([huaian]);
    expect(await codeIn(await assign(null, other.staffId))).toBe('ticketHeld');
    expect(await codeIn(await assign(other.staffId, operator.staffId))).toBe('holderBlind');
    expect(await codeIn(await assign('nobody', operator.staffId))).toBe('holderBlind');
    const { staff } = await read(huaian);
    expect(staff.map(({ staffId }) => staffId)).not.toContain(other.staffId);
    expect((await assign(null, operator.staffId)).status).toBe(200);
  });
});

describe('what there is to answer with', () => {
  it('is what the bot would say, with its source; nothing where it does not know', async () => {
    const suggested = async (id: number): Promise<unknown> => (await post('/tickets/suggest', { id })).json();
    expect(await suggested(unlinked)).toMatchObject({
      suggestion: {
        question: '赔付比例是多少',
        text: expect.stringContaining('80%') as string,
        sources: [expect.stringContaining('来源')],
      },
    });
    expect(await suggested(nanjing)).toEqual({ suggestion: null });
  });

  it('can be kept for whoever asks the same, unless it names somebody', async () => {
    const keep = (text: string) =>
      post('/tickets/keep', { id: nanjing, question: '能不能派人上门教我们操作', text });
    expect(await codeIn(await keep('钱二会给您回电话'))).toBe('answerNamesSomebody');
    expect(await codeIn(await keep('长'.repeat(1001)))).toBe('answerTooLong');
    expect((await keep('可以，请在群里留言约时间。')).status).toBe(200);
    const [kept] = await server.stores.officeAnswers.current(packId);
    expect(kept).toMatchObject({ questions: ['能不能派人上门教我们操作'], madeBy: operator.staffId });
    const later = await askers.asks('later', '能不能派人上门教我们操作');
    expect(await (await post('/tickets/suggest', { id: later })).json()).toMatchObject({
      suggestion: { text: '可以，请在群里留言约时间。' },
    });
  });

  it('are also the office’s own words, which nobody changes unseen', async () => {
    const list = async (): Promise<{ id: number; version: number; title: string; text: string }[]> => {
      const response = await server.call('GET', '/canned-replies', { headers: { cookie: operator.cookie } });
      return ((await response.json()) as { replies: Awaited<ReturnType<typeof list>> }).replies;
    };
    const save = (body: object) => post('/canned-replies/save', body);
    expect((await save({ known: null, title: '重装控件', text: '请重装控件。' })).status).toBe(200);
    expect(await codeIn(await save({ known: null, title: ' ', text: '无题' }))).toBe('textMissing');
    const [first] = await list();
    if (first === undefined) throw new Error('not saved');
    const known = { id: first.id, version: first.version };
    expect((await save({ known, title: '重装控件', text: '请用管理员身份重装控件。' })).status).toBe(200);
    expect(await codeIn(await save({ known, title: '重装控件', text: '旧的' }))).toBe('cannedChanged');
    expect(await codeIn(await post('/canned-replies/remove', known))).toBe('cannedChanged');
    const [second] = await list();
    expect(second?.text).toBe('请用管理员身份重装控件。');
    expect((await post('/canned-replies/remove', { id: first.id, version: second?.version })).status).toBe(
      200,
    );
    expect(await list()).toEqual([]);
    expect(audited.at(-1)).toMatchObject({
      action: 'console.removeCannedReply',
      target: `cannedReply/${first.id}`,
    });
  });
});
