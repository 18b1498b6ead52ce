import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consolePath } from '../../server/console/operations.ts';
import { codeIn, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalUscc, packId } from '../support/fictional-firms.ts';

let server: ConsoleServer;
beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.dispose());

type Json = Record<string, unknown>;
const asked = async (
  role: 'viewer' | 'operator' | 'admin',
  path: string,
  body: object,
  cities?: string[],
) => {
  const { cookie } = await server.signedIn(role, cities ?? null);
  return server.call('POST', path, { headers: { cookie }, body: { packId, ...body } });
};
const told = async (
  role: 'viewer' | 'operator' | 'admin',
  path: string,
  body: object = {},
): Promise<Json> => {
  const response = await asked(role, path, body);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Json;
};
interface Entry {
  topic: string;
  questions: string[];
  short: { 'zh-CN': string; en: string };
}
const entryOf = async (number: number, topic: string): Promise<Entry> => {
  const { content } = await told('viewer', '/knowledge/revision', { number });
  const found = (content as { faq: Entry[] }).faq.find((entry) => entry.topic === topic);
  if (found === undefined) throw new Error(`no ${topic}`);
  return found;
};
const edits = { groups: {}, faq: [] as unknown[], removed: [] };
const reword = async (basedOn: number, zh: string): Promise<object> => {
  const entry = await entryOf(basedOn, 'payout-ratio');
  return {
    basedOn,
    ...edits,
    faq: [{ ...entry, short: { ...entry.short, 'zh-CN': zh } }],
    reason: '说得更清楚',
  };
};
const base = async (): Promise<number> => (await told('viewer', '/knowledge'))['base'] as number;

describe('reading', () => {
  it('shows facts and answers of what is served, with labels and what an answer may take from the facts', async () => {
    const state = await told('viewer', '/knowledge', { packId: null });
    expect(state).toMatchObject({ packId, published: 0, draft: null, base: 0, mayPublish: false });
    const revision = await told('viewer', '/knowledge/revision', { number: 0 });
    expect(revision['issues']).toEqual([]);
    expect(revision['facts']).toContainEqual({
      placeholder: '{payout.ratioPercent|percent}',
      ...{ zh: '80%', en: '80%' },
    });
    expect(revision['topics']).toContainEqual({
      ...{ topic: 'payout-ratio', core: true, zh: '赔付比例' },
      en: expect.any(String) as string,
    });
    expect(JSON.stringify(revision['schema'])).toContain('ratioPercent');
  });

  it('knows no other pack than those that are served, and no revision that is not there', async () => {
    for (const body of [
      { packId: 'example-2026', number: 0 },
      { packId: '../etc', number: 0 },
      { number: 9 },
    ])
      expect(await codeIn(await asked('viewer', '/knowledge/revision', body))).toBe('notFound');
  });
});

