import { renderNotification } from '../knowledge/notifications/render.ts';
import type { OutboundMessage } from '../knowledge/message.ts';
import { reminderSkip } from '../knowledge/enrollment/reminders.ts';
import { isForStaff } from '../knowledge/enrollment/state.ts';
import type { EnrollmentSnapshot, ReminderSkip } from '../knowledge/enrollment/state.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { SendError } from './ports/services.ts';
import type { MessageSender } from './ports/services.ts';
import type { ChatIdentity, NotificationRecord } from './ports/store.ts';

export interface DeliverInput {
  notificationId: string;
  /** What the enrollment calls now. */
  now: string;
  /** Why the workflow does not want the message any more. */
  skip: ReminderSkip | null;
}
export type DeliveryOutcome =
  { outcome: 'sent' } | { outcome: 'failed' | 'unknown' } | { outcome: 'skipped'; reason: ReminderSkip };

/** A reminder that could not go out within this time is out of date: the cadence brings the next one. */
const reminderGoesStaleAfterMs = 8 * 3_600_000;
const repeatSuffix = '/again';

/**
 * Sends one message to one person, at most once. A record found in `sending` was left by an attempt that died: nobody
 * knows whether it arrived. A reminder is then left to the next cadence; any other message is repeated once, marked 补发,
 * as a record of its own. Throws `SendError` for what may be tried again; the record is queued then.
 */
export async function deliverNotification(
  ports: ActivityPorts,
  input: DeliverInput,
  firstScheduledMs: number,
): Promise<DeliveryOutcome> {
  const record = await existing(ports, input.notificationId);
  const outcome = await settle(ports, input, record, firstScheduledMs);
  if (outcome.outcome !== 'unknown' || record.kind === 'reminder') return outcome;
  const [again] = await ports.stores.notifications.queue([
    { ...copyOf(record), key: `${record.key}${repeatSuffix}` },
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
    case 'failed':
    case 'unknown':
      return { outcome: record.state };
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
  const sender = ports.senders[record.channel];
  const skip =
    skipNow(record, input, enrollment, person) ??
    ((await isConcerned(ports, record, enrollment)) ? null : 'noVerifiedContact');
  if (skip !== null) {
    await notifications.move(record.id, 'queued', 'skipped', { error: skip });
    return { outcome: 'skipped', reason: skip };
  }
  const stale = ports.clock.now().getTime() - firstScheduledMs > reminderGoesStaleAfterMs;
  const chatId = person?.privateChatId ?? null;
  if (enrollment === null || person === null || chatId === null || sender === undefined) {
    return fail(ports, record, 'noWayToReach');
  }
  if (record.kind === 'reminder' && stale) return fail(ports, record, 'stale');
  const message = await compose(ports, record, enrollment, person);
  if (!(await notifications.move(record.id, 'queued', 'sending'))) {
    // Another attempt took it; look again later what came of it.
    throw new SendError({ fate: 'notSent', code: 'server' });
  }
  return sendOnce(ports, record, person, sender, chatId, message);
}

async function sendOnce(
  ports: ActivityPorts,
  record: NotificationRecord,
  person: ChatIdentity,
  sender: MessageSender,
  chatId: string,
  message: OutboundMessage,
): Promise<DeliveryOutcome> {
  const { notifications, identities } = ports.stores;
  let sent: { messageId: string };
  try {
    sent = await sender.send(chatId, message);
  } catch (error) {
    const code = error instanceof SendError ? error.code : 'unexpected';
    const fields = { notificationId: record.id, channel: record.channel, code };
    ports.log.warn('notification.notSent', fields);
    if (!(error instanceof SendError) || error.fate === 'ambiguous') {
      await notifications.move(record.id, 'sending', 'unknown', { error: code });
      return { outcome: 'unknown' };
    }
    if (code === 'blocked' || code === 'chatNotFound') await identities.markBlocked(person.id);
    if (code === 'blocked' || code === 'chatNotFound' || code === 'badRequest') {
      await notifications.move(record.id, 'sending', 'failed', { error: code });
      return { outcome: 'failed' };
    }
    await notifications.move(record.id, 'sending', 'queued', { error: code });
    throw error;
  }
  await notifications.move(record.id, 'sending', 'sent', { externalMessageId: sent.messageId });
  return { outcome: 'sent' };
}

/** State is checked again before every send: never remind a firm that has submitted. */
function skipNow(
  record: NotificationRecord,
  input: DeliverInput,
  enrollment: EnrollmentSnapshot | null,
  person: ChatIdentity | null,
): ReminderSkip | null {
  if (input.skip !== null) return input.skip;
  if (enrollment === null) return 'notTracked';
  if (person?.blocked === true) return 'contactBlockedBot';
  return record.kind === 'reminder' ? reminderSkip(enrollment, input.now) : null;
}

/** A message may wait for hours: who was a contact or staff when it was made may not be any more. */
async function isConcerned(
  { stores: { identities } }: ActivityPorts,
  { kind, identityId }: NotificationRecord,
  enrollment: EnrollmentSnapshot | null,
): Promise<boolean> {
  if (isForStaff(kind)) return (await identities.staffOf(identityId)) !== null;
  const firms = await identities.linkedFirms(identityId);
  return firms.some(({ uscc }) => uscc === enrollment?.uscc);
}

async function compose(
  ports: ActivityPorts,
  record: NotificationRecord,
  enrollment: EnrollmentSnapshot,
  person: ChatIdentity,
): Promise<OutboundMessage> {
  const [pack, firm] = await Promise.all([
    ports.loadPack(enrollment.packId),
    ports.stores.firms.findFirm(enrollment.uscc),
  ]);
  return renderNotification({
    kind: record.kind,
    data: record.data,
    repeated: record.key.endsWith(repeatSuffix),
    enrollment,
    firmName: firm?.name ?? enrollment.uscc,
    pack,
    locale: person.locale,
  });
}

async function fail(
  ports: ActivityPorts,
  record: NotificationRecord,
  error: string,
): Promise<DeliveryOutcome> {
  await ports.stores.notifications.move(record.id, 'queued', 'failed', { error });
  return { outcome: 'failed' };
}

async function existing(ports: ActivityPorts, id: string): Promise<NotificationRecord> {
  const record = await ports.stores.notifications.find(id);
  if (record === null) throw new Error(`no notification ${id}`);
  return record;
}

const copyOf = ({ kind, enrollmentId, identityId, channel, data }: NotificationRecord) => ({
  ...{ kind, enrollmentId, identityId, channel, data },
});
