import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptWorkflowBundle } from '../../activities/bundle.ts';
import type { Activities } from '../../activities/create-activities.ts';
import type { CampaignKind } from '../../knowledge/campaigns/campaign.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import {
  campaignWorkflowId,
  campaignWorkflowType,
  mainTaskQueue,
  sendTaskQueue,
} from '../../workflows/contract.ts';
import { fictionalUscc, packId } from '../support/fictional-firms.ts';
import { quietRuntime } from '../support/quiet-runtime.ts';
import { bytesOf } from '../support/raw-history.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';

quietRuntime();

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let stop: () => Promise<void>;

/** Firms that no campaign of the test has come to yet. */
let left = 0;
let kind: CampaignKind = 'reminder';
/** Firms in one stretch of reminders: a sixth of a minute's worth of a campaign that is held to 200 a minute. */
const stretch = 33;

/** What the activities of a campaign answer, for as many firms as `left` says; nothing is stored or sent. */
const activities = {
  readCampaignStart: async () => ({ kind, startsInMs: 0 }),
  saveCampaignState: async () => undefined,
  chooseCampaignTargets: async () => undefined,
  closeCampaign: async () => undefined,
  remindCampaignTargets: async () => ({ left: (left = Math.max(0, left - stretch)), waitMs: 0 }),
  takeCampaignTargets: async ({ limit }) => {
    const taken = Math.min(limit, left);
    const enrollmentIds = Array.from({ length: taken }, (_, n) =>
      enrollmentIdOf(packId, fictionalUscc(left - n)),
    );
    left -= taken;
    return { enrollmentIds, left: left + taken, waitMs: 0 };
  },
  queueAnnouncements: async ({ enrollmentIds }) =>
    enrollmentIds.map(() => ({ notificationId: randomUUID(), channel: 'web' })),
  settleAnnouncements: async () => undefined,
  deliverNotification: async () => ({ outcome: 'sent' }),
} satisfies Partial<Activities>;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
  const workflowBundle = await keptWorkflowBundle();
  const workers = await Promise.all([
    Worker.create({ connection: native, taskQueue: mainTaskQueue, workflowBundle, activities }),
    Worker.create({ connection: native, taskQueue: sendTaskQueue('web'), activities }),
  ]);
  const runs = workers.map((worker) => worker.run());
  stop = async () => {
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  };
});
afterAll(async () => {
  await stop();
  await native.close();
  await connection.close();
  await server.stop();
});

/** Events and bytes of each run that a campaign of so many firms takes, one after the other. */
async function sizesOf(of: CampaignKind, firms: number): Promise<{ events: number; bytes: number }[]> {
  [kind, left] = [of, firms];
  const campaignId = randomUUID();
  const workflowId = campaignWorkflowId(campaignId);
  const started = await client.workflow.start(campaignWorkflowType, {
    ...{ workflowId, taskQueue: mainTaskQueue, args: [{ campaignId }] },
  });
  await started.result();
  const sizes: { events: number; bytes: number }[] = [];
  let runId: string | null = started.firstExecutionRunId;
  while (runId !== null) {
    const run = await sizeOf(workflowId, runId);
    sizes.push(run);
    runId = run.next;
  }
  return sizes;
}

async function sizeOf(
  workflowId: string,
  runId: string,
): Promise<{ events: number; bytes: number; next: string | null }> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const events = history.events ?? [];
  const next = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? null;
  return { events: events.length, bytes: bytesOf(history).length, next: next === '' ? null : next };
}

// Temporal warns at 10,240 events and 10 MB of one run, and ends it at 51,200 events and 50 MB.
const mostEvents = 2_000;
const mostBytes = 1_000_000;

it('a campaign of reminders to 10,000 firms at a slow pace goes on in a new run long before the limits', async () => {
  const sizes = await sizesOf('reminder', 10_000);
  expect(left).toBe(0);
  expect(sizes.length).toBeGreaterThan(1);
  for (const { events, bytes } of sizes) {
    expect(events).toBeLessThan(mostEvents);
    expect(bytes).toBeLessThan(mostBytes);
  }
});

it('an announcement, which sends by itself, goes on in a new run each few hundred firms', async () => {
  const firms = 500;
  const sizes = await sizesOf('announcement', firms);
  expect(left).toBe(0);
  // However many there are, a run is no longer than these: 10,000 firms take so many times as many runs.
  expect(sizes.length).toBeGreaterThan(2);
  for (const { events, bytes } of sizes) {
    expect(events).toBeLessThan(mostEvents);
    expect(bytes).toBeLessThan(mostBytes);
  }
  const all = sizes.reduce((sum, { events }) => sum + events, 0);
  expect(all / firms).toBeLessThan(6);
});
