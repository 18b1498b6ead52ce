import type { OutboundMessage } from '../knowledge/message.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { isGone, SendError } from './ports/services.ts';
import type { MessageSender } from './ports/services.ts';
import type { ChatIdentity, NotificationRecord } from './ports/store.ts';

/** What became of one message: nobody knows after `unknown`; after `unreachable` the person may have another channel. */
export type Fate = 'sent' | 'failed' | 'unknown' | 'unreachable';

/**
 * Sends one message that stands for all of `records` (one, or what was collected for a person), at most once. Throws
 * `SendError` for what may be tried again; the records are queued then.
 */
export async function sendRecords(
  ports: ActivityPorts,
  records: [NotificationRecord, ...NotificationRecord[]],
  to: { person: Pick<ChatIdentity, 'id' | 'externalUserId'>; chatId: string; sender: MessageSender },
  message: OutboundMessage,
): Promise<Fate> {
  const { notifications, identities } = ports.stores;
  const ids = records.map(({ id }) => id);
  if (!(await notifications.moveAll(ids, 'queued', 'sending'))) {
    // Another attempt took it; look again later what came of it.
    throw new SendError({ fate: 'notSent', code: 'server' });
  }
  let sent: { messageId: string };
  try {
    const { key, kind: about } = records[0];
    sent = await to.sender.send(to.chatId, message, { key, about, to: to.person.externalUserId });
  } catch (error) {
    const code = error instanceof SendError ? error.code : 'unexpected';
    ports.log.warn('notification.notSent', { notificationId: ids[0], count: ids.length, code });
    if (!(error instanceof SendError) || error.fate === 'ambiguous') {
      await notifications.moveAll(ids, 'sending', 'unknown', { error: code });
      return 'unknown';
    }
    const unreachable = isGone(error.code);
    if (unreachable) await identities.markBlocked(to.person.id);
    if (unreachable || error.code === 'badRequest') {
      await notifications.moveAll(ids, 'sending', 'failed', { error: code });
      return unreachable ? 'unreachable' : 'failed';
    }
    await notifications.moveAll(ids, 'sending', 'queued', { error: code });
    throw error;
  }
  await notifications.moveAll(ids, 'sending', 'sent', { externalMessageId: sent.messageId });
  return 'sent';
}