describe('a draft', () => {
  it('is previewed in both languages, and nothing is saved', async () => {
    const body = await reword(0, '赔付比例是{payout.ratioPercent|percent}，按实际损失算。');
    const preview = await told('operator', '/knowledge/preview', body);
    expect(preview['issues']).toEqual([]);
    expect(preview['answers']).toMatchObject([
      { topic: 'payout-ratio', zh: { text: expect.stringContaining('80%，按实际损失算') as string } },
    ]);
    expect(await base()).toBe(0);
  });

  it('has what is wrong with it beside the field', async () => {
    const preview = await told(
      'operator',
      '/knowledge/preview',
      await reword(0, '是80%，见{nothing.here}。'),
    );
    expect(preview['issues']).toMatchObject([
      { topic: 'payout-ratio', path: 'short.zh-CN', zh: expect.stringContaining('{nothing.here}') as string },
      { topic: 'payout-ratio', path: 'short.zh-CN', zh: expect.stringContaining('80%') as string },
    ]);
    const { content } = await told('viewer', '/knowledge/revision', { number: 0 });
    const { payout } = content as { payout: Json };
    const groups = { payout: { ...payout, section: '没有这一节', ratioPercent: 180 } };
    const wrong = await told('operator', '/knowledge/preview', { basedOn: 0, ...edits, groups });
    expect(wrong).toMatchObject({ answers: [], issues: [{ topic: null, path: 'payout.ratioPercent' }] });
  });

  it('is saved by an operator, and refused with what changed when somebody was quicker', async () => {
    const first = await base();
    const [one, other] = [await reword(first, '甲{payout.ratioPercent|percent}'), await reword(first, '乙')];
    const saved = await told('operator', '/knowledge/save', one);
    expect(saved).toMatchObject({ number: first + 1, refusal: null, issues: [] });
    expect(await told('operator', '/knowledge/save', other)).toMatchObject({
      ...{ number: null, refusal: { code: 'moved' } },
      since: [{ zh: '问答“赔付比例”有改动：答复' }],
    });
    expect(
      await told('operator', '/knowledge/save', { ...(await reword(first + 1, '丙')), reason: '' }),
    ).toMatchObject({
      refusal: { code: 'noReason' },
    });
  });

  it('is compared, and answered from, beside what is served', async () => {
    const number = await base();
    const { differences } = await told('viewer', '/knowledge/compare', { from: 0, to: number });
    expect(differences).toMatchObject([{ zh: '问答“赔付比例”有改动：答复' }]);
    const { answers } = await told('viewer', '/knowledge/try', {
      numbers: [0, number],
      question: '赔付比例是多少',
    });
    expect(answers).toMatchObject([
      {
        number: 0,
        outcome: 'answer',
        topic: { zh: '赔付比例' },
        text: expect.not.stringContaining('甲') as string,
      },
      { number, text: expect.stringContaining('甲80%') as string, parts: [{ read: '赔付比例是多少' }] },
    ]);
    const [served] = answers as { citations: string[]; parts: { candidates: Json[] }[] }[];
    expect(served?.citations[0]).toContain('来源');
    expect(served?.parts[0]?.candidates[0]).toMatchObject({ id: 'payout-ratio', zh: '赔付比例' });
  });
});

