import type { ActivityPorts } from './ports/activity-ports.ts';
import type { NotificationRecord } from './ports/store.ts';
import { canReach } from './prepare-notification.ts';

/**
 * When a person cannot be reached on one channel: the same message, queued for the next one of that person that was not
 * tried; null when there is none. Idempotent: the key of each channel's record is its own.
 */
export async function queueOnNextChannel(
  ports: ActivityPorts,
  failed: NotificationRecord,
): Promise<NotificationRecord | null> {
  const { key, kind, enrollmentId, data, collected } = failed;
  const ofMessage = key.slice(0, key.indexOf(failed.identityId));
  const channels = await ports.stores.contacts.channelsOf(failed.identityId);
  const others = channels.filter(({ id }) => id !== failed.identityId);
  for (const person of others.filter((channel) => canReach(ports, channel))) {
    const [next] = await ports.stores.notifications.queue([
      {
        ...{ key: `${ofMessage}${person.id}`, kind, enrollmentId, data, collected },
        ...{ identityId: person.id, channel: person.channel },
      },
    ]);
    if (next !== undefined && next.state !== 'failed') return next;
  }
  return null;
}
