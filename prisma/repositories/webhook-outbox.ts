import { randomUUID } from 'node:crypto';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { messageOf } from '../../knowledge/webhooks/message.ts';
import type { Queries } from '../client.ts';

/** Writes what the endpoints are to be told of these lines. In the same transaction: no change is told twice, or never. */
export async function queueWebhooks(
  db: Queries,
  snapshot: EnrollmentSnapshot,
  added: readonly TimelineEntry[],
): Promise<void> {
  const messages = added.flatMap((entry) => messageOf(snapshot, entry) ?? []);
  if (messages.length === 0) return;
  const endpoints = await db.webhookEndpoint.findMany({
    where: { disabledAt: null },
    select: { name: true },
  });
  if (endpoints.length === 0) return;
  const { enrollmentId } = snapshot;
  await db.webhookDelivery.createMany({
    data: messages.flatMap((message) => {
      const messageId = `msg_${randomUUID()}`;
      const body = JSON.stringify(message);
      return endpoints.map(({ name }) => ({ messageId, endpoint: name, enrollmentId, body }));
    }),
  });
}
