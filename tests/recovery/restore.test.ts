import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../cli/app/start-app.ts';
import { acquireInstanceLock } from '../../cli/instance-lock.ts';
import { readRestoreNote, writeRestoreNote } from '../../cli/restore/restore-note.ts';
import type { CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { createTestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId } from '../support/fictional-firms.ts';
import { makeBackupHome, writeFiles } from './backup-home.ts';
import type { BackupHome } from './backup-home.ts';

const takenAt = '2026-03-02T18:00:00.000Z';
const later = '2026-03-05T02:00:00.000Z';
const ids = [1, 2].map((n) => `${packId}/${fictionalFirm(n).uscc}`) as [string, string];
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A home with one backup in it. */
async function backedUp(): Promise<BackupHome & { backup: string }> {
  const home = await makeBackupHome();
  writeFiles(home, { 'payload-keys': 'old' });
  expect((await home.cliAt(takenAt).run('backup', home.into)).code).toBe(0);
  return { ...home, backup: join(home.into, 'tongbao-trial-20260303-020000') };
}
/** Says until when the system went on: its database was last written then. */
function wentOnUntil({ settings }: BackupHome, iso: string): void {
  utimesSync(join(settings.dataDir, 'tongbao.db'), new Date(iso), new Date(iso));
}
/** Everything in the data folder, with its content. */
const contentOf = ({ settings: { dataDir } }: BackupHome): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, 'base64')]),
  );

