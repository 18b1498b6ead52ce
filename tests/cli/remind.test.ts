import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import { createTestCli } from '../support/cli-context.ts';
import { runCampaign } from '../support/run-campaign.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const first = '91329999MADEM0001Q';
const second = '91329999MADEM0002U';
const third = '91329999MADEM0003Y';
let temp: TempStores;

beforeEach(async () => {
  temp = await openTempStores();
  const cli = createTestCli(temp.stores, temp.dir);
  await cli.run('import', join(import.meta.dirname, '../../samples/approved-list-2022.csv'));
  const { identities, enrollments } = temp.stores;
  for (const [uscc, externalUserId] of [
    [first, 'a'],
    [second, 'b'],
    [third, 'c'],
  ] as const) {
    const person = await identities.upsertIdentity({
      ...{ channel: 'web', externalUserId, privateChatId: externalUserId },
    });
    await identities.linkFirm(person.id, uscc);
    if (uscc === third) await identities.markBlocked(person.id);
  }
  const submitted = await enrollments.find(`jiangsu-2022/${second}`);
  if (submitted === null) throw new Error('not imported');
  await enrollments.saveProjection({ ...submitted, reportedStep: 'submitted', version: 2 }, []);
});
afterEach(async () => temp.dispose());

/** A campaign that reminds each firm it may, as the workflow does. */
function running(started: string[]): Pick<EnrollmentCommands, 'startCampaign'> {
  return {
    startCampaign: async (id) => {
      started.push(id);
      await runCampaign(temp.stores, id, first);
    },
  };
}

describe('tongbao remind', () => {
  it('previews first, with count and reasons, and sends nothing', async () => {
    const started: string[] = [];
    const cli = createTestCli(temp.stores, temp.dir, { engine: running(started) });
    for (const more of [[], ['--dry-run'], ['--dry-run', '--yes']]) {
      const { code, out } = await cli.run('remind', '--city', '淮安', ...more);
      expect(code).toBe(0);
      expect(out.slice(0, 2)).toEqual(['范围：城市：淮安', '符合条件的有 16 家，其中 1 家会收到提醒。']);
      expect(out.slice(2, -1).toSorted()).toEqual([
        '  不发：企业报告已完成投保 1 家',
        '  不发：没有关联联系人 13 家',
        '  不发：联系人屏蔽了机器人 1 家',
      ]);
      expect(out.at(-1)).toContain('--yes');
    }
    expect(started).toEqual([]);
  });

  it('starts the campaign with --yes and prints its tally', async () => {
    const started: string[] = [];
    const cli = createTestCli(temp.stores, temp.dir, { engine: running(started) });
    const { code, out } = await cli.run('remind', '--city', '淮安', '--yes');
    expect(code).toBe(0);
    expect(out.slice(-3)).toEqual([
      '发送完成，共处理 16 家。',
      '已送出 1 家，跳过 15 家，失败 0 家，不确定是否送达 0 家。',
      '跳过：没有关联联系人 15 家',
    ]);
    const campaign = await temp.stores.campaigns.find(started[0] ?? '');
    expect(campaign).toMatchObject({ filter: { city: '淮安' }, requestedBy: 'cli', tally: { total: 16 } });
  });

  it('tells of its progress every few seconds, not for every firm', async () => {
    const { campaigns } = temp.stores;
    const ids: string[] = [];
    const engine = { startCampaign: async (id: string) => void ids.push(id) };
    const cli = createTestCli(temp.stores, temp.dir, { engine });
    // Two seconds go by whenever somebody looks, and each time one more firm is done.
    let now = Date.parse('2026-03-02T02:00:00.000Z');
    cli.context.now = () => new Date((now += 2_000));
    let asked = 0;
    const watched = {
      ...temp.stores,
      campaigns: {
        ...campaigns,
        find: async (id: string) => {
          asked += 1;
          const campaign = await campaigns.find(id);
          if (campaign === null) return null;
          const tally = { ...campaign.tally, done: Math.min(asked, 6), total: 6 };
          return { ...campaign, tally, state: asked > 6 ? ('finished' as const) : ('running' as const) };
        },
      },
    };
    cli.context.openStores = async () => watched;
    const { out } = await cli.run('remind', '--city', '淮安', '--yes');
    const progress = out.filter((line) => line.startsWith('已处理'));
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.length).toBeLessThan(6);
    expect(out.some((line) => line.startsWith('发送完成'))).toBe(true);
  });

  it('reminds one firm', async () => {
    const started: string[] = [];
    const cli = createTestCli(temp.stores, temp.dir, { engine: running(started) });
    const { out } = await cli.run('remind', first, '--yes');
    expect(out[1]).toBe('符合条件的有 1 家，其中 1 家会收到提醒。');
    expect(out.at(-1)).toContain('已送出 1 家');
    expect(await temp.stores.campaigns.find(started[0] ?? '')).toMatchObject({ filter: { uscc: first } });
  });

  it('starts nothing when there is nobody to remind', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { engine: {} });
    const { code, out } = await cli.run('remind', second, '--yes');
    expect(code).toBe(0);
    expect(out.at(-1)).toBe('没有可以发的企业，所以不用发送。');
  });

  it.each([
    [null, 'npm start'],
    [{ startCampaign: () => Promise.reject(new EnrollmentUnavailable('unreachable')) }, '暂时连不上'],
  ])('says what to do when the engine is not there', async (engine, line) => {
    const { code, err } = await createTestCli(temp.stores, temp.dir, { engine }).run(
      'remind',
      first,
      '--yes',
    );
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });

  it.each([
    [['remind'], '要发给所有企业请用 --all'],
    [['remind', first, '--all'], '不能和'],
    [['remind', '91329999MADEM0017C'], '没有投保跟踪'],
  ])('%j is refused', async (argv, line) => {
    const { code, err } = await createTestCli(temp.stores, temp.dir).run(...argv);
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });
});
