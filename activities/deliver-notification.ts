import { nowOf } from '../knowledge/enrollment/enrollment-clock.ts';
import { announcementSkip, reminderSkip } from '../knowledge/enrollment/reminders.ts';
import { isForStaff, isPassing } from '../knowledge/enrollment/state.ts';
import type { EnrollmentSnapshot, ReminderSkip } from '../knowledge/enrollment/state.ts';
import type { OutboundMessage } from '../knowledge/message.ts';
import { mailChannel } from '../knowledge/mail/channel.ts';
import { isRepeat, keyOfRepeat } from '../knowledge/notifications/notice-key.ts';
import { renderOfficeNotice } from '../knowledge/notifications/office-notice.ts';
import { renderNotification } from '../knowledge/notifications/render.ts';
import { queueOnNextChannel } from './next-channel.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import type { ChatIdentity, NotificationRecord } from './ports/store.ts';
import { sendRecords } from './send-record.ts';

export interface DeliverInput {
  notificationId: string;
  /** What the enrollment calls now. */
  now: string;
  /** Why the workflow does not want the message any more. */
  skip: ReminderSkip | null;
}
export type DeliveryOutcome =
  | { outcome: 'sent' }
  | { outcome: 'failed' | 'unknown' }
  | { outcome: 'skipped'; reason: ReminderSkip }
  /** The person cannot be reached there; the same message waits on the next of its channels. */
  | { outcome: 'movedOn'; notificationId: string; channel: string };

/** What could not go out within this time is out of date: the cadence brings the next reminder. */
const goesStaleAfterMs = 8 * 3_600_000;

/**
 * Sends one message to one person, at most once. A record found in `sending` was left by an attempt that died: nobody
 * knows whether it arrived. A reminder is then left to the next cadence, and an announcement alone; any other message is
 * repeated once, marked 补发, as a record of its own. Throws `SendError` for what may be tried again; the record is queued then.
 * A record that is not there (erased, or of a database that was restored) stays so: the message counts as failed.
 */
export async function deliverNotification(
  ports: ActivityPorts,
  input: DeliverInput,
  firstScheduledMs: number,
): Promise<DeliveryOutcome> {
  const record = await ports.stores.notifications.find(input.notificationId);
  if (record === null) return missing(ports, input.notificationId);
  const outcome = await settle(ports, input, record, firstScheduledMs);
  if (outcome.outcome !== 'unknown' || isPassing(record.kind)) return outcome;
  const [again] = await ports.stores.notifications.queue([
    { ...copyOf(record), key: keyOfRepeat(record.key) },
  ]);
  return again === undefined ? outcome : settle(ports, input, again, firstScheduledMs);
}

async function settle(
  ports: ActivityPorts,
  input: DeliverInput,
  record: NotificationRecord,
  firstScheduledMs: number,
): Promise<DeliveryOutcome> {
  const { notifications } = ports.stores;
  switch (record.state) {
    case 'sent':
    case 'unknown':
      return { outcome: record.state };
    case 'failed':
      return moveOn(ports, record);
    case 'skipped':
      return { outcome: 'skipped', reason: (record.error ?? 'notTracked') as ReminderSkip };
    case 'sending':
      await notifications.move(record.id, 'sending', 'unknown', { error: 'interrupted' });
      ports.log.warn('notification.interrupted', { notificationId: record.id });
      return { outcome: 'unknown' };
    case 'queued':
  }
  const enrollment = await ports.stores.enrollments.find(record.enrollmentId);
  const person = await ports.stores.identities.findIdentity(record.identityId);
  const skip = await skipNow(ports, record, { ...input, enrollment, person });
  if (skip !== null) {
    const next = skip === 'contactBlockedBot' ? await queueOnNextChannel(ports, record) : null;
    await notifications.move(record.id, 'queued', next === null ? 'skipped' : 'failed', { error: skip });
    return next === null ? { outcome: 'skipped', reason: skip } : movedOn(next);
  }
  const sender = ports.senders[record.channel];
  const chatId = person?.privateChatId ?? null;
  if (person === null || chatId === null || sender === undefined) {
    await notifications.move(record.id, 'queued', 'failed', { error: 'noWayToReach' });
    return moveOn(ports, record);
  }
  const stale = ports.clock.now().getTime() - firstScheduledMs > goesStaleAfterMs;
  if (isPassing(record.kind) && stale) {
    await notifications.move(record.id, 'queued', 'failed', { error: 'stale' });
    return { outcome: 'failed' };
  }
  const message = await compose(ports, record, enrollment, person);
  const fate = await sendRecords(ports, [record], { person, chatId, sender }, message);
  return fate === 'unreachable' ? moveOn(ports, record) : { outcome: fate };
}

