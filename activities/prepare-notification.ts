import type { ReminderCadence } from '../knowledge/calendar/cadence.ts';
import { outsideSendingTime, reminderSkip } from '../knowledge/enrollment/reminders.ts';
import { isForStaff } from '../knowledge/enrollment/state.ts';
import type { EnrollmentSnapshot, ReminderSkip } from '../knowledge/enrollment/state.ts';
import { recipientsOfNotice, recipientsOfReminder } from '../knowledge/notifications/recipients.ts';
import type { Recipients } from '../knowledge/notifications/recipients.ts';
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
  /** Recipients whose message waits for what else they are due, to go out as one. */
  collectedBy: { identityId: string; channel: string }[];
  /** Why nobody is written to; null when somebody is. */
  skip: ReminderSkip | null;
  /** When sending time begins, or somebody's quiet ends; nothing was done. */
  postponedUntil: string | null;
}

const none: Prepared = { deliveries: [], collectedBy: [], skip: null, postponedUntil: null };

/** Makes one queued record for each person whom a message concerns. Idempotent by key. */
export async function prepareNotification(ports: ActivityPorts, input: PrepareInput): Promise<Prepared> {
  const { kind, now, sendingTimeOf } = input;
  if (sendingTimeOf !== undefined) {
    const postponedUntil = outsideSendingTime(sendingTimeOf, now);
    if (postponedUntil !== null) return { ...none, postponedUntil };
  }
  const enrollment = await ports.stores.enrollments.find(input.enrollmentId);
  if (enrollment === null && kind !== 'officeNotice') return { ...none, skip: 'notTracked' };
  const skip = enrollment !== null && kind === 'reminder' ? reminderSkip(enrollment, now) : null;
  if (skip !== null) return { ...none, skip };
  const { to, skip: nobody, quietUntil } = await recipients(ports, input, enrollment);
  if (quietUntil !== null) {
    // Staff who ask for a reminder do not wait for it.
    return sendingTimeOf === undefined
      ? { ...none, skip: 'snoozed' }
      : { ...none, postponedUntil: quietUntil };
  }
  if (nobody !== null) return { ...none, skip: nobody };
  return queue(ports, input, to);
}

async function recipients(
  ports: ActivityPorts,
  { kind, now, data }: PrepareInput,
  enrollment: EnrollmentSnapshot | null,
): Promise<Recipients<ChatIdentity>> {
  // What the office itself is told is of no firm.
  const { uscc, unanswered } = enrollment ?? { uscc: '', unanswered: 0 };
  const { identities, contacts } = ports.stores;
  const reachable = <C extends ChatIdentity>(person: C) => ({
    ...person,
    canBeReached: canReach(ports, person),
  });
  if (isForStaff(kind)) {
    const staff =
      kind === 'escalation' ? await contacts.officersOf(uscc) : await identities.staffIdentities();
    return recipientsOfNotice(
      staff.map((member) => ({
        ...reachable(member),
        ...{ personId: member.id, primary: false, remindersStopped: false, snoozedUntil: null },
      })),
    );
  }
  const people = (await identities.contactsOf(uscc))
    // Who has just joined knows.
    .filter(({ personId }) => kind !== 'contactLinked' || personId !== data['personId'])
    .map(reachable);
  return kind === 'reminder' ? recipientsOfReminder(people, { unanswered, now }) : recipientsOfNotice(people);
}

async function queue(ports: ActivityPorts, input: PrepareInput, to: ChatIdentity[]): Promise<Prepared> {
  const { key, kind, enrollmentId, data } = input;
  const wanted = [];
  for (const { id: identityId, channel } of to) {
    const collected = await isCollected(ports, kind, identityId);
    wanted.push({
      ...{ key: `${key}/${identityId}`, kind, enrollmentId, identityId, channel, data, collected },
    });
  }
  const records = await ports.stores.notifications.queue(wanted);
  return {
    ...none,
    deliveries: records
      .filter((r) => !r.collected)
      .map((r) => ({ notificationId: r.id, channel: r.channel })),
    collectedBy: records
      .filter((r) => r.collected)
      .map(({ identityId, channel }) => ({ identityId, channel })),
  };
}

/** Somebody who looks after several firms gets one message for all; an officer too, whose firms fall silent on one day. */
async function isCollected(
  { stores }: ActivityPorts,
  kind: NotificationKind,
  identityId: string,
): Promise<boolean> {
  if (kind === 'escalation') return true;
  if (kind !== 'reminder') return false;
  return (await stores.contacts.countInvitedFirms(identityId)) > 1;
}

/** A person who blocked the bot, whom we never met in private, or whose channel is not connected is not written to. */
export const canReach = (ports: Pick<ActivityPorts, 'senders'>, person: ChatIdentity): boolean =>
  !person.blocked && person.privateChatId !== null && ports.senders[person.channel] !== undefined;
