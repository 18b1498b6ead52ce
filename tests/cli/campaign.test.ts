import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheetFile } from '../../activities/import/read-sheet.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands, SteerCampaign } from '../../activities/ports/services.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { createTestCli } from '../support/cli-context.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { runCampaign } from '../support/run-campaign.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
const ids = ['aaaa1111-0000', 'aaab2222-0000'];
/** A Wednesday, ten in the morning in Shanghai. */
const now = new Date('2026-03-04T02:00:00.000Z');
const cliWith = (engine: Partial<EnrollmentCommands> | null = null, mode: 'trial' | 'live' = 'trial') =>
  createTestCli(temp.stores, temp.dir, { engine, now, mode });

beforeEach(async () => {
  temp = await openTempStores();
  const { firms, identities, campaigns } = temp.stores;
  // A name that a spreadsheet would run.
  const trap = { name: '=HYPERLINK("http://x")' };
  await firms.upsertFirms(packId, [fictionalFirm(1, trap), fictionalFirm(2), fictionalFirm(3)], wanted);
  const person = await identities.upsertIdentity({
    ...{ channel: 'web', externalUserId: 'a', privateChatId: 'a' },
  });
  await identities.linkFirm(person.id, fictionalUscc(1));
  for (const id of ids)
    await campaigns.create({ ...reminderPlan({ filter: { city: '南京' } }), id, packId, requestedBy: 'cli' });
});
afterEach(async () => temp.dispose());