/** Only for who cannot be reached: what is wrong with the message itself, or out of date, is so on every channel. */
async function moveOn(ports: ActivityPorts, failed: NotificationRecord): Promise<DeliveryOutcome> {
  const stored = await ports.stores.notifications.find(failed.id);
  if (stored === null) return missing(ports, failed.id);
  const { error } = stored;
  if (error === 'badRequest' || error === 'stale') return { outcome: 'failed' };
  const next = await queueOnNextChannel(ports, failed);
  return next === null ? { outcome: 'failed' } : movedOn(next);
}

const movedOn = ({ id, channel }: NotificationRecord): DeliveryOutcome => ({
  outcome: 'movedOn',
  notificationId: id,
  channel,
});

/** State is checked again before every send: never remind a firm that has submitted. */
export async function skipNow(
  ports: ActivityPorts,
  record: NotificationRecord,
  current: {
    now: string;
    skip: ReminderSkip | null;
    enrollment: EnrollmentSnapshot | null;
    person: ChatIdentity | null;
  },
): Promise<ReminderSkip | null> {
  const { now, skip, enrollment, person } = current;
  if (skip !== null) return skip;
  if (enrollment === null && record.kind !== 'officeNotice') return 'notTracked';
  if (person?.blocked === true) return 'contactBlockedBot';
  const late = enrollment === null ? null : lateSkip(record, enrollment, now);
  return late ?? concernOf(ports, record, enrollment);
}

function lateSkip(
  { kind }: NotificationRecord,
  enrollment: EnrollmentSnapshot,
  now: string,
): ReminderSkip | null {
  if (kind === 'reminder') return reminderSkip(enrollment, now);
  return kind === 'announcement' ? announcementSkip(enrollment, nowOf(enrollment, new Date(now))) : null;
}

/** A message may wait for hours: who was a contact or staff when it was made may not be any more, or want it. */
async function concernOf(
  { stores: { identities } }: ActivityPorts,
  { kind, identityId }: NotificationRecord,
  enrollment: EnrollmentSnapshot | null,
): Promise<ReminderSkip | null> {
  if (isForStaff(kind) || enrollment === null)
    return (await identities.staffOf(identityId)) === null ? 'noVerifiedContact' : null;
  const contact = (await identities.contactsOf(enrollment.uscc)).find(({ id }) => id === identityId);
  if (contact === undefined) return 'noVerifiedContact';
  return isPassing(kind) && contact.remindersStopped ? 'remindersStopped' : null;
}

export async function compose(
  ports: ActivityPorts,
  record: NotificationRecord,
  enrollment: EnrollmentSnapshot | null,
  person: ChatIdentity,
): Promise<OutboundMessage> {
  const { kind, data } = record;
  const repeated = isRepeat(record.key);
  if (enrollment === null) return renderOfficeNotice({ data, repeated, locale: person.locale });
  const [pack, firmName] = await Promise.all([
    ports.loadPack(enrollment.packId),
    ports.stores.firms.nameOf(enrollment.uscc),
  ]);
  const { nextPack, campaignId } = data;
  const campaign = typeof campaignId === 'string' ? await ports.stores.campaigns.find(campaignId) : null;
  return renderNotification({
    ...{ kind, data, repeated, enrollment },
    ...(typeof nextPack === 'string' ? { nextPack: await ports.loadPack(nextPack) } : {}),
    ...(campaign?.text == null ? {} : { words: campaign.text }),
    firmName: firmName ?? enrollment.uscc,
    pack,
    locale: person.locale,
    byMail: person.channel === mailChannel,
  });
}

function missing({ log }: ActivityPorts, notificationId: string): DeliveryOutcome {
  log.error('notification.missing', { notificationId });
  return { outcome: 'failed' };
}

const copyOf = ({ kind, enrollmentId, identityId, channel, data, collected }: NotificationRecord) => ({
  ...{ kind, enrollmentId, identityId, channel, data, collected },
});
