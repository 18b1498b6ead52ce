import type {
  CallbackQuery,
  Chat,
  ChatMember,
  ChatMemberUpdated,
  Message,
  Update,
  User,
} from 'node-telegram-bot-api/types';
import type { InboundMessage } from '../../model.ts';
import { encodeChatId } from './chat-id.ts';
import { attachmentsIn, isService, isToOthers, quotedIn, repliesToMe, saidIn } from './message-parts.ts';
import { refOf } from './message-ref.ts';
import { channelName } from './projected.ts';
import type { BotSelf, Projected } from './projected.ts';

/** Updates that we ask Telegram for. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

const ignored: Projected = { kind: 'ignored' };

/** With `message-parts.ts` the only place that reads Telegram's field names of an update. Pure. */
export function projectUpdate(update: Update, me: BotSelf): Projected {
  const externalId = String(update.update_id);
  if ('message' in update) return ofMessage(update.message, externalId, me);
  if ('edited_message' in update) return ofEdit(update.edited_message, externalId, me);
  if ('callback_query' in update) return ofCallback(update.callback_query, externalId);
  if ('my_chat_member' in update) return ofMembership(update.my_chat_member, externalId);
  return ignored;
}

function ofMessage(message: Message, externalId: string, me: BotSelf): Projected {
  const { chat, from } = message;
  const kind = kindOf(chat);
  // Other bots are not answered; who writes in the name of a chat comes as a bot too, but with a `sender_chat`.
  if (kind === null || from === undefined) return ignored;
  if (from.is_bot && message.sender_chat === undefined) return ignored;
  // A channel's post in its discussion group is for readers; what they write under it comes as their own messages.
  if (message.is_automatic_forward === true) return ignored;
  const moved = moveIn(message);
  if (moved !== null) return { kind: 'moved', externalId, ...moved };

  const { text, mentioned, command, othersCommand } = saidIn(message, me);
  if (othersCommand) return ignored;
  const attachments = attachmentsIn(message);
  const isEmpty = text === '' && !mentioned && attachments.length === 0;
  if (isEmpty && (kind === 'group' || isService(message))) return ignored;
  const addressed = kind === 'private' || mentioned || command !== null || repliesToMe(message, me);
  const quoted = quotedIn(message, me);
  return {
    kind: 'message',
    callbackQueryId: null,
    ...(!addressed && isToOthers(message) ? { toOthers: true } : {}),
    ...(message.media_group_id === undefined ? {} : { albumId: message.media_group_id }),
    message: {
      channel: channelName,
      externalId,
      messageId: refOf(message, from.id),
      chat: chatOf(chat, kind, topicOf(message)),
      sender: senderOf(from, message),
      text: command === null ? text : '',
      command,
      callback: null,
      addressed,
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(quoted === undefined ? {} : { quoted }),
    },
  };
}

const longestEditedSeconds = 2 * 24 * 60 * 60;

/** A question that was changed is answered again. A command was carried out, and what is long past stays as it is. */
function ofEdit(message: Message, externalId: string, me: BotSelf): Projected {
  if ((message.edit_date ?? message.date) - message.date > longestEditedSeconds) return ignored;
  const projected = ofMessage(message, externalId, me);
  if (projected.kind !== 'message' || !projected.message.addressed) return ignored;
  const { message: edited } = projected;
  if (edited.command !== null && edited.command.name !== 'ask') return ignored;
  return { ...projected, message: { ...edited, edited: true } };
}

function ofCallback(query: CallbackQuery, externalId: string): Projected {
  const { message, data } = query;
  const kind = message === undefined ? null : kindOf(message.chat);
  if (message === undefined || kind === null) {
    return { kind: 'orphanCallback', externalId, callbackQueryId: query.id, locale: localeOf(query.from) };
  }
  const topic = 'is_topic_message' in message ? topicOf(message) : undefined;
  return {
    kind: 'message',
    callbackQueryId: query.id,
    message: {
      channel: channelName,
      externalId,
      chat: chatOf(message.chat, kind, topic),
      sender: senderOf(query.from),
      text: '',
      command: null,
      callback: { data: data ?? '', messageId: refOf(message, query.from.id) },
      addressed: true,
    },
  };
}

function ofMembership(
  { chat, from, new_chat_member: member }: ChatMemberUpdated,
  externalId: string,
): Projected {
  const chatId = String(chat.id);
  if (chat.type === 'private') {
    const blocked = member.status === 'kicked';
    return { kind: 'membership', externalId, externalUserId: String(from.id), chatId, blocked };
  }
  if (kindOf(chat) !== 'group') return ignored;
  return { kind: 'group', externalId, chatId, present: isPresent(member), locale: localeOf(from) };
}

/** Somebody with fewer rights may have left: `is_member` tells. */
const isPresent = (member: ChatMember): boolean =>
  'is_member' in member ? member.is_member : member.status !== 'left' && member.status !== 'kicked';

/** Both groups hear of the move, the old one and the new one. */
function moveIn({
  chat,
  migrate_to_chat_id: to,
  migrate_from_chat_id: from,
}: Message): { fromChatId: string; toChatId: string } | null {
  if (to !== undefined) return { fromChatId: String(chat.id), toChatId: String(to) };
  if (from !== undefined) return { fromChatId: String(from), toChatId: String(chat.id) };
  return null;
}

const kindOf = (chat: Chat): 'private' | 'group' | null => {
  if (chat.type === 'private') return 'private';
  return chat.type === 'group' || chat.type === 'supergroup' ? 'group' : null;
};

const chatOf = (
  { id }: Chat,
  kind: InboundMessage['chat']['kind'],
  topic: number | undefined,
): InboundMessage['chat'] => ({
  id: encodeChatId(id, topic),
  kind,
  ...(topic === undefined ? {} : { groupId: String(id) }),
});

/** All who write in the name of a chat come as one and the same bot: the chat tells them apart. */
function senderOf(user: User, message?: Message): InboundMessage['sender'] {
  const as = message?.sender_chat;
  return {
    externalUserId: String(as?.id ?? user.id),
    locale: localeOf(user),
    // In the group's own name only an administrator can write who stays anonymous.
    ...(as !== undefined && as.id === message?.chat.id ? { asGroup: true } : {}),
  };
}

/** Chinese first: English only for those whose Telegram is in English. */
const localeOf = (user: User): InboundMessage['sender']['locale'] =>
  user.language_code?.startsWith('en') === true ? 'en' : 'zh-CN';

/** Only forum topics: a plain reply thread of a supergroup has a thread ID too, but is no place of its own. */
const topicOf = (message: Message): number | undefined =>
  message.is_topic_message === true ? message.message_thread_id : undefined;
