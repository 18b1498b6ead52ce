import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { isAtRest } from '../support/is-at-rest.ts';
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
const sentTo = (chat: string): number =>
  existsSync(outbox()) ? readFileSync(outbox(), 'utf8').split(`"chatId":"${chat}"`).length - 1 : 0;

async function startWorker(): Promise<void> {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, server.address, office.temp.url, outbox()];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
}
async function kill(): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a worker that is killed', () => {
  it('between two reminders: its successor sends each reminder once, to every firm', async () => {
    await startWorker();
    const chats = [1, 2, 3].map((i) => `chat-${i}`);
    const ids: string[] = [];
    for (const i of [1, 2, 3]) ids.push(await office.enroll(i, { trial: true }));
    await startWaitingEnrollments(client, { enrollments: office.temp.stores.enrollments });
    const commands = createEnrollmentCommands(client, {
      enrollments: async () => office.temp.stores.enrollments,
    });
    let events = 0;
    // What the dead worker had in hand comes back after a while: ask again with the same event, as callers do.
    const advance = async (enrollmentId: string) => {
      const event = { enrollmentId, eventId: `e${(events += 1)}`, source: 'cli', actor: 'test' } as const;
      await until(() => commands.advanceTrialClock(event).catch(() => null));
    };
    const allReminded = (times: number): Promise<boolean> =>
      until(async () => {
        const found = await Promise.all(ids.map((id) => office.temp.stores.enrollments.find(id)));
        return found.every((e) => e?.remindersDue === times);
      });

    await Promise.all(ids.map(advance));
    await allReminded(1);
    // The projection is saved within the workflow task; killed before its end, the reminder falls due once more.
    await Promise.all(ids.map((id) => until(() => isAtRest(client, id))));
    await kill();

    await startWorker();
    await Promise.all(ids.map(advance));
    await allReminded(2);
    expect(chats.map(sentTo)).toEqual([2, 2, 2]);
    for (const id of ids) {
      const records = await office.temp.stores.notifications.listForEnrollment(id);
      expect(records.map((r) => r.state)).toEqual(['sent', 'sent']);
    }
  });
});
