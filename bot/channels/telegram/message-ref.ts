import type { Message } from 'node-telegram-bot-api/types';

/**
 * A message as the rest of the program knows it: `<messageId>`, or `<userId>e<ephemeralId>` for one that only this member
 * of a group sees. A server has such messages if one comes from it; we never assume it.
 */
export type MessageRef = { messageId: number } | { receiverId: number; ephemeralId: number };

/** `receiverId`: who sees it besides the bot. */
export const refOf = (
  { message_id, ephemeral_message_id: ephemeralId }: Pick<Message, 'message_id' | 'ephemeral_message_id'>,
  receiverId: number | undefined,
): string =>
  ephemeralId === undefined || receiverId === undefined ? String(message_id) : `${receiverId}e${ephemeralId}`;

export function readRef(ref: string): MessageRef {
  const [, receiver, ephemeral] = /^(\d+)e(\d+)$/.exec(ref) ?? [];
  return receiver === undefined
    ? { messageId: Number(ref) }
    : { receiverId: Number(receiver), ephemeralId: Number(ephemeral) };
}