describe('publishing', () => {
  const evaluated = async (number: number): Promise<Json> => {
    for (;;) {
      const state = await told('operator', '/knowledge/evaluate', { number });
      if (state['state'] !== 'running')
        return told('operator', '/knowledge/evaluate', { number, start: false });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('shows first which questions change their answer', async () => {
    const before = await told('operator', '/knowledge/evaluate', { number: await base(), start: false });
    expect(before).toMatchObject({ state: 'none', result: null });
    const { result } = (await evaluated(await base())) as { result: Json };
    expect(result).toMatchObject({ changedCount: 0, gate: { holds: true, worse: 0 } });
    expect((result['reworded'] as Json[])[0]).toMatchObject({ of: { zh: '赔付比例' } });
    expect(result['questions']).toBeGreaterThan(150);
  });

  it('is for administrators of the whole office', async () => {
    const body = { number: await base(), turn: 0, reason: '核对过了', force: false };
    expect((await asked('operator', '/knowledge/publish', body)).status).toBe(403);
    const response = await asked('admin', '/knowledge/publish', body, ['淮安']);
    expect([response.status, await codeIn(response)]).toEqual([403, 'forbidden']);
    expect(await told('admin', '/knowledge')).toMatchObject({ published: 0, mayPublish: true });
    expect(await told('admin', '/knowledge/publish', body)).toEqual({
      ...{ published: true, refusal: null, issues: [] },
    });
    expect(await told('viewer', '/knowledge')).toMatchObject({
      published: body.number,
      draft: null,
      turn: 1,
    });
    expect(await told('admin', '/knowledge/publish', body)).toMatchObject({ refusal: { code: 'moved' } });
  });

  it('is refused where right answers become wrong, but for an administrator with a reason', async () => {
    const number = await base();
    const other = await entryOf(number, 'max-indemnity');
    // A question on the ratio of payout, of which it is known that it is one.
    const faq = [{ ...other, questions: [...other.questions, '赔付百分比'] }];
    const saved = await told('operator', '/knowledge/save', {
      basedOn: number,
      ...edits,
      faq,
      reason: '换错了',
    });
    const next = saved['number'] as number;
    await evaluated(next);
    const body = { number: next, turn: 1, reason: '试一下', force: false };
    const refused = await told('admin', '/knowledge/publish', body);
    expect(refused).toMatchObject({ published: false, refusal: { code: 'gate' } });
    expect(await told('admin', '/knowledge/publish', { ...body, force: true })).toMatchObject({
      published: true,
    });
    const { publications } = await told('viewer', '/knowledge');
    expect((publications as Json[])[0]).toMatchObject({ number: next, forced: true });
    const back = { basedOn: next, number, reason: '退回' };
    expect(await told('operator', '/knowledge/take-up', back)).toMatchObject({ number: next + 1 });
  });
});

describe('files', () => {
  it('are imported as a draft, and refused where they have not the form of a pack', async () => {
    const number = await base();
    const { content } = await told('viewer', '/knowledge/revision', { number });
    const { faq, ...pack } = content as Json & { faq: unknown };
    const given = { ...pack, policyYear: 2023 };
    const body = { basedOn: number, reason: '导入' };
    expect(await told('operator', '/knowledge/import', { ...body, pack: given, faq })).toMatchObject({
      number: number + 1,
    });
    const wrong = await told('operator', '/knowledge/import', {
      ...{ basedOn: number + 1, reason: '导入', faq },
      pack: { ...given, cap: null },
    });
    expect(wrong).toMatchObject({ refusal: { code: 'invalid' }, issues: [{ path: 'cap' }] });
  });
});

describe('the queue of questions', () => {
  const note = async (text: string, n: number): Promise<number> => {
    const miss = {
      ...{
        packId,
        locale: 'zh-CN' as const,
        text,
        madeOf: { kind: 'handedOver' as const, subject: 'claims' as const },
      },
      ...{ eventId: `event-${n}`, asker: { channel: 'web', externalUserId: `u${n}` } },
    };
    return (await server.stores.questions.note(miss, () => null))?.groupId ?? 0;
  };
  const listed = async (): Promise<{ open: Json[]; kept: Json[] }> => {
    const { cookie } = await server.signedIn('viewer', ['淮安']);
    const response = await server.call('GET', '/questions', { headers: { cookie } });
    return (await response.json()) as { open: Json[]; kept: Json[] };
  };

  it('is answered and kept, or dismissed; a question is closed once', async () => {
    const [id, other] = [await note('报损要在几天内', 1), await note('能不能派人上门', 2)];
    expect((await listed()).open).toMatchObject([{ id: other, count: 1, useless: false }, { id }]);
    const answer = { id, text: '请在知道之日起尽快联系。', keep: true };
    expect(await told('operator', '/questions/answer', answer)).toMatchObject({
      refusal: null,
      unreachable: 1,
    });
    expect(await told('operator', '/questions/answer', answer)).toMatchObject({
      refusal: { code: 'notOpen' },
    });
    expect(await told('operator', '/questions/dismiss', { id: other })).toEqual({ done: true });
    expect(await told('operator', '/questions/dismiss', { id: other })).toEqual({ done: false });
    const { open, kept } = await listed();
    expect([open, kept]).toMatchObject([
      [],
      [{ text: answer.text, questions: ['报损要在几天内'], by: '测试员' }],
    ]);
    expect(await told('operator', '/questions/revoke', { id: kept[0]?.['id'] })).toEqual({ done: true });
    expect((await listed()).kept).toEqual([]);
  });

  it('sends no answer that names somebody', async () => {
    const id = await note('找谁', 3);
    const text = `请找 ${fictionalUscc(1)}`;
    expect(await told('operator', '/questions/answer', { id, text, keep: false })).toMatchObject({
      refusal: { code: 'namesSomebody' },
    });
    expect(await told('operator', '/questions/answer', { id, text: ' ', keep: false })).toMatchObject({
      refusal: { code: 'noText' },
    });
  });

  it('becomes a way of asking of the draft, unless a mark still stands in it', async () => {
    const id = await note('能赔几成呀', 4);
    const given = { id, packId, basedOn: await base(), topic: 'payout-ratio' };
    const marked = await asked('operator', '/questions/to-faq', { ...given, question: '〔企业〕能赔几成' });
    expect(await codeIn(marked)).toBe('badRequest');
    const { number } = await told('operator', '/questions/to-faq', { ...given, question: '能赔几成呀' });
    expect((await entryOf(number as number, 'payout-ratio')).questions.at(-1)).toBe('能赔几成呀');
  });
});

it('puts no words of anybody into an address or the log', () => {
  expect(consolePath).toBe('/api/console/v1');
  expect(server.logged).toEqual([]);
});
