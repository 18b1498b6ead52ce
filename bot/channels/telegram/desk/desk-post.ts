import type { Api } from 'node-telegram-bot-api';
import { renderMessage } from '../render-message.ts';
import { toSendError } from '../send-error.ts';

/** A place in the staff's group: a topic, a reply to a message of it, or the group itself. */
export interface DeskPlace {
  chatId: string;
  topicId?: string;
  replyTo?: string;
}

/** Writes into the staff's group, and nowhere else: of what the office's own people read nothing is kept back. */
export type DeskPost = (place: DeskPlace, paragraphs: string[]) => Promise<string>;

/** Sends once. Resolves to the ID of the first message; throws `SendError`. */
export const createDeskPost =
  (api: Api): DeskPost =>
  async ({ chatId, topicId, replyTo }, paragraphs) => {
    let first: string | null = null;
    for (const part of renderMessage({ paragraphs, buttons: [], citation: null })) {
      try {
        const sent = await api.sendMessage({
          ...part,
          chat_id: Number(chatId),
          link_preview_options: { is_disabled: true },
          ...(topicId === undefined ? {} : { message_thread_id: Number(topicId) }),
          ...(replyTo === undefined
            ? {}
            : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
        });
        first ??= String(sent.message_id);
      } catch (error) {
        // The rest of a long text is missing; all of it again would repeat the beginning.
        if (first === null) throw toSendError(error);
        return first;
      }
    }
    return first ?? '';
  };
