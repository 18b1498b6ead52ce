import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const uscc = '91329999MADEM0001Q';
let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  temp = await openTempStores();
  const engine = createFakeCommands(temp.stores, () => '2026-03-02T02:00:00.000Z');
  cli = createTestCli(temp.stores, temp.dir, { engine });
  await cli.run('import', join(import.meta.dirname, '../../samples/approved-list-2022.csv'));
});
afterEach(async () => temp.dispose());

describe('tongbao correct', () => {
  it('mends a status, also of an enrollment that is over', async () => {
    await cli.run('event', uscc, 'terminated', '--reason', '不符合');
    const { code, out } = await cli.run('correct', uscc, '待确认', '--reason', '录错了企业');
    expect({ code, out }).toEqual({
      code: 0,
      out: ['淮安示例纺织有限公司的官方状态已更正为「待企业确认」，没有关联的联系人，请电话告知。'],
    });
    expect(await temp.stores.enrollments.find(`jiangsu-2022/${uscc}`)).toMatchObject({
      officialStatus: 'invited',
      officialReason: '录错了企业',
    });
  });

  it('needs a reason, a status that there is, and another than the present one', async () => {
    expect((await cli.run('correct', uscc, 'approved')).code).toBe(2);
    expect((await cli.run('correct', uscc, 'approved', '--reason', ' ')).err[0]).toContain('要写明原因');
    expect((await cli.run('correct', uscc, 'done', '--reason', 'x')).err[0]).toContain('invited');
    expect((await cli.run('correct', uscc, 'invited', '--reason', 'x')).err[0]).toContain('已经是');
  });
});

describe('tongbao staff', () => {
  const memberId = async (): Promise<string> => (await temp.stores.identities.listStaff())[0]?.staffId ?? '';

  it('takes the cities of a member, and shows them', async () => {
    await cli.run('staff', 'add', '甲', '--city', '淮安市', '南京');
    expect((await cli.run('staff', 'list')).out.join('\n')).toContain('淮安、南京');
    expect((await cli.run('staff', 'cities', await memberId(), '苏州')).out[0]).toContain('负责：苏州');
    expect((await cli.run('staff', 'cities', await memberId(), '--none')).code).toBe(0);
    expect((await cli.run('staff', 'list')).out.join('\n')).toContain('不指定');
  });

  it('assigns a firm to a member, or to nobody in particular', async () => {
    await cli.run('staff', 'add', '甲');
    const { out } = await cli.run('staff', 'assign', uscc, await memberId());
    expect(out[0]).toContain('淮安示例纺织有限公司由这位工作人员负责');
    expect((await cli.run('staff', 'assign', uscc, '--none')).out[0]).toContain('所在城市');
  });

  it.each([
    [['cities', 'nobody', '淮安'], '没有编号为 nobody'],
    [['cities', 'nobody', '上海'], '不能是“上海”'],
    [['cities', 'nobody'], '--none'],
    [['cities', 'nobody', '淮安', '--none'], '只能用一样'],
    [['assign', uscc], '--none'],
    [['assign', uscc, 'nobody'], '没有编号为 nobody'],
    [['add', '甲', '--city', '上海'], '不能是“上海”'],
  ])('refuses staff %j', async (argv, reason) => {
    const { code, err } = await cli.run('staff', ...argv);
    expect(code).toBe(1);
    expect(err[0]).toContain(reason);
    expect(await temp.stores.identities.listStaff()).toEqual([]);
  });
});

describe('what the lists say of contacts', () => {
  it('firms --unreachable names those that no reminder reaches, and why', async () => {
    const { identities, contacts } = temp.stores;
    const contact = async (name: string, of: string): Promise<string> => {
      const person = { channel: 'web', externalUserId: name, privateChatId: name };
      const { id } = await identities.upsertIdentity(person);
      await identities.linkFirm(id, of);
      return id;
    };
    await contact('a', uscc);
    await identities.markBlocked(await contact('b', '91329999MADEM0002U'));
    const stopped = await contact('c', '91329999MADEM0003Y');
    await contacts.setWishes(stopped, '91329999MADEM0003Y', { remindersStopped: true });
    const { out } = await cli.run('firms', '--unreachable');
    const text = out.join('\n');
    expect(text).toContain('收不到提醒的原因');
    expect(text).not.toContain(uscc);
    expect(text).toMatch(/91329999MADEM0002U .*联系人都联系不上/u);
    expect(text).toMatch(/91329999MADEM0003Y .*联系人都不要提醒/u);
    expect(text).toMatch(/91329999MADEM00042 .*没有关联联系人/u);
    const shown = (await cli.run('status', '91329999MADEM0003Y')).out.join('\n');
    expect(shown).toContain('联系人 1：网页对话；不要提醒');
  });

  it('status shows what the firm said and did not answer', async () => {
    const id = `jiangsu-2022/${uscc}`;
    const stored = await temp.stores.enrollments.find(id);
    if (stored === null) throw new Error('not imported');
    const declinedAt = '2026-03-01T02:00:00.000Z';
    await temp.stores.enrollments.saveProjection({ ...stored, unanswered: 3, declinedAt, version: 9 }, []);
    const text = (await cli.run('status', uscc)).out.join('\n');
    expect(text).toContain('企业自己说：这一年度不参加（2026-03-01 10:00）');
    expect(text).toContain('提醒了 3 次，还没有回音');
  });
});
