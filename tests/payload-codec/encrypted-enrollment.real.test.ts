import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptWorkflowBundle } from '../../activities/bundle.ts';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { createDataConverter } from '../../activities/payload-codec/data-converter.ts';
import { createPayloadCodec } from '../../activities/payload-codec/payload-codec.ts';
import type { Keyring } from '../../activities/payload-codec/payload-keys.ts';
import { SendError } from '../../activities/ports/services.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { openFileKeyring } from '../../cli/payload-keys/file-keyring.ts';
import { rotateKeyFile } from '../../cli/payload-keys/key-file.ts';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import { openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { bytesOf, clearTextOf, keyIdsIn, payloadsIn, rawHistory } from '../support/raw-history.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
// One file for all: a worker also meets what earlier tests left on the server.
const folder = mkdtempSync(join(tmpdir(), 'tongbao-keys-'));
const keyFile = join(folder, 'payload-keys');
beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
});
afterAll(async () => {
  await native.close();
  await connection.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// Callers and workers are processes of their own: each has read the file for itself.
let keyring: Keyring;
let worker: { client: Client; connection: NativeConnection; dataConverter: DataConverter };
let office: RunningOffice;
let firms = 0;
let events = 0;
const by = (enrollmentId: string) =>
  ({ enrollmentId, eventId: `e${(events += 1)}`, source: 'staff', actor: 'staff-zhang' }) as const;

beforeEach(async () => {
  keyring = openFileKeyring(keyFile);
  worker = {
    client: new Client({ connection, dataConverter: createDataConverter(keyring) }),
    connection: native,
    dataConverter: createDataConverter(openFileKeyring(keyFile)),
  };
  office = await openRunningOffice(worker);
});
afterEach(() => office.dispose());

async function tracked(): Promise<string> {
  const id = await office.enroll((firms += 1), { trial: true });
  await office.start();
  return id;
}
const historyOf = (id: string) => rawHistory(new Client({ connection }), enrollmentWorkflowId(id));
const clear = async (id: string): Promise<string> =>
  clearTextOf(await historyOf(id), createPayloadCodec(keyring));

// First, on a server that holds nothing encrypted yet: its worker without keys would stumble over it.
describe('an enrollment from before encryption', () => {
  it('goes on, and is encrypted from then on', async () => {
    const encrypting = worker.dataConverter;
    const runWith = async (dataConverter: DataConverter): Promise<void> => {
      await office.stopWorkers();
      worker.dataConverter = dataConverter;
      await office.runWorkers();
    };
    await runWith({});
    const client = new Client({ connection });
    const id = await office.enroll((firms += 1), { trial: true });
    await startWaitingEnrollments(client, office.temp.stores);
    const { enrollments } = office.temp.stores;
    const commands = createEnrollmentCommands(client, { enrollments: async () => enrollments });
    await commands.reportStep({ ...by(id), step: 'opened' });

    await runWith(encrypting);
    const result = await office.commands.reportStep({ ...by(id), step: 'sealed' });
    expect(result).toMatchObject({ outcome: 'applied', enrollment: { reportedStep: 'sealed' } });
    const history = await historyOf(id);
    expect(bytesOf(history).includes('opened')).toBe(true);
    expect(bytesOf(history).includes('sealed')).toBe(false);
  });
});

describe('an enrollment whose payloads are encrypted', () => {
  it('is kept without a word in clear, and read by whoever has the keys', async () => {
    const id = await tracked();
    office.sender.failures.push(new SendError({ fate: 'notSent', code: 'network' }));
    await office.commands.advanceTrialClock(by(id));
    await until(() => office.sender.sent.length === 1);
    await office.commands.reportStep({ ...by(id), step: 'sealed' });
    await office.commands.reportStep({ ...by(id), step: 'submitted' });
    const returned = await office.commands.applyOfficialEvent({
      ...by(id),
      status: 'returned',
      reason: '不在核准名单内',
    });
    expect(returned).toMatchObject({ outcome: 'applied', enrollment: { officialReason: '不在核准名单内' } });

    const history = await historyOf(id);
    expect(payloadsIn(history).length).toBeGreaterThan(10);
    const said = await clear(id);
    for (const text of [
      '不在核准名单内',
      'staff-zhang',
      'sealed',
      'Asia/Shanghai',
      'send notSent',
      'retry-rules.ts',
    ]) {
      expect(bytesOf(history).includes(text), text).toBe(false);
      expect(said).toContain(text);
    }
  });

  it('can be asked, and refuses, like any other', async () => {
    const id = await tracked();
    await office.commands.reportStep({ ...by(id), step: 'sealed' });
    expect(await office.commands.reportStep({ ...by(id), step: 'opened' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'stepAlreadyReported' },
    });
    const handle = worker.client.workflow.getHandle(enrollmentWorkflowId(id));
    expect(await handle.query('getEnrollment')).toMatchObject({ reportedStep: 'sealed' });
  });

  it('goes on while the keys are rotated, without a restart', async () => {
    const id = await tracked();
    await office.commands.reportStep({ ...by(id), step: 'opened' });
    const older = keyring.current().id;
    const [{ id: newer }] = rotateKeyFile(keyFile);
    // A third process, started after the rotation.
    const later = openFileKeyring(keyFile);
    expect(later.current().id).toBe(newer);
    const client = new Client({ connection, dataConverter: createDataConverter(later) });
    const update = client.workflow.getHandle(enrollmentWorkflowId(id)).executeUpdate('reportStep', {
      args: [{ ...by(id), step: 'sealed' }],
    });
    expect(await update).toMatchObject({ outcome: 'applied' });
    await until(async () => (await clear(id)).includes('sealed'));
    expect(keyIdsIn(await historyOf(id))).toEqual([older, newer]);

    // From then on everybody encrypts with the new key, and replays what the old one wrote.
    expect(await office.commands.reportStep({ ...by(id), step: 'submitted' })).toMatchObject({
      outcome: 'applied',
    });
    expect(keyring.current().id).toBe(newer);
  });

  it('waits for a key that a worker lacks, says which, and goes on when it is back', async () => {
    await office.stopWorkers();
    const lost = keyring.current().id;
    const other = openFileKeyring(join(tempFolder(), 'payload-keys'));
    const right = worker.dataConverter;
    worker.dataConverter = createDataConverter(other);
    await office.runWorkers();
    const id = await tracked();
    const failed = await until(async () =>
      (await historyOf(id)).events?.find((e) => e.workflowTaskFailedEventAttributes != null),
    );
    const [said] = await createPayloadCodec(other).decode(payloadsIn(failed));
    expect(Buffer.from(said?.data ?? []).toString()).toContain(`was encrypted with key ${lost}`);

    await office.stopWorkers();
    worker.dataConverter = right;
    await office.runWorkers();
    const update = office.commands.reportStep({ ...by(id), step: 'sealed' });
    expect(await update).toMatchObject({ outcome: 'applied' });
  });

  it('replays', async () => {
    const id = await tracked();
    await office.commands.reportStep({ ...by(id), step: 'sealed' });
    await office.commands.applyOfficialEvent({ ...by(id), status: 'submitted', reason: null });
    const workflowBundle = await keptWorkflowBundle();
    const history = await historyOf(id);
    const { dataConverter } = worker;
    await Worker.runReplayHistory({ workflowBundle, dataConverter }, history);
    const stranger = createDataConverter(openFileKeyring(join(tempFolder(), 'payload-keys')));
    await expect(
      Worker.runReplayHistory({ workflowBundle, dataConverter: stranger }, history),
    ).rejects.toThrow();
  });
});
