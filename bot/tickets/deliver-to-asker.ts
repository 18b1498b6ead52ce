import { isGone, SendError } from '../../activities/ports/services.ts';
import type { DueDelivery } from '../../activities/ports/tickets.ts';
import { createStaffSide } from './staff-side.ts';
import { forAsker, forGroup } from './lines.ts';
import type { Delivered, DeliveryPorts } from './delivery-ports.ts';

/** Where it goes is decided now and not when it was written: who is in a private chat by then is written to there. */
export async function deliverToAsker(ports: DeliveryPorts, due: DueDelivery): Promise<Delivered> {
  const { tickets, identities } = ports.stores;
  const { ticket, message } = due;
  const asker = await identities.findIdentity(ticket.askerId);
  const destination = await createStaffSide(ports).destination(ticket);
  const sender = asker === null ? undefined : ports.senders[asker.channel];
  const chatId = destination === 'private' ? asker?.privateChatId : ticket.groupChatId;
  if (destination === 'nowhere' || sender === undefined || chatId == null) {
    await tickets.settleDelivery(due.id, { state: 'failed', error: 'noWayToReach', then: 'report' });
    return 'done';
  }
  const { locale } = destination === 'private' && asker !== null ? asker : ticket;
  const shown =
    destination === 'group' ? forGroup(message, locale, ports.knownNames) : forAsker(message, locale);
  if (shown === null) {
    await tickets.settleDelivery(due.id, { state: 'failed', error: 'namesFirm', then: 'report' });
    return 'done';
  }
  try {
    const sentBefore = due.chatId === chatId ? due.externalMessageId : null;
    if (sentBefore === null) {
      const replyTo = destination === 'group' ? ticket.groupMessageId : null;
      const { messageId } = await sender.send(chatId, shown, {
        key: `ticket/${due.id}`,
        ...(replyTo === null ? {} : { replyTo }),
      });
      await settleSent(messageId);
    } else {
      await sender.edit(chatId, sentBefore, shown);
      await settleSent(sentBefore);
    }
  } catch (error) {
    if (error instanceof SendError && isGone(error.code) && destination === 'private') {
      await identities.markBlocked(ticket.askerId);
    }
    throw error;
  }
  return 'done';

  async function settleSent(externalMessageId: string): Promise<void> {
    await tickets.settleDelivery(due.id, {
      ...{ state: 'sent', chatId: chatId ?? '', externalMessageId, error: null },
      ...(message.kind === 'text' ? { then: 'report' as const } : {}),
    });
  }
}
