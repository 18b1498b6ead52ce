import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { createWorkflowDirectory } from '../../activities/recovery/workflow-directory.ts';
import { restartEnrollment } from '../../activities/start-enrollments.ts';
import { createScheduleDirectory } from '../../cli/app/schedule-directory.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { campaignWorkflowId, enrollmentWorkflowId, watchScheduleId } from '../../workflows/contract.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { createTestCli } from '../support/cli-context.ts';
import { openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RunningOffice;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
  office = await openRunningOffice({ client, connection: native, maxCachedWorkflows: 50 });
});
afterAll(async () => {
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
});

async function projection(id: string): Promise<EnrollmentSnapshot> {
  const found = await office.temp.stores.enrollments.find(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}
const workflowSays = async (id: string): Promise<EnrollmentSnapshot> => {
  const said = await createWorkflowDirectory(client).snapshotOf(id);
  if (said === null) throw new Error(`${id} does not answer`);
  return said;
};
const opened = (enrollmentId: string) =>
  ({
    enrollmentId,
    eventId: `opened/${enrollmentId}`,
    source: 'firm',
    actor: 'test',
    step: 'opened',
  }) as const;
const terminate = (workflowId: string) => client.workflow.getHandle(workflowId).terminate('test');

/** What no store of ours would do: the row as it was before the firm's report, or no row at all. */
function forgetIn(url: string, { report, row }: { report: string; row: string }): void {
  const database = new Sqlite(url.slice('file:'.length));
  try {
    database
      .prepare(
        `UPDATE Enrollment SET projectedVersion = 1, reportedStep = NULL,
         snapshot = json_set(snapshot, '$.version', 1, '$.reportedStep', NULL) WHERE id = ?`,
      )
      .run(report);
    database.prepare('DELETE FROM TimelineEntry WHERE enrollmentId = ?').run(row);
    database.prepare('DELETE FROM Enrollment WHERE id = ?').run(row);
  } finally {
    database.close();
  }
}

async function reconcile(...argv: string[]): Promise<{ code: number; out: string }> {
  const { stores, dir } = office.temp;
  const ports = { client, stores, log: office.ports.log, loadPack, now: () => new Date() };
  const cli = createTestCli(stores, dir, {
    mode: 'live',
    engine: office.commands,
    workflows: createWorkflowDirectory(client),
    schedules: createScheduleDirectory(async () => ports, [packId]),
    restart: (id) => restartEnrollment(client, stores, id),
    now: new Date(),
  });
  const { code, out, err } = await cli.run('reconcile', ...argv);
  return { code, out: [...out, ...err].join('\n') };
}

describe('reconciling a real server with the database', () => {
  it('mends every kind of difference, loses nothing and writes to nobody', async () => {
    const { stores, url } = office.temp;
    const enroll = (n: number) => office.enroll(n, {});
    const [fine, killed, set, ahead, gone, never] = [
      ...[await enroll(1), await enroll(2), await enroll(3), await enroll(4), await enroll(5)],
      await enroll(6),
    ] as const;
    await stores.enrollments.markStarted([never]);
    await office.start();
    for (const id of [fine, killed, set, ahead, gone]) {
      await until(async () => (await projection(id)).version > 0);
      await office.commands.reportStep(opened(id));
    }
    const before = await projection(killed);
    await terminate(enrollmentWorkflowId(killed));
    expect(await createWorkflowDirectory(client).runningSnapshotOf(killed)).toBe('ended');
    forgetIn(url, { report: set, row: gone });
    const restored = await projection(ahead);
    await stores.enrollments.saveProjection({ ...restored, version: 9, reportedStep: 'confirmed' }, []);
    for (const [id, state] of [
      ['stopped', 'running'],
      ['held', 'paused'],
    ] as const) {
      await stores.campaigns.create({ ...reminderPlan(), id, packId, requestedBy: 'cli' });
      await stores.campaigns.setState(id, state);
    }
    await office.commands.startCampaign('stopped', { paused: true });
    await terminate(campaignWorkflowId('stopped'));

    const looked = await reconcile();
    expect(looked.code).toBe(1);
    for (const told of [
      ...['应在运行，Temporal 不知道 ', '应在运行，却已结束', '数据库比 Temporal 旧', 'Temporal 比数据库旧'],
      '在运行，数据库里没有',
    ])
      expect(looked.out).toMatch(new RegExp(`投保跟踪\\s+${told}\\s*1 `));
    expect(looked.out).toContain(`  ${watchScheduleId}`);
    expect(await projection(killed)).toEqual(before);

    expect(await reconcile('--yes')).toMatchObject({ code: 0 });
    const again = await until(async () => {
      const result = await reconcile();
      return result.code === 0 && result;
    });
    expect(again.out).toContain('核对了 6 家');
    for (const id of [fine, killed, set, ahead, gone, never])
      expect((await workflowSays(id)).version).toBe((await projection(id)).version);
    const noted = await Promise.all([fine, killed, set, ahead, gone, never].map(projection));
    expect(noted.map(({ reportedStep }) => reportedStep)).toEqual([
      ...['opened', 'opened', 'opened', 'confirmed', 'opened', null],
    ]);
    // The same event once, also by the workflow that was started again.
    expect(await office.commands.reportStep(opened(killed))).toMatchObject({ outcome: 'alreadyApplied' });
    expect(office.sender.sent).toEqual([]);

    expect(await stores.campaigns.find('stopped')).toMatchObject({ state: 'failed' });
    expect(await stores.campaigns.find('held')).toMatchObject({ state: 'paused' });
    const by = { campaignId: 'held', action: 'cancel', eventId: 'c1', actor: 'test' } as const;
    expect(await office.commands.steerCampaign(by)).toEqual({ outcome: 'applied', state: 'cancelled' });
    await until(async () => (await stores.campaigns.find('held'))?.endedAt);
  });
});