describe('tongbao campaign', () => {
  it('previews with numbers, reasons and a sample, and keeps nothing', async () => {
    const { code, out } = await cliWith().run(
      'campaign',
      'preview',
      '--all',
      '--silent',
      '30',
      '--never-reached',
    );
    expect(code).toBe(0);
    const text = out.join('\n');
    expect(text).toContain('范围：30 天以上没有回音，从来没有消息送达');
    expect(text).toContain('符合条件的有 3 家，其中 1 家会收到提醒。');
    expect(text).toContain('不发：没有关联联系人 2 家');
    expect(text).toContain('还没有在线确认');
    expect(text).toContain('[报告进度]');
    expect(await temp.stores.campaigns.idsBeginningWith(packId, '')).toEqual(ids);
  });

  it.each([
    [['--city', '火星'], '--city 不能是'],
    [['--silent', 'soon'], '--silent 不能是“soon”'],
    [['--all', '--not-within', '61'], '--not-within 不能是'],
    [['--all', '--per-minute', '0'], '--per-minute 不能是'],
    [['--all', '--outside', 'ignore'], '--outside 不能是'],
    [['--all', '--at', 'tomorrow'], '--at 不能是“tomorrow”，可以是：2026-12-01T09:30'],
    [['--all', '--at', '2026-03-01T09:30'], '已经过去'],
    [['--all', '--at', '2026-03-04T20:00', '--outside', 'wait'], '最近的发送时间是2026-03-05 09:30'],
    [[], '要发给所有企业请用 --all'],
  ])('refuses %j', async (words, line) => {
    const { code, err } = await cliWith().run('campaign', 'preview', ...words);
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });

  it('starts now or later, with its options', async () => {
    const started: string[] = [];
    const engine = { startCampaign: async (id: string) => void started.push(id) };
    const words = ['--all', '--at', '2026-03-05T10:00', '--not-within', '3', '--per-minute', '60'];
    const { code, out } = await cliWith(engine, 'live').run('campaign', 'start', ...words, '--yes');
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('2026-03-05 10:00开始发送');
    expect(await temp.stores.campaigns.find(started[0] ?? '')).toMatchObject({
      ...{ state: 'scheduled', kind: 'reminder', requestedBy: 'cli', filter: {}, outsideHours: 'wait' },
      ...{ startAt: '2026-03-05T02:00:00.000Z', notWithinWorkingDays: 3, perMinute: 60 },
    });
  });

  it('keeps one begun of which nobody knows whether it started', async () => {
    const engine = { startCampaign: () => Promise.reject(new EnrollmentUnavailable('noAnswer')) };
    const { code, err } = await cliWith(engine).run('campaign', 'start', '--all', '--yes');
    const [begun] = await temp.stores.campaigns.list(packId, 9);
    expect([code, begun?.state]).toEqual([1, 'running']);
    expect(err[0]).toContain(`不确定是否已经开始（${begun?.id}）`);
  });

  it('says at night in live mode when it will begin', async () => {
    const night = createTestCli(temp.stores, temp.dir, {
      mode: 'live',
      now: new Date('2026-03-04T13:00:00.000Z'),
    });
    const { out } = await night.run('campaign', 'preview', '--all');
    expect(out.join('\n')).toContain('等到2026-03-05 09:30才开始');
  });

  it('lists and shows campaigns, by the beginning of their ID', async () => {
    expect((await cliWith().run('campaign', 'list')).out).toEqual(['还没有批量发送过。']);
    await runCampaign(temp.stores, ids[0] ?? '', fictionalUscc(1));
    const list = (await cliWith().run('campaign', 'list')).out;
    expect(list[2]).toMatch(/^aaaa1111 .*催办 +已完成 +2 \/ 2 +1 +范围：城市：南京$/);
    const shown = (await cliWith().run('campaign', 'show', 'aaaa')).out.join('\n');
    expect(shown).toMatch(/已送出 1 家，跳过 1 家/);
    const json = (await cliWith().run('campaign', 'show', 'aaaa', '--json', '--lang', 'en')).out.join('\n');
    expect(JSON.parse(json)).toMatchObject({ id: ids[0], state: 'finished', tally: { sent: 1 } });
    expect((await cliWith().run('campaign', 'show', 'aaa')).err[0]).toContain('不止一个');
    expect((await cliWith().run('campaign', 'show', 'bbb')).err[0]).toContain('没有编号以 bbb 开头');
  });

  it.each(['pause', 'resume', 'cancel'] as const)('can %s one', async (action) => {
    const given: SteerCampaign[] = [];
    const engine: Partial<EnrollmentCommands> = {
      steerCampaign: async (i) => {
        given.push(i);
        return { outcome: 'applied', state: 'paused' };
      },
    };
    const { code, out } = await cliWith(engine).run('campaign', action, 'aaaa');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(given).toMatchObject([{ campaignId: ids[0], action, actor: 'cli' }]);
  });

  it('says why one cannot be steered', async () => {
    const ended = { steerCampaign: () => Promise.reject(new EnrollmentUnavailable('notFound')) };
    const over = await cliWith(ended).run('campaign', 'pause', 'aaaa');
    expect([over.code, over.err[0]]).toEqual([1, expect.stringContaining('现在是「未确认」')]);
    const away = { steerCampaign: () => Promise.reject(new EnrollmentUnavailable('unreachable')) };
    expect((await cliWith(away).run('campaign', 'pause', 'aaaa')).err[0]).toContain('暂时连不上');
    expect((await cliWith(null).run('campaign', 'pause', 'aaaa')).err[0]).toContain('npm start');
  });

  it.each(['csv', 'xlsx'])('exports what became of each firm as %s, safe to open', async (kind) => {
    await runCampaign(temp.stores, ids[0] ?? '', fictionalUscc(1));
    const file = join(temp.dir, `outcomes.${kind}`);
    const { code, out } = await cliWith().run('campaign', 'export', 'aaaa', '--out', file);
    expect([code, out]).toEqual([0, [`已把 2 家企业的结果存到 ${file}。`]]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const read = await readSheetFile(file, await readFile(file));
    const cells = JSON.stringify(read);
    for (const text of [fictionalUscc(1), fictionalUscc(3), '南京', 'sent', 'skipped', '没有关联联系人'])
      expect(cells).toContain(text);
    if (kind === 'csv') expect(await readFile(file, 'utf8')).toContain(`"'=HYPERLINK(`);
  });

  it('overwrites nothing and takes sheets only', async () => {
    await runCampaign(temp.stores, ids[0] ?? '', fictionalUscc(1));
    const taken = join(temp.dir, 'taken.csv');
    await writeFile(taken, 'mine');
    const run = async (out: string) =>
      (await cliWith().run('campaign', 'export', 'aaaa', '--out', out)).err[0];
    expect(await run(taken)).toContain('已经存在');
    expect(await readFile(taken, 'utf8')).toBe('mine');
    expect(await run(join(temp.dir, 'a.pdf'))).toContain('.xlsx 或 .csv');
    expect(await run(join(temp.dir, 'no/such/a.csv'))).toContain('写不了');
    expect(existsSync(join(temp.dir, 'a.pdf'))).toBe(false);
  });
});
