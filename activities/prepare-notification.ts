import type { ReminderCadence } from '../knowledge/calendar/cadence.ts';
import { outsideSendingTime, reminderSkip } from '../knowledge/enrollment/reminders.ts';
import { isForStaff } from '../knowledge/enrollment/state.ts';
import type { ReminderSkip } from '../knowledge/enrollment/state.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import type { ChatIdentity, NotificationKind, NotificationRecord } from './ports/store.ts';

export interface PrepareInput {
  /** Unique for the event that causes the message; each recipient's record has it with the identity's ID behind. */
  key: string;
  kind: NotificationKind;
  enrollmentId: string;
  data: NotificationRecord['data'];
  /** What the enrollment calls now (trial has a clock of its own). */
  now: string;
  /** Given for reminders of the cadence: people are not written to outside its sending time. */
  sendingTimeOf?: ReminderCadence;
}

export interface Prepared {
  deliveries: { notificationId: string; channel: string }[];
  /** Why nobody is written to; null when there are deliveries. */
  skip: ReminderSkip | null;
  /** When sending time begins; nothing was done. */
  postponedUntil: string | null;
}

/** Makes one queued record for each person whom a message concerns. Idempotent by key. */
export async function prepareNotification(ports: ActivityPorts, input: PrepareInput): Promise<Prepared> {
  const none = { deliveries: [], skip: null, postponedUntil: null };
  if (input.sendingTimeOf !== undefined) {
    const postponedUntil = outsideSendingTime(input.sendingTimeOf, input.now);
    if (postponedUntil !== null) return { ...none, postponedUntil };
  }
  const enrollment = await ports.stores.enrollments.find(input.enrollmentId);
  if (enrollment === null) return { ...none, skip: 'notTracked' };
  if (input.kind === 'reminder') {
    const skip = reminderSkip(enrollment, input.now);
    if (skip !== null) return { ...none, skip };
  }
  const people = isForStaff(input.kind)
    ? await ports.stores.identities.staffIdentities()
    : await ports.stores.identities.contactsOf(enrollment.uscc);
  const reachable = people.filter((p) => canReach(ports, p));
  if (reachable.length === 0) {
    return { ...none, skip: people.some((p) => p.blocked) ? 'contactBlockedBot' : 'noVerifiedContact' };
  }
  const records = await ports.stores.notifications.queue(
    reachable.map((person) => ({
      key: `${input.key}/${person.id}`,
      kind: input.kind,
      enrollmentId: input.enrollmentId,
      identityId: person.id,
      channel: person.channel,
      data: input.data,
    })),
  );
  return { ...none, deliveries: records.map((r) => ({ notificationId: r.id, channel: r.channel })) };
}

/** A person who blocked the bot, whom we never met in private, or whose channel is not connected is not written to. */
const canReach = (ports: ActivityPorts, person: ChatIdentity): boolean =>
  !person.blocked && person.privateChatId !== null && ports.senders[person.channel] !== undefined;
