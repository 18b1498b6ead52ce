import { nowOf } from '../knowledge/enrollment/enrollment-clock.ts';
import type { EnrollmentSnapshot } from '../knowledge/enrollment/state.ts';
import type { OutboundMessage } from '../knowledge/message.ts';
import { mailChannel } from '../knowledge/mail/channel.ts';
import { renderDigest } from '../knowledge/notifications/render-digest.ts';
import { compose, skipNow } from './deliver-notification.ts';
import { queueOnNextChannel } from './next-channel.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import type { ChatIdentity, NotificationKind, NotificationRecord } from './ports/store.ts';
import { sendRecords } from './send-record.ts';

interface Item {
  record: NotificationRecord;
  enrollment: EnrollmentSnapshot;
}
type Items = [Item, ...Item[]];

/**
 * Sends all that is collected for a person as one message a kind, at most once. State is checked again for every firm in
 * it. What an attempt left in `sending` becomes `unknown`; the cadence brings the next. Throws `SendError` for what may be
 * tried again; the records are queued then. True when more is collected than one message holds.
 */
export async function deliverDigest(
  ports: ActivityPorts,
  { identityId }: { identityId: string },
): Promise<boolean> {
  const records = await ports.stores.notifications.collectedFor(identityId);
  const person = await ports.stores.identities.findIdentity(identityId);
  const kinds = new Map<NotificationKind, Item[]>();
  for (const record of records) {
    const item = await stillWanted(ports, record, person);
    if (item !== null) kinds.set(record.kind, [...(kinds.get(record.kind) ?? []), item]);
  }
  for (const items of kinds.values()) {
    const [first, ...others] = items;
    if (first !== undefined) await send(ports, person, [first, ...others]);
  }
  return (await ports.stores.notifications.collectedFor(identityId)).length > 0;
}

async function stillWanted(
  ports: ActivityPorts,
  record: NotificationRecord,
  person: ChatIdentity | null,
): Promise<Item | null> {
  const { notifications, enrollments } = ports.stores;
  if (record.state === 'sending') {
    await notifications.move(record.id, 'sending', 'unknown', { error: 'interrupted' });
    return null;
  }
  const enrollment = await enrollments.find(record.enrollmentId);
  const now = enrollment === null ? '' : nowOf(enrollment, ports.clock.now());
  const skip = await skipNow(ports, record, { now, skip: null, enrollment, person });
  if (skip === null && enrollment !== null) return { record, enrollment };
  const moved = skip === 'contactBlockedBot' && (await collectOnNextChannel(ports, record));
  await notifications.move(record.id, 'queued', moved ? 'failed' : 'skipped', {
    error: skip ?? 'notTracked',
  });
  return null;
}

async function send(ports: ActivityPorts, person: ChatIdentity | null, items: Items): Promise<void> {
  const [first, ...others] = items;
  const records: [NotificationRecord, ...NotificationRecord[]] = [
    first.record,
    ...others.map((i) => i.record),
  ];
  const sender = ports.senders[first.record.channel];
  const chatId = person?.privateChatId ?? null;
  let unreachable = person === null || chatId === null || sender === undefined;
  if (person !== null && chatId !== null && sender !== undefined) {
    const message = await messageOf(ports, person, items);
    const fate = await sendRecords(ports, records, { person, chatId, sender }, message);
    unreachable = fate === 'unreachable';
  } else {
    const ids = records.map(({ id }) => id);
    await ports.stores.notifications.moveAll(ids, 'queued', 'failed', { error: 'noWayToReach' });
  }
  if (unreachable) for (const record of records) await collectOnNextChannel(ports, record);
}

/** True when the person has another channel, where the record now waits. */
async function collectOnNextChannel(ports: ActivityPorts, record: NotificationRecord): Promise<boolean> {
  const next = await queueOnNextChannel(ports, record);
  if (next === null) return false;
  await ports.commands.startDigest({ identityId: next.identityId, channel: next.channel });
  return true;
}

/** One firm alone is told as ever. */
async function messageOf(ports: ActivityPorts, person: ChatIdentity, items: Items): Promise<OutboundMessage> {
  const [{ record, enrollment }, ...others] = items;
  if (others.length === 0) return compose(ports, record, enrollment, person);
  const firms = [];
  for (const item of items) {
    const [pack, firmName] = await Promise.all([
      ports.loadPack(item.enrollment.packId),
      ports.stores.firms.nameOf(item.enrollment.uscc),
    ]);
    firms.push({
      enrollment: item.enrollment,
      pack,
      firmName: firmName ?? item.enrollment.uscc,
      data: item.record.data,
    });
  }
  return renderDigest({
    ...{ kind: record.kind, firms, locale: person.locale },
    byMail: person.channel === mailChannel,
  });
}
