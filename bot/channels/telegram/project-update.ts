import type { CallbackQuery, Chat, Message, Update, User } from 'node-telegram-bot-api/types';
import type { InboundMessage } from '../../model.ts';
import { encodeChatId } from './chat-id.ts';

export const channelName = 'telegram';

/** What an update means to us. JSON, without names: this is what is stored, not the raw update. */
export type Projected =
  | { kind: 'message'; message: InboundMessage; callbackQueryId: string | null }
  /** A person blocked the bot in private, or let it in again. */
  | { kind: 'membership'; externalId: string; externalUserId: string; chatId: string; blocked: boolean }
  /** A tapped button whose message is gone. */
  | { kind: 'orphanCallback'; externalId: string; callbackQueryId: string }
  | { kind: 'ignored' };

export interface BotSelf {
  id: number;
  username: string;
}

/** Updates that we ask Telegram for. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** The only place that reads Telegram's field names of an update. Pure. */
export function projectUpdate(update: Update, me: BotSelf): Projected {
  const externalId = String(update.update_id);
  if ('message' in update) return ofMessage(update.message, externalId, me);
  if ('callback_query' in update) return ofCallback(update.callback_query, externalId);
  if ('my_chat_member' in update) {
    const { chat, from, new_chat_member: member } = update.my_chat_member;
    return chat.type === 'private'
      ? {
          kind: 'membership',
          externalId,
          externalUserId: String(from.id),
          chatId: String(chat.id),
          blocked: member.status === 'kicked',
        }
      : { kind: 'ignored' };
  }
  return { kind: 'ignored' };
}

function ofMessage(message: Message, externalId: string, me: BotSelf): Projected {
  const { chat, from } = message;
  const kind = kindOf(chat);
  // Other bots are not answered; an anonymous administrator also comes as a bot, but with a `sender_chat`.
  if (kind === null || from === undefined) return { kind: 'ignored' };
  if (from.is_bot && message.sender_chat === undefined) return { kind: 'ignored' };
  if (message.is_automatic_forward === true) return { kind: 'ignored' };

  const raw = message.text ?? message.caption ?? '';
  if (raw === '' && (kind === 'group' || isService(message))) return { kind: 'ignored' };
  const { text, mentioned } = withoutMention(message, raw, me);
  const command = commandIn(text, me);
  if (command === 'othersCommand') return { kind: 'ignored' };
  const addressed = kind === 'private' || mentioned || command !== null || repliesToMe(message, me);
  return {
    kind: 'message',
    callbackQueryId: null,
    message: {
      channel: channelName,
      externalId,
      chat: { id: encodeChatId(chat.id, topicOf(message)), kind },
      sender: senderOf(from),
      text: command === null ? text : '',
      command,
      callback: null,
      addressed,
    },
  };
}

function ofCallback(query: CallbackQuery, externalId: string): Projected {
  const { message, data } = query;
  const kind = message === undefined ? null : kindOf(message.chat);
  if (message === undefined || kind === null) {
    return { kind: 'orphanCallback', externalId, callbackQueryId: query.id };
  }
  const thread = 'is_topic_message' in message ? topicOf(message) : undefined;
  return {
    kind: 'message',
    callbackQueryId: query.id,
    message: {
      channel: channelName,
      externalId,
      chat: { id: encodeChatId(message.chat.id, thread), kind },
      sender: senderOf(query.from),
      text: '',
      command: null,
      callback: { data: data ?? '', messageId: String(message.message_id) },
      addressed: true,
    },
  };
}

const kindOf = (chat: Chat): 'private' | 'group' | null => {
  if (chat.type === 'private') return 'private';
  return chat.type === 'group' || chat.type === 'supergroup' ? 'group' : null;
};

/** Chinese first: English only for those whose Telegram is in English. */
const senderOf = (user: User): InboundMessage['sender'] => ({
  externalUserId: String(user.id),
  locale: user.language_code?.startsWith('en') === true ? 'en' : 'zh-CN',
});

/** Only forum topics: a plain reply thread of a supergroup has a thread ID too, but is no place of its own. */
const topicOf = (message: Message): number | undefined =>
  message.is_topic_message === true ? message.message_thread_id : undefined;

function repliesToMe({ reply_to_message: original }: Message, me: BotSelf): boolean {
  // Every message of a topic formally replies to the one that created the topic.
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}

/** Entities count UTF-16 units, as JavaScript strings do. */
function withoutMention(message: Message, raw: string, me: BotSelf): { text: string; mentioned: boolean } {
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const mine = (entities ?? []).filter(
    (e) =>
      (e.type === 'mention' &&
        raw.slice(e.offset, e.offset + e.length).toLowerCase() === `@${me.username.toLowerCase()}`) ||
      (e.type === 'text_mention' && e.user?.id === me.id),
  );
  const text = [...mine]
    .sort((a, b) => b.offset - a.offset)
    .reduce((t, e) => `${t.slice(0, e.offset)} ${t.slice(e.offset + e.length)}`, raw);
  return { text: text.trim(), mentioned: mine.length > 0 };
}

function commandIn(text: string, me: BotSelf): InboundMessage['command'] | 'othersCommand' {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (match === null) return null;
  const [, name = '', addressee, args = ''] = match;
  if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) {
    return 'othersCommand';
  }
  return { name: name.toLowerCase(), args: args.trim() };
}

/** A private message without text that nobody typed or sent: nothing to answer. */
const isService = (message: Message): boolean =>
  message.pinned_message !== undefined ||
  message.message_auto_delete_timer_changed !== undefined ||
  message.write_access_allowed !== undefined ||
  message.chat_background_set !== undefined ||
  message.users_shared !== undefined;