describe('tongbao restore', () => {
  it('only says what it would do, unless told to do it', async () => {
    const home = await backedUp();
    const before = contentOf(home);
    const { code, out } = await home.cliAt(later).run('restore', home.backup);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('备份完好');
    expect(out.join('\n')).toContain('什么也没改');
    expect(contentOf(home)).toEqual(before);
  });

  it('brings back what was there, and moves aside what is', async () => {
    const home = await backedUp();
    await home.withStores((stores) => stores.identities.addStaff('后来的人'));
    writeFiles(home, { 'payload-keys': 'new', 'later.txt': 'later' });
    const { code, out, err } = await home.cliAt(later).run('restore', home.backup, '--yes');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.join('\n')).toContain('已恢复');
    const { dataDir } = home.settings;
    expect(readdirSync(dataDir).sort()).toEqual([
      ...['payload-keys', 'replaced-20260305-100000', 'tongbao.db'],
    ]);
    expect(readFileSync(join(dataDir, 'payload-keys'), 'utf8')).toBe('old');
    const aside = join(dataDir, 'replaced-20260305-100000');
    expect(readFileSync(join(aside, 'payload-keys'), 'utf8')).toBe('new');
    expect(readFileSync(join(aside, 'later.txt'), 'utf8')).toBe('later');
    await home.withStores(async (stores) => {
      expect(await stores.identities.listStaff()).toEqual([]);
      // No copy of Temporal's data: every workflow is to begin anew.
      expect(await stores.enrollments.countWaiting()).toBe(2);
    });
    const old = new Sqlite(join(aside, 'tongbao.db'), { readonly: true });
    expect(old.prepare('SELECT name FROM Staff').pluck().all()).toEqual(['后来的人']);
    old.close();
  });

  it('counts what fell due after the backup as perhaps sent', async () => {
    const home = await makeBackupHome();
    await home.withStores(async (stores) => {
      const data = {
        kind: 'statusNotice',
        enrollmentId: ids[0],
        identityId: 'i',
        channel: 'web',
        data: {},
      } as const;
      await stores.notifications.queue([{ ...data, key: 'notice/1' }]);
      const enrollment = await stores.enrollments.find(ids[0]);
      if (enrollment === null) throw new Error('not enrolled');
      // The second never had a workflow that spoke.
      const due = { ...enrollment, version: 2, nextReminderAt: '2022-03-04T01:30:00.000Z' };
      await stores.enrollments.saveProjection(due, []);
    });
    await home.cliAt('2022-03-03T18:00:00.000Z').run('backup', home.into);
    wentOnUntil(home, '2022-03-07T02:00:00.000Z');
    const backup = join(home.into, 'tongbao-trial-20220304-020000');
    const { out } = await home.cliAt(later).run('restore', backup, '--yes', '--lang', 'en');
    expect(out.join('\n')).toContain('2 reminders noted as perhaps sent; 1 message had not gone out');
    await home.withStores(async (stores) => {
      const enrollment = await stores.enrollments.find(ids[0]);
      expect(enrollment).toMatchObject({
        ...{ remindersDue: 1, lastReminderAt: '2022-03-04T01:30:00.000Z', version: 4 },
        nextReminderAt: '2022-03-11T01:30:00.000Z',
      });
      expect((await stores.enrollments.timeline(ids[0])).slice(1)).toMatchObject([
        { seq: 2, event: { type: 'reminderFellDue' } },
        { seq: 3, event: { type: 'reminded', key: `reminder/${ids[0]}/2`, outcome: 'unknown' } },
      ]);
      expect(await stores.notifications.listForEnrollment(ids[0])).toMatchObject([{ state: 'sending' }]);
    });
  });

  it.each([
    ['goes on', '2022-03-07T02:00:00.000Z'],
    ['stopped', '2022-03-03T17:00:00.000Z'],
  ])('ends campaigns that may have written since, where the system %s', async (fate, until) => {
    const home = await makeBackupHome(3);
    const [asked = '', next = '', told = ''] = [1, 2, 3].map((n) => `${packId}/${fictionalFirm(n).uscc}`);
    await home.withStores(async ({ campaigns }) => {
      const create = async (id: string, state: CampaignState, startAt: string | null = null) => {
        await campaigns.create({ ...reminderPlan({ startAt }), id, packId, requestedBy: 'cli' });
        await campaigns.setState(id, state);
      };
      await create('running', 'running');
      await campaigns.addTargets('running', [asked, next, told]);
      await campaigns.markStarted('running');
      expect(await campaigns.claim('running', 3)).toHaveLength(3);
      await campaigns.beginAsking('running', asked);
      await campaigns.beginAsking('running', told);
      await campaigns.recordOutcome('running', [told], 'sent');
      await create('due', 'scheduled', '2022-03-04T02:00:00.000Z');
      await create('later', 'scheduled', '2022-03-20T02:00:00.000Z');
      await create('held', 'paused');
    });
    await home.cliAt('2022-03-03T18:00:00.000Z').run('backup', home.into);
    wentOnUntil(home, until);
    const backup = join(home.into, 'tongbao-trial-20220304-020000');
    const { out, err } = await home.cliAt(later).run('restore', backup, '--yes');
    expect(err).toEqual([]);
    await home.withStores(async ({ campaigns, recovery }) => {
      const open = (await recovery.openCampaigns()).map(({ id }) => id);
      if (fate === 'stopped') {
        expect(open).toEqual(['due', 'held', 'later', 'running']);
        return;
      }
      expect(out.join('\n')).toMatch(/群发 2 次，.*记为“不确定”[^]*暂停着的群发 1 次，保持暂停/);
      expect(open).toEqual(['held', 'later']);
      const outcomes: string[] = [];
      for await (const { outcome } of campaigns.recipients('running')) outcomes.push(outcome);
      expect(outcomes).toEqual(['unknown', 'unknown', 'sent']);
      // Its workflow, out of Temporal's copy, finds nothing to send and nothing to wait for.
      await campaigns.setState('running', 'running');
      expect(await campaigns.claim('running', 3)).toEqual([]);
      expect(await campaigns.countOpen('running')).toBe(0);
      expect((await campaigns.find('due'))?.startedAt).not.toBeNull();
    });
  });

  it('has nothing to doubt when nothing ran after the backup', async () => {
    const home = await makeBackupHome();
    await home.cliAt('2022-03-07T18:00:00.000Z').run('backup', home.into);
    wentOnUntil(home, '2022-03-07T17:00:00.000Z');
    const backup = join(home.into, 'tongbao-trial-20220308-020000');
    await home.cliAt(later).run('restore', backup, '--yes');
    await home.withStores(async (stores) => {
      expect(await stores.enrollments.find(ids[0])).toMatchObject({ remindersDue: 0, version: 1 });
    });
  });

  it('restarts only what the database knows better, when Temporal comes back too', async () => {
    const home = await makeBackupHome();
    const temporal = new Sqlite(join(home.settings.dataDir, 'temporal.db'));
    temporal.exec('CREATE TABLE executions (id TEXT)');
    temporal.close();
    // Its rows are written now: after the copy of Temporal that this clock dates.
    await home.cliAt('2022-03-02T18:00:00.000Z').run('backup', home.into);
    const backup = join(home.into, 'tongbao-trial-20220303-020000');
    wentOnUntil(home, '2022-03-02T17:00:00.000Z');
    writeFileSync(join(home.settings.dataDir, 'temporal.db'), 'broken');
    const { code, err } = await home.cliAt(later).run('restore', backup, '--yes');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const { dataDir } = home.settings;
    expect(readRestoreNote(dataDir)).toMatchObject({ state: 'moved', toRestart: ids });
    expect(readFileSync(join(dataDir, 'replaced-20260305-100000/temporal.db'), 'utf8')).toBe('broken');

    const alone = await home.cliAt(later).run('restore', backup, '--yes', '--database-only');
    expect(alone.out.join('\n')).toContain('重新开始');
    expect(existsSync(join(dataDir, 'temporal.db'))).toBe(false);
    expect(readRestoreNote(dataDir)).toBeNull();
  });

  it('can be done again after it was cut off, and keeps npm start away until then', async () => {
    const home = await backedUp();
    const { dataDir } = home.settings;
    writeRestoreNote(dataDir, { state: 'moving', backup: 'b-1', toRestart: [] });
    renameSync(join(dataDir, 'tongbao.db'), join(dataDir, 'elsewhere'));
    const { started, stop } = startApp(home.settings, silent, { role: null, progress: () => {} });
    await expect(started).rejects.toThrow('b-1');
    await stop();
    expect(existsSync(join(dataDir, 'tongbao.db'))).toBe(false);
    expect((await home.cliAt(later).run('restore', home.backup, '--yes')).code).toBe(0);
    expect(readRestoreNote(dataDir)).toBeNull();
    await home.withStores(async (stores) => {
      expect(await stores.firms.holdsFirms({ sample: true })).toBe(true);
    });
  });
});

