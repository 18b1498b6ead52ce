import { createHash, randomUUID } from 'node:crypto';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { messageOf } from '../../knowledge/webhooks/message.ts';
import type { Queries } from '../client.ts';

/**
 * Writes what the endpoints are to be told of these lines. In the same transaction: no change is told twice, or never. One
 * event has one ID, also where a worker that died has told of it before, in a task that then never ended.
 */
export async function queueWebhooks(
  db: Queries,
  snapshot: EnrollmentSnapshot,
  added: readonly TimelineEntry[],
): Promise<void> {
  const { enrollmentId } = snapshot;
  const messages = added.flatMap((entry) => {
    const message = messageOf(snapshot, entry);
    return message === null ? [] : [{ messageId: messageIdOf(enrollmentId, entry), message }];
  });
  if (messages.length === 0) return;
  const endpoints = await db.webhookEndpoint.findMany({
    where: { disabledAt: null },
    select: { name: true },
  });
  if (endpoints.length === 0) return;
  const told = await db.webhookDelivery.findMany({
    where: { messageId: { in: messages.map(({ messageId }) => messageId) } },
    select: { messageId: true },
  });
  const known = new Set(told.map(({ messageId }) => messageId));
  const data = messages
    .filter(({ messageId }) => !known.has(messageId))
    .flatMap(({ messageId, message }) => {
      const body = JSON.stringify(message);
      return endpoints.map(({ name }) => ({ messageId, endpoint: name, enrollmentId, body }));
    });
  if (data.length > 0) await db.webhookDelivery.createMany({ data });
}

/** From the event's own ID, which never comes again; versions and line numbers do after a restore. */
function messageIdOf(enrollmentId: string, { eventId = randomUUID() }: TimelineEntry): string {
  return `msg_${createHash('sha256').update(`${enrollmentId}\n${eventId}`).digest('base64url')}`;
}
