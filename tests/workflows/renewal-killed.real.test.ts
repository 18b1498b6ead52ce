import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renewalWorkflowId } from '../../workflows/contract.ts';
import { nextYear, thisYear } from '../support/pack-pair.ts';
import { goodFirm, idOf, openRenewalOffice } from '../support/renewal-office.ts';
import type { RenewalOffice } from '../support/renewal-office.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

const firms = Array.from({ length: 200 }, (_, n) => n);
/** Not eligible any more. */
const refused = firms.filter((n) => n % 5 === 0);
/** The machine may be busy with other things. */
const patienceMs = 300_000;
let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RenewalOffice;
let child: ChildProcess | null = null;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
  office = await openRenewalOffice({ client, connection: native });
});
afterAll(async () => {
  await kill();
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
});

async function startWorker(): Promise<void> {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, server.address, office.temp.url, outbox()];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
}
async function kill(): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const outbox = (): string => join(office.temp.dir, 'sent.jsonl');
const sent = (): { chatId: string; text: string }[] =>
  existsSync(outbox())
    ? readFileSync(outbox(), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { chatId: string; text: string })
    : [];
const judged = async (): Promise<number> =>
  (await office.ports.stores.renewals.counts(thisYear)).reduce((sum, { count }) => sum + count, 0);

describe('a renewal of 200 firms whose worker is killed in the middle', () => {
  it('judges each firm to its end, invites it once, and tells it once', async () => {
    await office.insure(firms, 'approved');
    await office.listNext(...firms.map((n) => goodFirm(n, n % 5 === 0 ? { priorYearExportUsd: 7e6 } : {})));
    await office.stopWorkers();

    await startWorker();
    const { renewals, enrollments, notifications } = office.ports.stores;
    const opening = { packId: thisYear, nextPackId: nextYear, openedBy: 'test' };
    await renewals.open({ ...opening, openedAt: new Date().toISOString() });
    await office.commands.wakeRenewal(thisYear);
    await until(async () => (await judged()) >= 80, patienceMs);
    await kill();
    expect(await judged()).toBeLessThan(firms.length);
    await startWorker();
    await client.workflow.getHandle(renewalWorkflowId(thisYear)).result();

    expect(await renewals.counts(thisYear)).toEqual([
      { outcome: 'invited', codes: [], count: firms.length - refused.length },
      { outcome: 'notEligible', codes: ['valueAbove'], count: refused.length },
    ]);
    for (const n of firms) {
      const next = await enrollments.find(idOf(n, nextYear));
      expect(next?.predecessorId ?? null).toBe(refused.includes(n) ? null : idOf(n));
    }
    // A message that was under way when its worker died is repeated once, and marked.
    const records = async () =>
      (await Promise.all(firms.map((n) => notifications.listForEnrollment(idOf(n))))).flat();
    await until(
      async () => (await records()).filter(({ state }) => state === 'sent').length === firms.length,
      patienceMs,
    );
    const all = await records();
    const unknown = all.filter(({ state }) => state === 'unknown');
    expect(all).toHaveLength(firms.length + unknown.length);
    const messages = sent();
    const repeats = messages.filter(({ text }) => text.startsWith('【补发】'));
    expect(repeats).toHaveLength(unknown.length);
    const told = messages.filter((message) => !repeats.includes(message));
    expect(new Set(told.map(({ chatId }) => chatId)).size).toBe(told.length);
    expect(new Set(messages.map(({ chatId }) => chatId)).size).toBe(firms.length);
    for (const { chatId, text } of messages) {
      const n = Number(chatId.replace('chat-', ''));
      expect(text).toContain(refused.includes(n) ? '超过上限600万美元' : '可以办理续转');
    }
    const { historyLength } = await client.workflow.getHandle(renewalWorkflowId(thisYear)).describe();
    expect(historyLength).toBeLessThan(60);
  }, 900_000);
});