describe('a backup that cannot be restored here', () => {
  it.each<[string, (home: BackupHome & { backup: string }) => void, string]>([
    [
      'is no backup',
      ({ backup }) => renameSync(join(backup, 'manifest.json'), join(backup, 'm')),
      '不是一份完整的备份',
    ],
    ['was changed', ({ backup }) => writeFileSync(join(backup, 'payload-keys'), 'xxx'), '不完整'],
    ['lacks a file', ({ backup }) => renameSync(join(backup, 'tongbao.db'), join(backup, 't')), '不完整'],
    [
      'leads out of its folder',
      ({ backup }) => editManifest(backup, '"payload-keys"', '"../payload-keys"'),
      '不是一份完整的备份',
    ],
    ['is of the other mode', ({ backup }) => editManifest(backup, '"trial"', '"live"'), '正式模式的备份'],
    [
      'is newer than this program',
      ({ backup }) => editManifest(backup, '_init"', '_init", "29990101000000_more"'),
      '更新的 tongbao',
    ],
  ])('%s', async (_, spoil, said) => {
    const home = await backedUp();
    spoil(home);
    const before = contentOf(home);
    const { code, err } = await home.cliAt(later).run('restore', home.backup, '--yes');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain(said);
    expect(contentOf(home)).toEqual(before);
  });

  it('waits until tongbao is stopped', async () => {
    const home = await backedUp();
    onTestFinished(acquireInstanceLock(home.settings.dataDir, 'bot'));
    const before = contentOf(home);
    const { code, err } = await home.cliAt(later).run('restore', home.backup, '--yes');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('已在运行');
    expect(contentOf(home)).toEqual(before);
  });

  it('of fictional firms is not restored into live mode under another name', async () => {
    const home = await backedUp();
    editManifest(home.backup, '"trial"', '"live"');
    const live = createTestCli({} as never, join(home.settings.dataDir, '..'), { mode: 'live' });
    const { code, err } = await live.run('restore', home.backup, '--yes');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('演示');
    expect(existsSync(live.context.settings.databaseUrl.slice(5))).toBe(false);
  });

  it('works where the database lies elsewhere', async () => {
    const home = await backedUp();
    const place = join(home.into, '..', 'database', 'main.db');
    const cli = home.cliAt(later);
    cli.context.settings = { ...home.settings, databaseUrl: `file:${place}` };
    expect((await cli.run('restore', home.backup, '--yes')).err).toEqual([]);
    expect(readdirSync(join(place, '..'))).toEqual(['main.db']);
    cpSync(place, `${place}.copy`);
    expect((await cli.run('restore', home.backup, '--yes')).err).toEqual([]);
    expect(readdirSync(join(place, '..')).sort()).toEqual([
      'main.db',
      'main.db.copy',
      'replaced-20260305-100000',
    ]);
  });
});

function editManifest(backup: string, from: string, to: string): void {
  const file = join(backup, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
