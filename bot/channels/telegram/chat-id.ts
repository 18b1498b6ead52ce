/** A chat as the rest of the program knows it: `<chatId>`, or `<chatId>:<threadId>` for a topic of a forum. */
export interface TelegramChat {
  chat_id: number | string;
  message_thread_id?: number;
}

export const encodeChatId = (chatId: number, threadId?: number): string =>
  threadId === undefined ? String(chatId) : `${chatId}:${threadId}`;

/** Of groups, supergroups and channels; only a private chat's is positive. */
export const isGroupChat = (encoded: string): boolean => !/^\d+$/.test(encoded);

/** The whole group, whichever of its topics is meant. */
export const groupIdOf = (encoded: string): string => encoded.split(':')[0] ?? encoded;

export function decodeChatId(encoded: string): TelegramChat {
  const [chat = '', thread] = encoded.split(':');
  const chatId = /^-?\d+$/.test(chat) ? Number(chat) : chat;
  return thread === undefined ? { chat_id: chatId } : { chat_id: chatId, message_thread_id: Number(thread) };
}
