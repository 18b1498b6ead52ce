import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWebhooks } from '../../cli/doctor/webhooks-check.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { newSecret } from '../support/signed-request.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const url = 'https://crm.example.com/hook';
let temp: TempStores;
let cli: TestCli;

beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
});
afterEach(() => temp.dispose());

async function changeStatus(): Promise<void> {
  const { stores } = temp;
  const enrollmentId = `${packId}/${fictionalFirm(1).uscc}`;
  await stores.firms.upsertFirms(packId, [fictionalFirm(1)], wanted);
  const commands = createFakeCommands(stores, () => '2026-03-02T00:00:00.000Z');
  await commands.begin(enrollmentId);
  await commands.applyOfficialEvent({
    ...{ enrollmentId, eventId: 'a', source: 'cli', actor: 'cli', status: 'approved', reason: null },
  });
}

describe('tongbao webhooks', () => {
  it('makes a secret that settings take, shows it once and stores it nowhere', async () => {
    const { code, out } = await cli.run('webhooks', 'add', 'crm', url);
    expect(code).toBe(0);
    expect(out[0]).toBe(`以后的状态变化会通知 crm：${url}`);
    const [name = '', ...value] = (out.at(-1) ?? '').split('=');
    const [entry] = readSettings({ [name]: value.join('=') }).webhookSecrets;
    const secrets = entry?.secrets ?? [];
    expect(secrets).toHaveLength(1);
    const listed = await cli.run('webhooks', 'list', '--lang', 'en');
    expect(listed.out.join('\n')).toContain('no secret, nothing is sent yet');
    expect(listed.out.join('\n')).not.toContain(secrets[0]);

    cli.context.settings = readSettings({ [name]: value.join('='), TONGBAO_DATA_DIR: temp.dir });
    expect((await cli.run('webhooks', 'list')).out.join('\n')).toMatch(/crm .*通知/u);
    expect((await cli.run('webhooks', 'add', 'crm', url)).out.join('\n')).not.toContain('whsec_');
  });

  it('shows what became of each message, and sends one again', async () => {
    expect((await cli.run('webhooks', 'list')).out).toEqual(['还没有登记要通知的地址。']);
    await cli.run('webhooks', 'add', 'crm', url);
    expect((await cli.run('webhooks', 'deliveries')).out).toEqual(['没有通知的记录。']);
    await changeStatus();
    const [delivery] = await temp.stores.webhooks.deliveries({}, 1);
    const { seq = 0, messageId = '' } = delivery ?? {};
    expect((await cli.run('webhooks', 'deliveries', 'crm')).out.at(-1)).toMatch(
      /^msg_.* crm .*等待 +0 .*马上$/u,
    );
    const at = '2026-03-02T00:00:05.000Z';
    await temp.stores.webhooks.settle({ seq, attempts: 0 }, { state: 'delivered', lastAnswer: '200', at });
    const { out } = await cli.run('webhooks', 'deliveries', '--state', 'delivered', '--lang', 'en');
    expect(out.at(-1)).toMatch(/delivered +0 +HTTP 200 +2026-03-02 08:00$/u);
    expect((await cli.run('webhooks', 'redeliver', 'crm', messageId)).out).toEqual(['1 条会再发一次。']);
    expect((await cli.run('webhooks', 'redeliver', 'crm')).err[0]).toContain('没有可以再发的');
  });

  it('is looked at by the doctor', async () => {
    const found = async (): Promise<string[]> =>
      (await checkWebhooks(cli.context)).map(({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`);
    expect(await found()).toEqual([]);
    await cli.run('webhooks', 'add', 'crm', url);
    expect(await found()).toEqual([expect.stringMatching(/^! crm 没有密钥/u)]);
    const secrets = `crm:${newSecret()}`;
    cli.context.settings = readSettings({ TONGBAO_WEBHOOK_SECRETS: secrets, TONGBAO_DATA_DIR: temp.dir });
    expect(await found()).toEqual(['✓ 状态变化会通知 1 个外部系统']);
    await changeStatus();
    const now = cli.context.now?.() ?? new Date();
    const giveUp = async (daysAgo: number): Promise<void> => {
      const at = new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
      await temp.stores.webhooks.redeliver('crm', null);
      const [delivery] = await temp.stores.webhooks.begin('crm', { now: at, until: at, limit: 1 });
      const { seq = 0, attempts = 0 } = delivery ?? {};
      await temp.stores.webhooks.settle({ seq, attempts }, { state: 'failed', lastAnswer: '422', at });
    };
    await giveUp(8);
    expect(await found()).toEqual(['✓ 状态变化会通知 1 个外部系统']);
    await giveUp(6);
    expect(await found()).toEqual([expect.stringMatching(/^! 最近 7 天有 1 条通知没有送到 crm/u)]);
    await temp.stores.webhooks.disable('crm', now.toISOString());
    expect(await found()).toEqual([expect.stringMatching(/^! crm 答复过 410/u)]);
  });

  it('says which address the settings do not allow, though it was taken earlier', async () => {
    await temp.stores.webhooks.add({ name: 'inside', url: 'https://192.168.1.5/hook' });
    const [finding] = await checkWebhooks(cli.context);
    expect(finding?.say(textsFor('zh-CN'))).toContain('TONGBAO_WEBHOOK_ALLOW');
    expect((await cli.run('webhooks', 'list')).out.join('\n')).toContain('在本机或内网');
    cli.context.settings = readSettings({
      TONGBAO_DATA_DIR: temp.dir,
      TONGBAO_WEBHOOK_ALLOW: 'crm.office.lan, 192.168.0.0/16',
    });
    expect((await cli.run('webhooks', 'add', 'inside', 'https://192.168.1.6/hook')).code).toBe(0);
    expect(() => readSettings({ TONGBAO_WEBHOOK_ALLOW: '192.168.0.0/99' })).toThrow('TONGBAO_WEBHOOK_ALLOW');
  });

  it('removes an address with its log', async () => {
    await cli.run('webhooks', 'add', 'crm', url);
    await changeStatus();
    expect((await cli.run('webhooks', 'remove', 'crm')).code).toBe(0);
    expect(await temp.stores.webhooks.deliveries({}, 1)).toEqual([]);
  });

  it.each([
    [['add', 'CRM', url], '名称“CRM”'],
    [['add', 'crm', 'http://crm.example.com/'], 'https://'],
    [['add', 'crm', 'https://a:b@crm.example.com/'], '不能带账号'],
    [['add', 'crm', 'https://192.168.1.5/hook'], 'TONGBAO_WEBHOOK_ALLOW'],
    [['remove', 'crm'], '没有叫“crm”的地址'],
    [['deliveries', 'crm'], '没有叫“crm”的地址'],
    [['deliveries', '--state', 'lost'], '--state'],
    [['deliveries', '--limit', '0'], '--limit'],
    [['redeliver', 'crm'], '没有叫“crm”的地址'],
  ])('refuses %j in one line', async (argv, reason) => {
    const { code, out, err } = await cli.run('webhooks', ...argv);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toEqual([expect.stringContaining(reason)]);
    expect(await temp.stores.webhooks.list()).toEqual([]);
  });
});
