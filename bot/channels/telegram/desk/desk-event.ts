import type { Message, Update } from 'node-telegram-bot-api/types';
import type { BotSelf } from '../projected.ts';
import { onOrOff } from './on-or-off.ts';

/** What staff did in their group. JSON, without names: this is what is stored. */
export type DeskEvent =
  /** Written in the place of a ticket, or changed there. */
  | (InPlace & { kind: 'text'; text: string; edited: boolean })
  /** A photo, a document, a voice message. */
  | (InPlace & { kind: 'otherThanText' })
  /** The topic was closed, or opened again, by hand. */
  | (InPlace & { kind: 'topic'; closed: boolean })
  /** Makes this group the staff's, or no longer. */
  | {
      kind: 'tie';
      externalId: string;
      chatId: string;
      messageId: string;
      from: string;
      /** Null: behind the command stands another word. */
      on: boolean | null;
      forum: boolean;
    };

interface InPlace {
  externalId: string;
  chatId: string;
  messageId: string;
  from: string;
  /** The topic, or the message that it replies to: which ticket it belongs to follows from it. */
  place: string;
}

/** What an update means for the staff's group; null for whatever is no matter of it. Pure. */
export function deskEventOf(update: Update, me: BotSelf, staffGroupId: string | null): DeskEvent | null {
  const edited = 'edited_message' in update;
  const message = edited ? update.edited_message : 'message' in update ? update.message : null;
  if (message === null || (message.chat.type !== 'group' && message.chat.type !== 'supergroup')) return null;
  const externalId = String(update.update_id);
  const chatId = String(message.chat.id);
  const tie = edited ? null : tieIn(message, me);
  const from = message.from;
  if (from === undefined || from.id === me.id) return null;
  const common = { externalId, chatId, messageId: String(message.message_id), from: String(from.id) };
  if (tie !== null) {
    const on = tie === 'unclear' ? null : tie === 'on';
    return { kind: 'tie', ...common, on, forum: message.chat.is_forum === true };
  }
  if (chatId !== staffGroupId) return null;
  const place = placeOf(message);
  if (place === null) return null;
  if (message.forum_topic_closed !== undefined) return { kind: 'topic', ...common, place, closed: true };
  if (message.forum_topic_reopened !== undefined) return { kind: 'topic', ...common, place, closed: false };
  if (isService(message)) return null;
  if (message.text === undefined) return { kind: 'otherThanText', ...common, place };
  return { kind: 'text', ...common, place, text: message.text, edited };
}

/** `/staffgroup` or `/staffgroup off`, to this bot. */
function tieIn({ text }: Message, { username }: BotSelf): 'on' | 'off' | 'unclear' | null {
  const command = /^\s*[/／]staffgroup(?:@(\w+))?(?![\w@])([\s\S]*)$/iu.exec(text ?? '');
  if (command === null) return null;
  const [, addressee, words = ''] = command;
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return null;
  return onOrOff(words) ?? 'unclear';
}

function placeOf(message: Message): string | null {
  if (message.is_topic_message === true && message.message_thread_id !== undefined) {
    return String(message.message_thread_id);
  }
  return message.reply_to_message === undefined ? null : String(message.reply_to_message.message_id);
}

const isService = (message: Message): boolean =>
  message.forum_topic_created !== undefined ||
  message.forum_topic_edited !== undefined ||
  message.pinned_message !== undefined ||
  message.new_chat_members !== undefined ||
  message.left_chat_member !== undefined;
