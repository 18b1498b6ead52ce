import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import type { AuditStore } from '../../activities/ports/store.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { codeIn, startConsoleServer, wholeFilter } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

let server: ConsoleServer;
let operator: { cookie: string; staffId: string };
let other: { cookie: string; staffId: string };
let viewer: { cookie: string };
const audited: Parameters<AuditStore['record']>[0][] = [];
let made = 0;
let uscc = '';

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
  // A Friday in the morning: people may be written to.
  server.clock.now = new Date('2022-03-25T02:00:00.000Z');
  operator = await server.signedIn('operator');
  other = await server.signedIn('operator');
  viewer = await server.signedIn('viewer');
});
afterAll(() => server.dispose());

beforeEach(async () => {
  server.clock.now = new Date('2022-03-25T02:00:00.000Z');
  made += 1;
  uscc = fictionalUscc(made);
  await server.stores.firms.upsertFirms(packId, [fictionalFirm(made)], wanted);
  await server.commands.begin(enrollmentIdOf(packId, uscc));
  server.commands.unavailable = null;
});

const post = async (path: string, body: object = {}, { cookie } = operator as { cookie: string }) => {
  const response = await server.call('POST', path, {
    headers: { cookie },
    body: { packId, uscc, ...body },
  });
  return (await response.json()) as Record<string, unknown>;
};

interface Firm {
  timeline: { who: { zh: string }; from: { zh: string }; what: { zh: string } }[];
  deciding: {
    basedOn: string;
    seen: number;
    choices: { status: string; needsReason: boolean; refusal: { zh: string } | null }[];
  } | null;
  workflowUrl: string | null;
}
const read = async (who: { cookie: string } = operator): Promise<Firm> =>
  (await post('/firms/read', {}, who)) as unknown as Firm;

let requests = 0;
async function change(seen: Firm, part: object, who: { cookie: string } = operator) {
  requests += 1;
  const { basedOn, seen: last } = seen.deciding ?? { basedOn: '', seen: 0 };
  const requestId = `request-${String(requests).padStart(12, '0')}`;
  const body = { requestId, reason: '', correction: false, basedOn, seen: last, ...part };
  return (await post('/firms/status', body, who)) as {
    outcome: string;
    words: { zh: string };
    meanwhile: Firm['timeline'];
  };
}

async function link(channel = 'telegram'): Promise<string> {
  const { identities } = server.stores;
  const { id } = await identities.upsertIdentity({
    ...{ channel, externalUserId: `${channel}-${uscc}`, privateChatId: `chat-${uscc}` },
  });
  await identities.linkFirm(id, uscc);
  return id;
}

describe('the official status', () => {
  it('is offered as far as it may change, with why not the rest', async () => {
    const { deciding } = await read();
    const of = (status: string) => deciding?.choices.find((choice) => choice.status === status);
    expect(of('submitted')).toMatchObject({ needsReason: false, refusal: null });
    expect(of('returned')).toMatchObject({ needsReason: true, refusal: null });
    expect(of('invited')?.refusal?.zh).toContain('已经是「待企业确认」');
    expect(of('inForce')?.refusal?.zh).toContain('不能直接改成');
  });

  it('is changed by an operator, who stands in the timeline and in the audit', async () => {
    expect(await change(await read(), { status: 'returned', reason: ' 缺材料 ' })).toMatchObject({
      outcome: 'applied',
      words: { zh: '已修改，会通知关联的联系人。' },
    });
    const [latest] = (await read()).timeline;
    expect(latest).toMatchObject({ who: { zh: '测试员' }, from: { zh: '管理台' } });
    expect(latest?.what.zh).toContain('缺材料');
    expect(audited.findLast(({ action }) => action === 'console.officialChange')).toMatchObject({
      ...{ actor: operator.staffId, target: enrollmentIdOf(packId, uscc), outcome: 'applied' },
      detail: '{"status":"returned","correction":false}',
    });
  });

  it.each([
    [{ status: 'inForce' }, '不能直接改成'],
    [{ status: 'returned' }, '必须写明原因'],
  ])('stays where %j is not allowed, and says why', async (part, why) => {
    const answer = await change(await read(), part);
    expect(answer.outcome).toBe('refused');
    expect(answer.words.zh).toContain(why);
    expect(audited.at(-1)?.outcome).toMatch(/^refused /);
  });

  it('is corrected to any other, with a reason', async () => {
    const seen = await read();
    const wrong = await change(seen, { status: 'inForce', correction: true });
    expect([wrong.outcome, wrong.words.zh]).toEqual(['refused', expect.stringContaining('必须写明原因')]);
    const right = await change(seen, { status: 'inForce', correction: true, reason: '录错了' });
    expect(right.outcome).toBe('applied');
  });

  it('that two decide by the same sight is changed by the first, and the second learns what happened', async () => {
    const [mine, theirs] = [await read(), await read(other)];
    expect((await change(mine, { status: 'approved' })).outcome).toBe('applied');
    const late = await change(theirs, { status: 'returned', reason: '缺材料' }, other);
    expect(late.outcome).toBe('changedMeanwhile');
    expect(late.meanwhile).toHaveLength(1);
    expect(late.meanwhile[0]?.what.zh).toContain('审批通过');
    const again = await read(other);
    expect((await change(again, { status: 'returned', reason: '缺材料' }, other)).outcome).toBe('applied');
    expect((await read()).timeline).toHaveLength(3);
  });

  it('that the firm moved on meanwhile is not decided by an old sight either', async () => {
    const seen = await read();
    const enrollmentId = enrollmentIdOf(packId, uscc);
    const by = { enrollmentId, eventId: `telegram:${uscc}`, source: 'firm', actor: await link() } as const;
    await server.commands.reportStep({ ...by, step: 'confirmed' });
    const late = await change(seen, { status: 'declined' });
    expect(late).toMatchObject({
      outcome: 'changedMeanwhile',
      meanwhile: [{ who: { zh: '第一联系人（Telegram）' }, from: { zh: 'Telegram' } }],
    });
    expect((await read(viewer)).timeline[0]).toMatchObject({ who: { zh: '企业联系人' } });
  });

  it('is changed once by a request that is sent again', async () => {
    const seen = await read();
    const part = { status: 'submitted', requestId: 'the-same-request-1' };
    expect((await change(seen, part)).outcome).toBe('applied');
    expect((await change(seen, part)).outcome).toBe('alreadyApplied');
  });

  it('stays where no engine answers, which is said and noted', async () => {
    server.commands.unavailable = 'unreachable';
    const answer = await change(await read(), { status: 'submitted' });
    expect([answer.outcome, answer.words.zh]).toEqual(['unavailable', expect.stringContaining('没有回应')]);
    expect(audited.at(-1)?.outcome).toBe('unavailable unreachable');
  });

  it('is nothing that a viewer is offered, or led to', async () => {
    expect(await read(viewer)).toMatchObject({ deciding: null, workflowUrl: null });
    expect((await read()).workflowUrl).toBe(
      `http://127.0.0.1:8233/namespaces/default/workflows/enrollment%2F${packId}%2F${uscc}`,
    );
  });
});

