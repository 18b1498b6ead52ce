import type { InboundMessage } from '../../model.ts';

/** What Botpress says of a conversation, as far as it counts. */
export interface Conversation {
  id: string;
  integration?: string | undefined;
  channel?: string | undefined;
  tags: Record<string, string | undefined>;
}

/**
 * A conversation of one of these is with one person. Messenger and Instagram have comments under a post as well, in channels of
 * their own; LINE answers in whichever chat it was asked, groups too, and does not say which.
 */
const withOnePerson = new Set(['webchat', 'whatsapp', 'viber']);
const withComments = new Set(['messenger', 'instagram']);

/** The bot may write to one of these when nobody has just written; the others refuse it, or take it for a day only. */
const takesMessagesAnyTime = new Set(['webchat']);

/** `unknown`: nothing says that only one person reads it, so it is treated as a group; who writes there means the bot. */
export type Place = 'private' | 'group' | 'unknown';

export function placeOf({ integration = '', channel = '', tags }: Conversation): Place {
  if (withOnePerson.has(integration)) return 'private';
  if (withComments.has(integration)) return channel === 'channel' ? 'private' : 'group';
  if (integration === 'telegram') {
    const chatId = tags['telegram:chatId'] ?? tags['telegram:id'] ?? '';
    // Telegram's own rule: a private chat has the ID of the person, a group a negative one.
    return /^\d+$/.test(chatId) ? 'private' : 'group';
  }
  if (integration === 'slack') return channel === 'dm' ? 'private' : 'group';
  return 'unknown';
}

const groupMark = 'group:';

/** The conversation's ID, marked where more than one person may read it: whoever sends there can tell by it. */
export function chatOf(conversation: Conversation): InboundMessage['chat'] {
  if (placeOf(conversation) !== 'private') return { id: `${groupMark}${conversation.id}`, kind: 'group' };
  const answersOnly = !takesMessagesAnyTime.has(conversation.integration ?? '');
  return { id: conversation.id, kind: 'private', ...(answersOnly ? { answersOnly: true } : {}) };
}

export const isGroupChat = (chatId: string): boolean => chatId.startsWith(groupMark);

export const conversationIdOf = (chatId: string): string =>
  isGroupChat(chatId) ? chatId.slice(groupMark.length) : chatId;
