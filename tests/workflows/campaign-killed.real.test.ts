import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { campaignWorkflowId } from '../../workflows/contract.ts';
import { announcementPlan, reminderPlan } from '../support/campaign-plan.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let client: Client;
let office: Office;
let child: ChildProcess;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  client = new Client({ connection });
  office = await openOffice();
});
afterAll(async () => {
  await kill();
  await office.dispose();
  await connection.close();
  await server.stop();
});

const outbox = (): string => join(office.temp.dir, 'sent.jsonl');
const chatsWrittenTo = (): string[] =>
  existsSync(outbox())
    ? readFileSync(outbox(), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { chatId: string }).chatId)
    : [];

async function startWorker(stuckChats: string[] = []): Promise<void> {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, server.address, office.temp.url, outbox(), stuckChats.join(',')];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
}
async function kill(): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Both campaigns take up ten firms in their first ten seconds. */
const perMinute = 60;
const campaigns = [
  {
    id: 'c-reminder',
    city: '淮安',
    plan: reminderPlan(),
    firms: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  },
  {
    ...{ id: 'c-announcement', city: '南京', plan: announcementPlan({ 'zh-CN': '周五维护。' }) },
    firms: [31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43],
  },
];
const all = campaigns.flatMap(({ firms }) => firms);
/** Their messages are being sent when the worker is killed. */
const underWay = [3, 4, 33, 34];
const chatOf = (firm: number): string => `chat-${firm}`;

it('a worker that is killed in the middle of campaigns: its successor writes to every other firm, once', async () => {
  await startWorker(underWay.map(chatOf));
  const { stores } = office.temp;
  const commands = createEnrollmentCommands(client, { enrollments: async () => stores.enrollments });
  const ids = new Map<number, string>();
  for (const { city, firms } of campaigns)
    for (const firm of firms) ids.set(firm, await office.enroll(firm, {}, { city }));
  await startWaitingEnrollments(client, { enrollments: stores.enrollments });
  for (const { id, city, plan } of campaigns) {
    await stores.campaigns.create({
      ...plan,
      filter: { city },
      perMinute,
      id,
      packId,
      requestedBy: 'staff-1',
    });
    await commands.startCampaign(id);
  }
  const statesOf = async (firms: number[]) => {
    const records = firms.map((firm) => stores.notifications.listForEnrollment(ids.get(firm) ?? ''));
    return (await Promise.all(records)).flat().map(({ state }) => state);
  };
  await until(async () => (await statesOf(underWay)).filter((state) => state === 'sending').length === 4);
  await until(() => chatsWrittenTo().length >= 16);
  await kill();
  expect(chatsWrittenTo().length).toBeLessThan(all.length - underWay.length);

  await startWorker();
  await Promise.all(campaigns.map(({ id }) => client.workflow.getHandle(campaignWorkflowId(id)).result()));
  // Nobody knows of those that were being sent, and nobody sends them again.
  const others = all.filter((firm) => !underWay.includes(firm));
  expect(chatsWrittenTo().sort()).toEqual(others.map(chatOf).sort());
  expect(await statesOf(underWay)).toEqual(underWay.map(() => 'unknown'));
  expect(await statesOf(others)).toEqual(others.map(() => 'sent'));
  for (const { id } of campaigns)
    expect(await stores.campaigns.find(id)).toMatchObject({
      state: 'finished',
      tally: {
        total: 13,
        done: 13,
        sent: 11,
        unknown: 2,
        failed: 0,
        collected: 0,
        cancelled: 0,
        skipped: {},
      },
    });
}, 240_000);
