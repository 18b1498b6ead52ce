/**
 * Records the histories that `tests/workflows/replay.real.test.ts` replays: `npx tsx tests/support/record-histories.ts`.
 * Run it when a new kind of history is wanted, not to make a failing replay pass: histories of running enrollments
 * cannot be recorded anew.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { campaignWorkflowId, enrollmentWorkflowId } from '../../workflows/contract.ts';
import { openRunningOffice } from './enrollment-office.ts';
import { packId } from './fictional-firms.ts';
import { startTemporalServer } from './temporal-server.ts';
import { until } from './until.ts';

const folder = new URL('../histories/', import.meta.url);
const server = await startTemporalServer();
const connection = await Connection.connect({ address: server.address });
const native = await NativeConnection.connect({ address: server.address });
const client = new Client({ connection });
const office = await openRunningOffice({ client, connection: native });
let events = 0;
const by = (enrollmentId: string) =>
  ({ enrollmentId, eventId: `e${(events += 1)}`, source: 'staff', actor: 'recorder' }) as const;

interface MessageType {
  toObject(message: object, options: object): object;
}

/**
 * The history in the numbers and base64 that the replayer encodes as they are. The SDK's own JSON needs every part of it to
 * share one copy of protobufjs, which an installation beside other users of protobufjs does not have.
 */
async function record(name: string, workflowId: string): Promise<void> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const type = (history as object).constructor as unknown as MessageType;
  const plain = type.toObject(history, { longs: Number, bytes: String });
  // Names of processes and machines have no place in a committed file.
  const text = JSON.stringify(plain, (key, value: unknown) => (key === 'identity' ? 'recorder' : value));
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(`${name}.json`, folder), `${text}\n`);
}

/** From the invitation to the end of the policy, with everything that may happen on the way. */
async function recordWholeEnrollment(): Promise<void> {
  const id = await office.enroll(1, { trial: true });
  await office.start();
  const { commands, sender } = office;
  for (const count of [1, 2]) {
    await commands.advanceTrialClock(by(id));
    await until(() => sender.sent.length === count);
    await until(async () => (await office.temp.stores.enrollments.find(id))?.remindersDue === count);
  }
  await commands.reportStep({ ...by(id), step: 'confirmed' });
  await commands.reportStep({ ...by(id), step: 'opened' }); // refused
  await commands.requestReminder({ ...by(id), notificationKey: 'manual/1' });
  await commands.snooze({ ...by(id), workingDays: 3 });
  await commands.reportStep({ ...by(id), step: 'submitted' });
  for (const status of [
    'submitted',
    'returned',
    'invited',
    'submitted',
    'approved',
    'inForce',
    'expired',
  ] as const) {
    await commands.applyOfficialEvent({
      ...by(id),
      status,
      reason: status === 'returned' ? '不在核准名单内' : null,
    });
  }
  await client.workflow.getHandle(enrollmentWorkflowId(id)).result();
  await record('enrollment-whole', enrollmentWorkflowId(id));
}

async function recordWaitingEnrollment(): Promise<void> {
  const id = await office.enroll(2, {}, { contacts: 0 });
  await office.start();
  await office.commands.reportStep({ ...by(id), step: 'realNameVerified' });
  await record('enrollment-waiting', enrollmentWorkflowId(id));
}

async function recordCampaign(): Promise<void> {
  for (const i of [3, 4]) await office.enroll(i, {});
  await office.start();
  const { campaigns } = office.temp.stores;
  await campaigns.create({ id: 'c-1', packId, filter: {}, requestedBy: 'recorder' });
  await office.commands.startCampaign('c-1');
  await client.workflow.getHandle(campaignWorkflowId('c-1')).result();
  await record('campaign', campaignWorkflowId('c-1'));
}

try {
  await recordWholeEnrollment();
  await recordWaitingEnrollment();
  await recordCampaign();
} finally {
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
}
