import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { guardGroups } from '../group-guard.ts';
import { decodeChatId, isGroupChat } from './chat-id.ts';
import { channelName } from './contract.ts';
import { renderMessage } from './render.ts';
import type { Transmit } from './transmit.ts';

/** Says a message in QQ's form; `transmit` brings it there, over this process's connection or by another process. */
export function createOneBotSender(transmit: Transmit): MessageSender {
  const sender: MessageSender = {
    channel: channelName,
    async send(chatId, message, { replyTo } = {}) {
      const chat = decodeChatId(chatId);
      if (chat === null) throw new SendError({ fate: 'notSent', code: 'badRequest' });
      const rendered = renderMessage(message, chat.kind === 'group' ? 'group' : 'private');
      return transmit(chatId, { ...rendered, ...(replyTo === undefined ? {} : { replyTo }) });
    },
    // QQ lets nobody change what was sent.
    edit: () => Promise.reject(new SendError({ fate: 'notSent', code: 'badRequest' })),
  };
  return guardGroups(sender, { isGroup: isGroupChat });
}
