import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { guardGroups } from '../group-guard.ts';
import { decodeChatId, isGroupChat } from './chat-id.ts';
import type { TelegramChat } from './chat-id.ts';
import { channelName } from './project-update.ts';
import { renderMessage } from './render-message.ts';
import type { RenderedPart } from './render-message.ts';
import { toSendError } from './send-error.ts';

const noPreview = { link_preview_options: { is_disabled: true } };

/**
 * Sends once and never again on its own: who calls knows whether a repeat is right. `isStaffRoom`: groups of the office's
 * own people, by chat ID.
 */
export function createTelegramSender(
  api: Api,
  isStaffRoom: (chatId: string) => boolean = () => false,
): MessageSender {
  const sender: MessageSender = {
    channel: channelName,

    async send(chatId, message) {
      return sendParts(decodeChatId(chatId), renderMessage(message));
    },

    async edit(chatId, messageId, message) {
      const [first, ...others] = renderMessage(message);
      if (first === undefined) return;
      const chat = decodeChatId(chatId);
      try {
        await api.editMessageText({
          chat_id: chat.chat_id,
          message_id: Number(messageId),
          ...noPreview,
          ...first,
        });
      } catch (error) {
        if (!isUnchanged(error)) throw toSendError(error);
      }
      if (others.length > 0) await sendParts(chat, others);
    },
  };
  return guardGroups(sender, { isGroup: isGroupChat, isStaffRoom });

  async function sendParts(chat: TelegramChat, parts: RenderedPart[]): Promise<{ messageId: string }> {
    let messageId = '';
    for (const [index, part] of parts.entries()) {
      try {
        messageId = await sendPart(chat, part);
      } catch (error) {
        const failed = toSendError(error);
        // Part of the message is in the chat: sending it all again would repeat that.
        throw index === 0
          ? failed
          : new SendError({ fate: 'ambiguous', code: failed.code, cause: failed.cause });
      }
    }
    return { messageId };
  }

  async function sendPart(chat: TelegramChat, part: RenderedPart): Promise<string> {
    try {
      const sent = await api.sendMessage({ ...chat, ...noPreview, ...part });
      return String(sent.message_id);
    } catch (error) {
      // A group that became a supergroup has a new ID; the message was not taken under the old one.
      const newId = error instanceof TelegramApiError ? error.migrateToChatId : undefined;
      if (newId === undefined) throw error;
      const sent = await api.sendMessage({ chat_id: newId, ...noPreview, ...part });
      return String(sent.message_id);
    }
  }
}

const isUnchanged = (error: unknown): boolean =>
  error instanceof TelegramApiError && /message is not modified/i.test(error.description);
