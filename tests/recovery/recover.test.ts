import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DescribedWorkflow } from '../../activities/ports/workflow-directory.ts';
import { takeLock } from '../../cli/bootstrap/pid-lock.mjs';
import { prepareDataDir } from '../../cli/data-dir.ts';
import { campaignWorkflowId, digestWorkflowId, enrollmentWorkflowId } from '../../workflows/contract.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { createTestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const ids = [1, 2, 3, 4, 5].map((n) => `${packId}/${fictionalFirm(n).uscc}`);
const [tracked = '', ended = '', stillTold = '', waiting = '', known = ''] = ids;
const running: DescribedWorkflow = { running: true, taskAttempts: 0, pendingActivities: [] };

let temp: TempStores;
let workflows: Map<string, DescribedWorkflow>;
let begun: string[];
beforeEach(async () => {
  temp = await openTempStores();
  workflows = new Map([[enrollmentWorkflowId(known), running]]);
  begun = [];
  const { firms, enrollments } = temp.stores;
  await firms.upsertFirms(
    packId,
    [1, 2, 3, 4, 5].map((n) => fictionalFirm(n)),
    wanted,
  );
  for (const id of ids.filter((one) => one !== waiting)) {
    const snapshot = await enrollments.find(id);
    if (snapshot === null) throw new Error('not enrolled');
    const over = id === ended || id === stillTold;
    const notice = { key: `notice/${id}/2`, kind: 'statusNotice', data: { status: 'terminated' } } as const;
    await enrollments.saveProjection(
      {
        ...snapshot,
        version: 2,
        officialStatus: over ? 'terminated' : 'invited',
        ...(id === stillTold ? { pendingNotices: [notice] } : {}),
      },
      [],
    );
  }
});
afterEach(() => temp.dispose());

const cli = () =>
  createTestCli(temp.stores, temp.dir, {
    engine: {
      startCampaign: async (id, how) => void begun.push(how?.paused === true ? `${id} paused` : id),
      startDigest: async ({ identityId, channel }) => void begun.push(`${identityId}@${channel}`),
    },
    workflows: { describe: async (id) => workflows.get(id) ?? null },
    started: async () => {
      begun.push(...(await temp.stores.enrollments.waitingToStart(10)).map((e) => e.enrollmentId));
      return begun.length;
    },
  });

async function otherKinds(): Promise<void> {
  const { campaigns, notifications } = temp.stores;
  const states = { running: 'running', later: 'scheduled', held: 'paused', finished: 'finished' } as const;
  for (const [name, state] of [...Object.entries(states), ['known', 'running'] as const]) {
    await campaigns.create({ ...reminderPlan(), id: `c-${name}`, packId, requestedBy: 'cli' });
    await campaigns.setState(`c-${name}`, state);
  }
  await campaigns.create({ ...reminderPlan(), id: 'c-preview', packId, requestedBy: 'cli' });
  workflows.set(campaignWorkflowId('c-known'), running);
  const reminder = {
    kind: 'reminder',
    enrollmentId: tracked,
    channel: 'web',
    data: {},
    collected: true,
  } as const;
  await notifications.queue([
    { ...reminder, key: 'k1', identityId: 'p-lost' },
    { ...reminder, key: 'k2', identityId: 'p-lost' },
    { ...reminder, key: 'k3', identityId: 'p-ended' },
    { ...reminder, key: 'k4', identityId: 'p-known' },
    { ...reminder, key: 'k5', identityId: 'p-alone', collected: false },
  ]);
  workflows.set(digestWorkflowId('p-ended'), { ...running, running: false });
  workflows.set(digestWorkflowId('p-known'), running);
}

describe('tongbao recover', () => {
  it('only says what is lost, unless told to begin it anew', async () => {
    const { code, out } = await cli().run('recover');
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('应有 3 个，Temporal 不知道的 2 个');
    expect(out.join('\n')).toContain('什么也没改');
    expect(begun).toEqual([]);
    expect(await temp.stores.enrollments.countWaiting()).toBe(1);
  });

  it('begins anew what Temporal does not know, and leaves alone what it knows or what is over', async () => {
    const { code, out } = await cli().run('recover', '--yes', '--lang', 'en');
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('Began 2 anew');
    expect(begun.sort()).toEqual([tracked, stillTold, waiting].sort());
  });

  it('begins campaigns, each as it stood, and collected messages anew, too', async () => {
    await otherKinds();
    const { out } = await cli().run('recover', '--yes');
    expect(out.join('\n')).toContain('未结束的群发：应有 4 个，Temporal 不知道的 3 个');
    expect(begun.filter((id) => !id.startsWith(packId)).sort()).toEqual([
      ...['c-held paused', 'c-later', 'c-running', 'p-ended@web', 'p-lost@web'],
    ]);
  });

  it('has nothing to do where nothing is lost', async () => {
    for (const id of ids) workflows.set(enrollmentWorkflowId(id), running);
    const { out } = await cli().run('recover', '--yes');
    expect(out.join('\n')).toContain('什么也没丢');
    expect(begun).toEqual([]);
  });

  it('waits until another recovery is done', async () => {
    const { settings } = cli().context;
    prepareDataDir(settings);
    const lock = takeLock(join(settings.dataDir, 'tongbao-recovery.pid'));
    if (!lock.taken) throw new Error('taken');
    onTestFinished(lock.release);
    const { code, err } = await cli().run('recover', '--yes');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('另一个核对或恢复正在进行');
    expect(begun).toEqual([]);
  });

  it('asks for a running system', async () => {
    const { code, err } = await createTestCli(temp.stores, temp.dir).run('recover', '--yes');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('npm start');
  });
});
