import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender, SendOptions } from '../../../activities/ports/services.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { channelName } from './contract.ts';
import { createConversation } from './conversation.ts';
import type { Conversation, ConversationPorts } from './conversation.ts';
import { isVisitorId } from './visitor-token.ts';
import { createWakeUps } from './wake-ups.ts';

/** Sending is writing down: an open page shows the message at once, another one when it is next opened. */
export function createWebSender(conversation: Conversation): MessageSender {
  const write = async (
    chatId: string,
    message: OutboundMessage,
    how: Parameters<Conversation['addFromBot']>[2],
  ): Promise<number> => {
    if (!isVisitorId(chatId)) throw new SendError({ fate: 'notSent', code: 'chatNotFound' });
    try {
      return await conversation.addFromBot(chatId, message, how);
    } catch (cause) {
      // A commit whose answer was lost looks the same as one that failed.
      throw new SendError({ fate: 'ambiguous', code: 'server', cause });
    }
  };
  return {
    channel: channelName,
    async send(chatId, message, o) {
      const id = await write(chatId, message, { replaces: null, ...dedupeKeyOf(o) });
      return { messageId: id.toString() };
    },
    async edit(chatId, messageId, message, o) {
      const replaces = Number(messageId);
      if (!Number.isSafeInteger(replaces)) throw new SendError({ fate: 'notSent', code: 'badRequest' });
      await write(chatId, message, { replaces, ...dedupeKeyOf(o) });
    },
  };
}

const dedupeKeyOf = (o?: SendOptions): { dedupeKey?: string } =>
  o?.key === undefined ? {} : { dedupeKey: `out/${o.key}` };

/** For a process that sends and serves no page: the one that does looks for such rows. */
export const createWebOutbox = (ports: Omit<ConversationPorts, 'wakeUps'>): MessageSender =>
  createWebSender(createConversation({ ...ports, wakeUps: createWakeUps() }));
