import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
let id: number;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
  await temp.stores.identities.upsertIdentity({
    channel: 'web',
    externalUserId: 'a',
    privateChatId: 'chat-a',
  });
  const noted = await temp.stores.questions.note(
    {
      ...{ packId: 'jiangsu-2022', locale: 'zh-CN', text: '保单可以退保吗', eventId: 'e1' },
      madeOf: { kind: 'handedOver', subject: 'withdraw' },
      asker: { channel: 'web', externalUserId: 'a' },
    },
    () => null,
  );
  id = noted?.groupId ?? 0;
});
afterEach(() => temp.dispose());

describe('tongbao questions', () => {
  it('lists what waits, for people and for programs', async () => {
    expect((await cli.run('questions')).out.join('\n')).toContain('保单可以退保吗');
    expect((await cli.run('questions', '--lang', 'en')).out.join('\n')).toContain('not answered');
    const { out, code } = await cli.run('questions', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject([{ id, count: 1, state: 'open' }]);
  });

  it('answers, keeps and withdraws', async () => {
    const answered = await cli.run('questions', 'answer', String(id), '可以，请找办公室。', '--keep');
    expect(answered.code).toBe(0);
    expect(answered.out.join('\n')).toContain('会私下告诉 1 位');
    expect(await temp.stores.questions.waitingToBeTold(10)).toMatchObject([{ answer: '可以，请找办公室。' }]);
    expect((await cli.run('questions')).out.join('\n')).toContain('没有等待答复');
    expect((await cli.run('questions', 'answer', String(id), '再答')).code).toBe(1);

    const [kept] = await temp.stores.officeAnswers.current('jiangsu-2022');
    expect(kept?.questions).toEqual(['保单可以退保吗']);
    expect((await cli.run('questions', 'kept')).out.join('\n')).toContain('请找办公室');
    expect((await cli.run('questions', 'revoke', String(kept?.id))).code).toBe(0);
    expect((await cli.run('questions', 'revoke', String(kept?.id))).code).toBe(1);
    expect((await cli.run('questions', 'kept')).out.join('\n')).toContain('没有采用中的');
  });

  it('points to its own commands, not to those of the chat', async () => {
    for (const given of [
      ['answer', '99', '好'],
      ['dismiss', '99'],
      ['revoke', '99'],
    ]) {
      const { err } = await cli.run('questions', ...given);
      expect(err.join()).toContain('tongbao questions');
      expect(err.join()).not.toContain('/questions');
    }
  });

  it('keeps the words as they were typed', async () => {
    await cli.run('questions', 'answer', String(id), '请加ＱＱ群，写明城市；\u200b谢谢！');
    expect(await temp.stores.questions.waitingToBeTold(10)).toMatchObject([
      { answer: '请加ＱＱ群，写明城市；谢谢！' },
    ]);
  });

  it('closes one without an answer', async () => {
    expect((await cli.run('questions', 'dismiss', String(id))).code).toBe(0);
    expect((await cli.run('questions', 'dismiss', String(id))).code).toBe(1);
    expect(await temp.stores.questions.waitingToBeTold(10)).toEqual([]);
  });

  it.each([
    ['x', '好'],
    ['1', ' '],
    ['1', '好'.repeat(1_001)],
    ['1', '请看 91320800MA1XXXXX12 那家'],
  ])('refuses number %s with such an answer', async (number, text) => {
    const { code, err } = await cli.run('questions', 'answer', number, text);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(await temp.stores.questions.countOpen('jiangsu-2022')).toBe(1);
  });
});
