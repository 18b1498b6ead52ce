import type { Client } from '@botpress/client';
import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { guardGroups } from '../group-guard.ts';
import { channelName } from './contract.ts';
import type { Offers } from './offers.ts';
import { conversationIdOf, isGroupChat } from './place.ts';
import { renderMessage } from './render.ts';
import { toSendError } from './send-error.ts';
import type { StatusEvents } from './status-events.ts';

/** Sends once and never again on its own: who calls knows whether a repeat is right. */
export function createBotpressSender(
  client: Pick<Client, 'createMessage'>,
  botId: string,
  { offers, statusEvents }: { offers: Offers; statusEvents: StatusEvents },
): MessageSender {
  const sender: MessageSender = {
    channel: channelName,
    async send(chatId, message, o = {}) {
      const conversationId = conversationIdOf(chatId);
      const { parts, offered } = renderMessage(message);
      let messageId = '';
      for (const [index, part] of parts.entries()) {
        try {
          const sent = await client.createMessage({ conversationId, userId: botId, tags: {}, ...part });
          messageId = sent.message.id;
        } catch (error) {
          const failed = toSendError(error);
          // Part of the message is in the chat: sending it all again would repeat that.
          throw index === 0
            ? failed
            : new SendError({ fate: 'ambiguous', code: failed.code, cause: failed.cause });
        }
      }
      await offers.note(conversationId, offered);
      if (!isGroupChat(chatId)) await statusEvents.told(conversationId, o);
      return { messageId };
    },
    // A message that Botpress has handed on to an integration is not changed there any more.
    edit: () => Promise.reject(new SendError({ fate: 'notSent', code: 'badRequest' })),
  };
  return guardGroups(sender, { isGroup: isGroupChat });
}