describe('a reminder', () => {
  const preview = async () =>
    (await post('/firms/reminder')) as {
      paragraphs: string[];
      recipients: number;
      skip: { zh: string } | null;
      quietUntil: string | null;
    };

  it('is shown before it is sent, and goes out once', async () => {
    await link();
    const shown = await preview();
    expect(shown).toMatchObject({ recipients: 1, skip: null, quietUntil: null });
    expect(shown.paragraphs.join('')).toContain(`虚构进出口${made}号有限公司`);
    expect(await post('/firms/remind')).toMatchObject({ sent: true, words: { zh: '已发出，1 位联系人。' } });
    expect(audited.at(-1)).toMatchObject({ action: 'console.remind', outcome: 'sent' });
  });

  it.each([
    ['没有关联联系人', async () => undefined],
    ['联系人屏蔽了机器人', async () => server.stores.identities.markBlocked(await link())],
    [
      '企业请求暂不提醒',
      async () => {
        const by = { eventId: 'telegram:1', source: 'firm', actor: await link() } as const;
        await server.commands.snooze({ ...by, enrollmentId: enrollmentIdOf(packId, uscc), workingDays: 3 });
      },
    ],
    [
      '企业报告已完成投保',
      async () => {
        const by = { eventId: 'telegram:2', source: 'firm', actor: await link() } as const;
        const step = 'submitted';
        await server.commands.reportStep({ ...by, enrollmentId: enrollmentIdOf(packId, uscc), step });
      },
    ],
    [
      '不是发提醒的时间',
      async () => {
        await link();
        server.clock.now = new Date('2022-03-25T00:10:00.000Z');
      },
    ],
  ])('does not go: %s', async (why, prepare) => {
    await prepare();
    expect((await preview()).skip?.zh).toBe(why);
    expect(await post('/firms/remind')).toMatchObject({ sent: false, words: { zh: `没有发：${why}。` } });
    expect(audited.at(-1)?.outcome).toMatch(/^skipped:/);
  });

  it('says when it may go again', async () => {
    await link();
    server.clock.now = new Date('2022-03-25T00:10:00.000Z');
    expect((await preview()).quietUntil).toMatch(/^2022-03-25T01:/);
  });
});

