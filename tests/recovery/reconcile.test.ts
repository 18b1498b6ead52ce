import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DescribedWorkflow } from '../../activities/ports/workflow-directory.ts';
import { takeLock } from '../../cli/bootstrap/pid-lock.mjs';
import { prepareDataDir } from '../../cli/data-dir.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { campaignWorkflowId, digestWorkflowId, enrollmentWorkflowId } from '../../workflows/contract.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { createTestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const running: DescribedWorkflow = { running: true, taskAttempts: 0, pendingActivities: [] };
const idOf = (n: number): string => `${packId}/${fictionalFirm(n).uscc}`;
const version = 3;

let temp: TempStores;
/** What the engine knows, by workflow ID, and what each enrollment says of itself. */
let workflows: Map<string, DescribedWorkflow>;
let said: Map<string, EnrollmentSnapshot>;
/** The engine's list still names those that have ended. */
let staleList: boolean;
let missingSchedules: string[];
let done: string[];
beforeEach(async () => {
  temp = await openTempStores();
  workflows = new Map();
  said = new Map();
  staleList = false;
  missingSchedules = [];
  done = [];
  const firms = [1, 2, 3, 4].map((n) => fictionalFirm(n));
  await temp.stores.firms.upsertFirms(packId, firms, { ...wanted, trial: true });
  for (const n of [1, 2, 3]) await temp.stores.enrollments.saveProjection(await snapshotOf(n, version), []);
  for (const n of [1, 2, 3]) await runs(n, version);
});
afterEach(() => temp.dispose());

async function snapshotOf(n: number, at: number): Promise<EnrollmentSnapshot> {
  const snapshot = await temp.stores.enrollments.find(idOf(n));
  if (snapshot === null) throw new Error('not enrolled');
  return { ...snapshot, version: at };
}
async function runs(n: number, at: number, part: Partial<EnrollmentSnapshot> = {}): Promise<void> {
  workflows.set(enrollmentWorkflowId(idOf(n)), running);
  said.set(idOf(n), { ...(await snapshotOf(n, at)), ...part });
}
const endWorkflow = (id: string): unknown => workflows.set(id, { ...running, running: false });
const forget = (id: string): unknown => workflows.delete(id);
const versionOf = async (n: number): Promise<number | undefined> =>
  (await temp.stores.enrollments.find(idOf(n)))?.version;

const cli = () =>
  createTestCli(temp.stores, temp.dir, {
    engine: {
      startCampaign: async (id, how) => void done.push(`${how?.paused === true ? 'paused' : 'start'} ${id}`),
      startDigest: async ({ identityId, channel }) => void done.push(`digest ${identityId}@${channel}`),
      steerCampaign: async ({ campaignId, action }) => {
        done.push(`${action} ${campaignId}`);
        return { outcome: 'applied', state: 'cancelled' };
      },
    },
    workflows: {
      describe: async (id) => workflows.get(id) ?? null,
      async *listRunning(type) {
        for (const [id, { running: isRunning }] of workflows)
          if ((isRunning || staleList) && id.startsWith(`${type}/`)) yield id;
      },
      snapshotOf: async (id) => said.get(id) ?? null,
      runningSnapshotOf: async (id) =>
        workflows.get(enrollmentWorkflowId(id))?.running === true ? (said.get(id) ?? null) : 'ended',
    },
    schedules: {
      missing: async () => missingSchedules,
      keep: async () => void done.push('schedules'),
    },
    restart: async (id) => {
      done.push(`restart ${id}`);
    },
  });
const run = async (...argv: string[]) => {
  const { code, out, err } = await cli().run('reconcile', ...argv);
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('tongbao reconcile', () => {
  it('finds nothing where all agrees, and leaves alone what waits to be started', async () => {
    expect(await run('--yes')).toEqual({
      code: 0,
      out: '核对了 3 家应在跟踪的企业，处处一致。',
      err: '',
    });
    expect(done).toEqual([]);
  });

  it('only says what differs, unless told to mend it, and fails so that a timetable notices', async () => {
    forget(enrollmentWorkflowId(idOf(1)));
    await runs(2, 5);
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/投保跟踪\s+应在运行，Temporal 不知道\s+1\s+按数据库里的进度重新开始/);
    expect(out).toMatch(/投保跟踪\s+数据库比 Temporal 旧\s+1\s+把 Temporal 里的进度存进数据库/);
    expect(out).toContain(`  ${idOf(1)}`);
    expect(out).toContain('什么也没改');
    expect(done).toEqual([]);
    expect(await versionOf(2)).toBe(version);
  });

  it('mends either side', async () => {
    forget(enrollmentWorkflowId(idOf(1)));
    await runs(2, 5, { reportedStep: 'confirmed' });
    await runs(3, 1);
    const { code, out } = await run('--yes', '--lang', 'en');
    expect({ code, out: out.slice(out.indexOf('Mended')) }).toEqual({ code: 0, out: 'Mended: 3.' });
    expect(done.sort()).toEqual([`restart ${idOf(1)}`, `restart ${idOf(3)}`].sort());
    expect(await temp.stores.enrollments.find(idOf(2))).toMatchObject({
      ...{ version: 5, reportedStep: 'confirmed' },
    });
  });

  it('saves first what an ended workflow knows better, and begins it anew only if it is not over', async () => {
    for (const n of [1, 2]) endWorkflow(enrollmentWorkflowId(idOf(n)));
    said.set(idOf(1), { ...(await snapshotOf(1, 7)), officialStatus: 'terminated' });
    said.set(idOf(2), await snapshotOf(2, 7));
    expect((await run('--yes')).code).toBe(0);
    expect(done).toEqual([`restart ${idOf(2)}`]);
    expect([await versionOf(1), await versionOf(2)]).toEqual([7, 7]);
  });

  it('saves a workflow that the database does not know, if its firm is ours', async () => {
    const other = await openTempStores();
    onTestFinished(() => other.dispose());
    const [ours, unknown] = [fictionalFirm(4), fictionalFirm(9)];
    await other.stores.firms.upsertFirms('next-pack', [ours, unknown], { ...wanted, trial: true });
    for (const { uscc } of [ours, unknown]) {
      const id = `next-pack/${uscc}`;
      const snapshot = await other.stores.enrollments.find(id);
      if (snapshot === null) throw new Error('not enrolled');
      said.set(id, { ...snapshot, version: 4 });
      workflows.set(enrollmentWorkflowId(id), running);
    }
    const { code, out } = await run('--yes');
    expect(code).toBe(1);
    expect(out).toContain('不动：名单里没有这家企业');
    expect(out).toContain('改正了 1 处。\n还有 1 处没有改正');
    expect(await temp.stores.enrollments.carriedOf(`next-pack/${ours.uscc}`)).toMatchObject({
      ...{ state: { version: 4 }, nextSeq: 2 },
    });
    expect(await temp.stores.enrollments.find(`next-pack/${unknown.uscc}`)).toBeNull();
  });

  it('leaves to a person what fails or does not answer', async () => {
    said.delete(idOf(1));
    said.delete(idOf(2));
    workflows.set(enrollmentWorkflowId(idOf(2)), { ...running, taskAttempts: 9 });
    const { code, out } = await run('--yes');
    expect(code).toBe(1);
    expect(out).toMatch(/在运行，但不回答\s+1\s+不动/);
    expect(out).toMatch(/一再出错，停在原处\s+1\s+不动/);
    expect(done).toEqual([]);
  });

  it('sees to campaigns, collected messages and Schedules', async () => {
    const { campaigns, notifications } = temp.stores;
    const states = { lost: 'running', held: 'paused', killed: 'running', over: 'finished' } as const;
    for (const [id, state] of Object.entries(states)) {
      await campaigns.create({ ...reminderPlan(), id, packId, requestedBy: 'cli' });
      await campaigns.setState(id, state);
    }
    await campaigns.addTargets('killed', [1, 2, 3].map(idOf));
    const [taken = ''] = await campaigns.claim('killed', 2);
    await campaigns.beginAsking('killed', taken);
    endWorkflow(campaignWorkflowId('killed'));
    workflows.set(campaignWorkflowId('over'), running);
    workflows.set(campaignWorkflowId('unknown'), running);
    const one = {
      kind: 'reminder',
      enrollmentId: idOf(1),
      channel: 'web',
      data: {},
      collected: true,
    } as const;
    await notifications.queue([
      { ...one, key: 'k1', identityId: 'p1' },
      { ...one, key: 'k2', identityId: 'p2' },
    ]);
    workflows.set(digestWorkflowId('p2'), running);
    missingSchedules = ['watch'];
    const { code, out } = await run('--yes');
    expect(code).toBe(1);
    expect(out).toContain('不动：数据库里没有这次群发');
    expect(done.sort()).toEqual(['cancel over', 'digest p1@web', 'paused held', 'schedules', 'start lost']);
    expect(await campaigns.find('killed')).toMatchObject({
      ...{ state: 'failed', tally: { unknown: 1, cancelled: 2 } },
    });
    // Other campaigns may write to its firms now.
    await campaigns.create({ ...reminderPlan(), id: 'next', packId, requestedBy: 'cli' });
    await campaigns.setState('next', 'running');
    await campaigns.addTargets('next', [taken]);
    expect(await campaigns.claim('next', 1)).toEqual([taken]);
  });

  it('is not misled by a list that is behind', async () => {
    endWorkflow(enrollmentWorkflowId(idOf(1)));
    staleList = true;
    expect((await run('--yes')).code).toBe(0);
    expect(done).toEqual([`restart ${idOf(1)}`]);
  });

  it('lists ten of many, and all when asked', async () => {
    const many = Array.from({ length: 12 }, (_, i) => fictionalFirm(20 + i));
    await temp.stores.firms.upsertFirms(packId, many, { ...wanted, trial: true });
    await temp.stores.enrollments.markStarted(many.map(({ uscc }) => `${packId}/${uscc}`));
    const lines = async (...argv: string[]) =>
      (await run(...argv)).out.split('\n').filter((line) => line.startsWith('  ')).length;
    expect(await lines()).toBe(11);
    expect(await lines('--all')).toBe(12);
  });
});

describe('reconciling is refused', () => {
  it('where Temporal knows nothing at all: that is for recover, or the wrong Temporal', async () => {
    workflows.clear();
    const { code, err } = await run('--yes');
    expect(code).toBe(1);
    expect(err).toContain('tongbao recover');
    expect(done).toEqual([]);
  });

  it('where nobody answers for the workflows', async () => {
    const many = Array.from({ length: 30 }, (_, i) => fictionalFirm(20 + i));
    await temp.stores.firms.upsertFirms(packId, many, { ...wanted, trial: true });
    const ids = many.map(({ uscc }) => `${packId}/${uscc}`);
    await temp.stores.enrollments.markStarted(ids);
    for (const id of ids) workflows.set(enrollmentWorkflowId(id), running);
    said.clear();
    const { code, err } = await run('--yes');
    expect(code).toBe(1);
    expect(err).toContain('没有程序替它们回答');
  });

  it('while another one mends, but not to look', async () => {
    const { settings } = cli().context;
    prepareDataDir(settings);
    const lock = takeLock(join(settings.dataDir, 'tongbao-recovery.pid'));
    if (!lock.taken) throw new Error('taken');
    onTestFinished(lock.release);
    forget(enrollmentWorkflowId(idOf(1)));
    expect(await run('--yes')).toMatchObject({ code: 1, out: '' });
    expect(done).toEqual([]);
    expect((await run()).out).toContain('什么也没改');
  });

  it('where nothing runs', async () => {
    const { code, err } = await createTestCli(temp.stores, temp.dir).run('reconcile');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('npm start');
  });
});
