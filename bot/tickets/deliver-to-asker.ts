import { isGone, SendError } from '../../activities/ports/services.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import type { DueDelivery } from '../../activities/ports/tickets.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import { createStaffSide } from './staff-side.ts';
import { forAsker, forGroup } from './lines.ts';
import { noteArrival } from './note-arrival.ts';
import type { Delivered, DeliveryPorts } from './delivery-ports.ts';

/** Where it goes is decided now and not when it was written: who is in a private chat by then is written to there. */
export async function deliverToAsker(ports: DeliveryPorts, due: DueDelivery): Promise<Delivered> {
  const { tickets, identities } = ports.stores;
  const { ticket, message } = due;
  const asker = await identities.findIdentity(ticket.askerId);
  const reaches = await createStaffSide(ports).destination(ticket);
  // Words that nobody was told a group would read are for one person, whom they do not reach any more.
  const forOne = message.kind === 'text' && ticket.toldDestination !== 'group';
  const destination = reaches === 'group' && forOne ? 'nowhere' : reaches;
  const sender = asker === null ? undefined : ports.senders[asker.channel];
  const chatId = destination === 'private' ? asker?.privateChatId : ticket.groupChatId;
  if (destination === 'nowhere' || sender === undefined || chatId == null) {
    await tickets.settleDelivery(due.id, { state: 'failed', error: 'noWayToReach', then: 'report' });
    return 'done';
  }
  const { locale } = destination === 'private' && asker !== null ? asker : ticket;
  const shown =
    destination === 'group' ? forGroup(message, locale, ports.knownNames()) : forAsker(message, locale);
  if (shown === null) {
    await tickets.settleDelivery(due.id, { state: 'failed', error: 'namesFirm', then: 'report' });
    return 'done';
  }
  try {
    // In a group it is changed where it was said, wherever the asker has asked since.
    const sentIn = destination === 'group' ? due.chatId : due.chatId === chatId ? chatId : null;
    const sentBefore = sentIn === null ? null : due.externalMessageId;
    const changed =
      sentIn !== null && sentBefore !== null && (await change(sender, sentIn, sentBefore, shown));
    if (changed) {
      await settleSent(sentIn, sentBefore);
    } else {
      const replyTo = destination === 'group' ? ticket.groupMessageId : null;
      const { messageId } = await sender.send(chatId, shown, {
        // Other words are another message, also where nobody knows whether the first ones arrived.
        key: `ticket/${due.id}${message.editedAt === null ? '' : `/${message.editedAt}`}`,
        ...(replyTo === null ? {} : { replyTo }),
      });
      await settleSent(chatId, messageId);
    }
  } catch (error) {
    if (error instanceof SendError && isGone(error.code) && destination === 'private') {
      await identities.markBlocked(ticket.askerId);
    }
    throw error;
  }
  return 'done';

  async function settleSent(sentTo: string, externalMessageId: string): Promise<void> {
    await tickets.settleDelivery(due.id, {
      ...{ state: 'sent', chatId: sentTo, externalMessageId, error: null },
      ...(message.kind === 'text' ? { then: 'report' as const } : {}),
    });
    if (message.kind === 'text') await noteArrival(ports, due.ticketId);
  }
}

/** False where it is not there any more, or too old to be changed: then it is said anew. */
async function change(
  sender: MessageSender,
  chatId: string,
  messageId: string,
  to: OutboundMessage,
): Promise<boolean> {
  try {
    await sender.edit(chatId, messageId, to);
    return true;
  } catch (error) {
    if (error instanceof SendError && error.code === 'badRequest') return false;
    throw error;
  }
}