describe('a note', () => {
  const write = async (text: string, requestId = 'a-note-of-mine-001') =>
    server.call('POST', '/firms/note', {
      headers: { cookie: operator.cookie },
      body: { packId, uscc, text, requestId },
    });

  it('stands in the timeline, once, and is not in the audit', async () => {
    for (let i = 0; i < 2; i += 1) expect((await write(' 已电话联系，下周确认 ')).status).toBe(200);
    const { timeline } = await read();
    expect(timeline.filter(({ what }) => what.zh === '备注：已电话联系，下周确认')).toHaveLength(1);
    expect(timeline[0]).toMatchObject({ who: { zh: '测试员' }, from: { zh: '管理台' } });
    expect(JSON.stringify(audited)).not.toContain('下周确认');
    expect(JSON.stringify((await read(viewer)).timeline)).not.toContain('下周确认');
  });

  it.each(['', '   ', '长'.repeat(1001)])('is refused where it says nothing, or too much', async (text) => {
    expect(await codeIn(await write(text))).toBe('noteBad');
  });

  it('goes with the firm to another code', async () => {
    await write('跟着走', 'a-note-that-moves-1');
    const to = fictionalUscc(900 + made);
    const by = { eventId: 'moved', source: 'cli', actor: 'cli' } as const;
    const [enrollmentId, goesOnAs] = [enrollmentIdOf(packId, uscc), enrollmentIdOf(packId, to)];
    await server.commands.moveEnrollment({ ...by, enrollmentId, to: goesOnAs });
    const at = '2022-03-24T02:00:00.000Z';
    await server.stores.firmMoves.complete({ from: uscc, to, at, packs: { [packId]: 'continues' } });
    expect(await server.stores.firmNotes.of(to)).toMatchObject([{ text: '跟着走' }]);
  });
});

describe('an invitation', () => {
  it('is a code that is shown once and works, with the links of the doors', async () => {
    const answer = (await post('/firms/invite')) as {
      code: string;
      expiresAt: string;
      links: { channel: { zh: string }; url: string }[];
    };
    expect(answer.expiresAt).toBe('2022-04-01T02:00:00.000Z');
    expect(answer.links.map(({ channel }) => channel.zh)).toEqual(['Telegram', '网页对话']);
    for (const { url } of answer.links) expect(url).toContain(answer.code);
    const { identities } = server.stores;
    const { id } = await identities.upsertIdentity({ channel: 'web', externalUserId: `new-${uscc}` });
    const now = server.clock.now.toISOString();
    expect(await identities.redeemCode(answer.code, id, now)).toMatchObject({ ok: true, uscc });
    const noted = audited.findLast(({ action }) => action === 'console.inviteFirm');
    expect(noted).toMatchObject({ actor: operator.staffId, target: uscc, outcome: 'minted' });
    expect(JSON.stringify(noted)).not.toContain(answer.code);
  });

  it('is not made for a firm that is not on the list', async () => {
    await server.stores.firms.upsertFirms(packId, [fictionalFirm(made, { listed: false })], wanted);
    expect(await post('/firms/invite')).toMatchObject({ error: { code: 'notListed' } });
  });
});

describe('the officer', () => {
  const assign = async (
    staffId: string | null,
    firms: { uscc: string; was: string | null }[],
    who = operator,
  ) =>
    server.call('POST', '/firms/officer', {
      headers: { cookie: who.cookie },
      body: { packId, staffId, firms },
    });

  it('of several firms is named at once, and found by', async () => {
    const second = fictionalUscc(500 + made);
    await server.stores.firms.upsertFirms(packId, [fictionalFirm(500 + made)], wanted);
    const both = [uscc, second].map((one) => ({ uscc: one, was: null }));
    const { staffId } = other;
    expect(await (await assign(staffId, both)).json()).toEqual({ assigned: 2, changedMeanwhile: [] });
    const body = { packId, ...wholeFilter, officerId: staffId, page: 1, pageSize: 20 };
    expect(await post('/firms/search', body)).toMatchObject({ total: 2 });
    const noted = audited.filter(({ action }) => action === 'console.assignOfficer').slice(-2);
    expect(noted.map(({ target }) => target)).toEqual([uscc, second]);
  });

  it('that somebody else named meanwhile stays, and that is said', async () => {
    await assign(other.staffId, [{ uscc, was: null }]);
    const late = await assign(operator.staffId, [{ uscc, was: null }], other);
    expect(await late.json()).toEqual({ assigned: 0, changedMeanwhile: [`虚构进出口${made}号有限公司`] });
    expect(await server.stores.consoleFirms.officerOf(uscc)).toMatchObject({ staffId: other.staffId });
    await assign(null, [{ uscc, was: other.staffId }]);
    expect(await server.stores.consoleFirms.officerOf(uscc)).toBe(null);
  });

  it('is named for all or none where one firm is of another city, or nobody there is of that name', async () => {
    const local = await server.signedIn('operator', [made % 2 === 0 ? '淮安' : '南京']);
    const elsewhere = fictionalUscc(600 + made + 1);
    await server.stores.firms.upsertFirms(packId, [fictionalFirm(600 + made + 1)], wanted);
    const both = [uscc, elsewhere].map((one) => ({ uscc: one, was: null }));
    expect(await codeIn(await assign(local.staffId, both, local))).toBe('notFound');
    expect(await codeIn(await assign('nobody', [{ uscc, was: null }]))).toBe('notFound');
    expect(await server.stores.consoleFirms.officerOf(uscc)).toBe(null);
  });

  it('and the export are of those that were selected', async () => {
    const response = await server.call('POST', '/firms/export', {
      headers: { cookie: operator.cookie },
      body: { packId, ...wholeFilter, usccs: [uscc] },
    });
    expect(await readSheet(Buffer.from(await response.arrayBuffer()))).toHaveLength(2);
  });
});
