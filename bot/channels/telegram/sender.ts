import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import type { SendMessageParams } from 'node-telegram-bot-api/types';
import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { guardGroups } from '../group-guard.ts';
import { decodeChatId, isGroupChat } from './chat-id.ts';
import type { TelegramChat } from './chat-id.ts';
import { channelName } from './projected.ts';
import { readRef, refOf } from './message-ref.ts';
import { renderMessage } from './render-message.ts';
import type { RenderedPart } from './render-message.ts';
import { toSendError } from './send-error.ts';

type SentPart = RenderedPart & Pick<SendMessageParams, 'reply_parameters' | 'ephemeral_message_parameters'>;

const noPreview = { link_preview_options: { is_disabled: true } };

/** Hears that a group goes on under another ID. Never rejects: the message matters more. */
export type OnMoved = (move: { fromChatId: string; toChatId: string }) => Promise<void>;

interface SenderPorts {
  onMoved: OnMoved;
  /** Groups of the office's own people, by chat ID. */
  isStaffRoom?: (chatId: string) => boolean;
}

/** Sends once and never again on its own: who calls knows whether a repeat is right. */
export function createTelegramSender(
  api: Api,
  { onMoved, isStaffRoom = () => false }: SenderPorts,
): MessageSender {
  const sender: MessageSender = {
    channel: channelName,

    async send(chatId, message, { replyTo } = {}) {
      return sendParts(decodeChatId(chatId), renderMessage(message), replyTo);
    },

    async edit(chatId, messageId, message) {
      const [first, ...others] = renderMessage(message);
      if (first === undefined) return;
      const chat = decodeChatId(chatId);
      try {
        await editPart(chat, messageId, first);
      } catch (error) {
        await noteMove(chat, error);
        if (!isUnchanged(error)) throw toSendError(error);
      }
      if (others.length > 0) await sendParts(chat, others);
    },
  };
  return guardGroups(sender, { isGroup: isGroupChat, isStaffRoom });

  /** The new ID where the error says that the group has one. */
  async function noteMove({ chat_id: from }: TelegramChat, error: unknown): Promise<number | undefined> {
    const to = error instanceof TelegramApiError ? error.migrateToChatId : undefined;
    if (to !== undefined) await onMoved({ fromChatId: String(from), toChatId: String(to) });
    return to;
  }

  async function editPart({ chat_id }: TelegramChat, messageId: string, part: RenderedPart): Promise<void> {
    const ref = readRef(messageId);
    if ('messageId' in ref) {
      await api.editMessageText({ chat_id, message_id: ref.messageId, ...noPreview, ...part });
    } else {
      const { receiverId: receiver_user_id, ephemeralId: ephemeral_message_id } = ref;
      await api.editEphemeralMessageText({
        ...{ chat_id, receiver_user_id, ephemeral_message_id },
        ...noPreview,
        ...part,
      });
    }
  }

  async function sendParts(
    chat: TelegramChat,
    parts: RenderedPart[],
    replyTo?: string,
  ): Promise<{ messageId: string }> {
    let messageId = '';
    for (const [index, part] of parts.entries()) {
      try {
        messageId = await sendPart(chat, { ...part, ...answering(replyTo, index === 0) });
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

  async function sendPart(chat: TelegramChat, part: SentPart): Promise<string> {
    const receiverId = part.ephemeral_message_parameters?.receiver_user_id;
    try {
      return refOf(await api.sendMessage({ ...chat, ...noPreview, ...part }), receiverId);
    } catch (error) {
      // A group that became a supergroup has a new ID; the message was not taken under the old one.
      const newId = await noteMove(chat, error);
      if (newId === undefined) throw error;
      // Messages of the old group have other IDs in the new one: this is no reply to any.
      const alone: SentPart = { ...part };
      delete alone.reply_parameters;
      return refOf(await api.sendMessage({ chat_id: newId, ...noPreview, ...alone }), receiverId);
    }
  }
}

/** What only one member sees is answered so that only that member sees it: every part of the answer. */
function answering(replyTo: string | undefined, isFirst: boolean): Partial<SentPart> {
  if (replyTo === undefined) return {};
  const ref = readRef(replyTo);
  if ('messageId' in ref) {
    // In the comments under a channel's post this also keeps the answer in their thread.
    const reply_parameters = { message_id: ref.messageId, allow_sending_without_reply: true };
    return isFirst ? { reply_parameters } : {};
  }
  return {
    ephemeral_message_parameters: { receiver_user_id: ref.receiverId },
    ...(isFirst ? { reply_parameters: { ephemeral_message_id: ref.ephemeralId } } : {}),
  };
}

const isUnchanged = (error: unknown): boolean =>
  error instanceof TelegramApiError && /message is not modified/i.test(error.description);
