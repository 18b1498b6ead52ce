/**
 * Records the histories that `tests/workflows/replay.real.test.ts` replays: `npm run histories`. What is there already is
 * left alone: histories of running enrollments cannot be recorded anew. For a new path, give its history a new name here.
 */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { addDays, shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { standingMark } from '../../knowledge/enrollment/standing-mark.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { digestWorkflowId, enrollmentWorkflowId } from '../../workflows/contract.ts';
import { cadence, openRunningOffice } from './enrollment-office.ts';
import { recordCampaigns } from './record-campaigns.ts';
import { createRecorder, isRecorded } from './record-history.ts';
import { recordRenewals } from './record-renewals.ts';
import { openRenewalOffice } from './renewal-office.ts';
import { startTemporalServer } from './temporal-server.ts';
import { remindTwiceAtOnce } from './two-reminders.ts';
import { until } from './until.ts';

const server = await startTemporalServer();
const connection = await Connection.connect({ address: server.address });
const native = await NativeConnection.connect({ address: server.address });
const client = new Client({ connection });
const office = await openRunningOffice({ client, connection: native });
let events = 0;
const by = (enrollmentId: string) =>
  ({ enrollmentId, eventId: `e${(events += 1)}`, source: 'staff', actor: 'recorder' }) as const;

const record = createRecorder(client);
async function unlessRecorded(names: string[], run: () => Promise<void>): Promise<void> {
  if (!names.every(isRecorded)) await run();
}

const known = async (id: string) => office.temp.stores.enrollments.find(id);
const ended = (id: string): Promise<unknown> => client.workflow.getHandle(enrollmentWorkflowId(id)).result();
const remindedUntil = async (id: string, count: number): Promise<void> => {
  for (let due = 1; due <= count; due += 1) {
    await office.commands.advanceTrialClock(by(id));
    await until(async () => (await known(id))?.remindersDue === due);
  }
};
const official = (id: string, status: OfficialStatus, reason: string | null = null) =>
  office.commands.applyOfficialEvent({ ...by(id), status, reason });

/** From the invitation to the renewal, with everything that may happen on the way. */
async function recordWholeEnrollment(): Promise<void> {
  const id = await office.enroll(1, { trial: true });
  await office.start();
  const { commands } = office;
  await remindedUntil(id, 2);
  await commands.decline({ ...by(id), takenBack: false });
  await commands.decline({ ...by(id), takenBack: true });
  await commands.reportStep({ ...by(id), step: 'confirmed' });
  await commands.reportStep({ ...by(id), step: 'opened' }); // refused
  await commands.correctStep({ ...by(id), step: 'opened' });
  await commands.requestReminder({ ...by(id), notificationKey: 'manual/1' });
  await commands.snooze({ ...by(id), workingDays: 3 });
  await commands.reportStep({ ...by(id), step: 'submitted' });
  await official(id, 'submitted');
  await official(id, 'returned', '不在核准名单内');
  await official(id, 'invited');
  for (const status of ['submitted', 'underReview', 'approved', 'inForce', 'renewalOpen', 'renewed'] as const)
    await official(id, status);
  await ended(id);
  await record('enrollment-durably-whole', enrollmentWorkflowId(id));
}

async function recordWaitingEnrollment(): Promise<void> {
  const id = await office.enroll(2, {}, { contacts: 0 });
  await office.start();
  await office.commands.reportStep({ ...by(id), step: 'realNameVerified' });
  await record('enrollment-durably-waiting', enrollmentWorkflowId(id));
}

/** Over, corrected (which is a run of its own), and over again. */
async function recordCorrectedEnrollment(): Promise<void> {
  const id = await office.enroll(5, {});
  await office.start();
  await official(id, 'terminated', '登记在了错的企业');
  await ended(id);
  await record('enrollment-terminated', enrollmentWorkflowId(id));
  await office.commands.correctStatus({ ...by(id), status: 'approved', reason: '不是这家' });
  for (const status of ['inForce', 'expired'] as const) await official(id, status);
  await ended(id);
  await record('enrollment-corrected', enrollmentWorkflowId(id));
}

/** Two decide by the same sight: the second is refused. */
async function recordOutdatedChange(): Promise<void> {
  const id = await office.enroll(8, {});
  await office.start();
  await until(async () => ((await known(id))?.version ?? 0) > 0);
  const seen = await known(id);
  const basedOn = seen === null ? '' : standingMark(seen);
  await office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null, basedOn });
  await office.commands.applyOfficialEvent({ ...by(id), status: 'returned', reason: '缺材料', basedOn });
  await office.commands.correctStatus({ ...by(id), status: 'terminated', reason: '录错了' });
  await ended(id);
  await record('enrollment-outdated', enrollmentWorkflowId(id));
}

/** Two reminders asked for at once: the second waits for the first. */
async function recordTwoReminders(): Promise<void> {
  const id = await office.enroll(9, {});
  await office.start();
  await until(async () => ((await known(id))?.version ?? 0) > 0);
  await remindTwiceAtOnce(client, office, id);
  await official(id, 'terminated', '登记在了错的企业');
  await ended(id);
  await record('enrollment-one-reminder-at-a-time', enrollmentWorkflowId(id));
}

/** Silent, put before the officer, and past the deadline. */
async function recordLapsedEnrollment(): Promise<void> {
  await office.linkStaff();
  const invitedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
  const yesterday = addDays(shanghaiDate(new Date().toISOString()), -1);
  const late = await office.enroll(6, { invitedAt, cadence: { ...cadence, deadline: yesterday } });
  await office.start();
  await until(async () => (await known(late))?.officialStatus === 'lapsed');
  await official(late, 'invited');
  await official(late, 'approved');
  await record('enrollment-lapsed', enrollmentWorkflowId(late));
  const silent = await office.enroll(7, { trial: true, cadence: { ...cadence, escalateAfter: 2 } });
  await office.start();
  await remindedUntil(silent, 2);
  await official(silent, 'declined');
  await record('enrollment-silent', enrollmentWorkflowId(silent));
  const [officer] = await office.temp.stores.contacts.officersOf(usccOf(silent));
  const digestId = digestWorkflowId(officer?.id ?? '');
  await client.workflow.getHandle(digestId).result();
  await record('digest', digestId);
}

/** In an office of its own, whose clock stands before the day of the renewal. */
async function recordRenewing(): Promise<void> {
  await office.dispose();
  const renewing = await openRenewalOffice({ client, connection: native });
  await recordRenewals(client, renewing, record).finally(() => renewing.dispose());
}

try {
  await unlessRecorded(['enrollment-durably-whole'], recordWholeEnrollment);
  await unlessRecorded(['enrollment-durably-waiting'], recordWaitingEnrollment);
  await unlessRecorded(['enrollment-terminated', 'enrollment-corrected'], recordCorrectedEnrollment);
  await unlessRecorded(['enrollment-outdated'], recordOutdatedChange);
  await unlessRecorded(['enrollment-one-reminder-at-a-time'], recordTwoReminders);
  await unlessRecorded(['enrollment-lapsed', 'enrollment-silent', 'digest'], recordLapsedEnrollment);
  const steered = ['steered', 'paused', 'cancelled', 'announcement'].map((name) => `campaign-${name}`);
  await unlessRecorded(steered, () => recordCampaigns(client, office, record));
  await unlessRecorded(
    ['watch', 'renewal-opened', 'renewal', 'enrollment-renewing', 'enrollment-insured-late'],
    recordRenewing,
  );
} finally {
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
}
