import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
/** A Wednesday, ten in the morning in Shanghai. */
const now = new Date('2026-03-04T02:00:00.000Z');
const started: string[] = [];
const engine = { startCampaign: async (id: string) => void started.push(id) };
const run = (...words: string[]) =>
  createTestCli(temp.stores, temp.dir, { engine, now, mode: 'live' }).run('campaign', ...words);

beforeEach(async () => {
  temp = await openTempStores();
  const { firms, identities } = temp.stores;
  await firms.upsertFirms(packId, [fictionalFirm(1), fictionalFirm(2)], wanted);
  const person = { channel: 'web', externalUserId: 'a', privateChatId: 'a', locale: 'en' } as const;
  await identities.linkFirm((await identities.upsertIdentity(person)).id, fictionalUscc(1));
});
afterEach(async () => temp.dispose());

describe('tongbao campaign with words of its own', () => {
  it('shows them as their readers will see them, and sends them when told to', async () => {
    const file = join(temp.dir, 'words.txt');
    await writeFile(file, '周五维护。\r\n英文：\r\nMaintenance on Friday.\r\n');
    const preview = await run('preview', '--all', '--text-file', file);
    expect([preview.code, preview.err]).toEqual([0, []]);
    expect(preview.out.join('\n')).toContain('[From the office] Maintenance on Friday.');
    expect(preview.out.join('\n')).toContain('其中 1 家会收到通知');
    expect(await temp.stores.campaigns.idsBeginningWith(packId, '')).toEqual([]);

    expect((await run('start', '--all', '--text-file', file, '--at', '2026-03-05T10:00', '--yes')).code).toBe(
      0,
    );
    const [id = ''] = started;
    expect(await temp.stores.campaigns.find(id)).toMatchObject({
      ...{ kind: 'announcement', state: 'scheduled', requestedBy: 'cli' },
      text: { 'zh-CN': '周五维护。', en: 'Maintenance on Friday.' },
    });
    const shown = (await run('show', id.slice(0, 8))).out;
    expect(shown.slice(0, 4)).toEqual([
      `${id}  通知  等待开始`,
      '范围：全部',
      '周五维护。',
      'Maintenance on Friday.',
    ]);
  });

  it.each([
    [['--text', ' '], '通知要有内容'],
    [['--text', '好'.repeat(1_001)], '最多 1000 个字'],
    [['--text', '上 example.com 看'], 'https:// 开头的完整网址，请改掉这个：example.com'],
    [['--text', '虚构进出口2号有限公司请办理'], '不要写企业名称'],
    [['--text', '周五维护', '--text-file', 'x'], '只能用一个'],
    [['--text-file', '/no/such/file'], '读不了 /no/such/file'],
  ])('refuses %j', async (words, line) => {
    const { code, err } = await run('start', '--all', '--yes', ...words);
    expect([code, err[0]]).toEqual([1, expect.stringContaining(line)]);
    expect(await temp.stores.campaigns.idsBeginningWith(packId, '')).toEqual([]);
  });
});
