import { SendError } from '../../activities/ports/services.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import { isGroupMessage } from '../engine/group-message.ts';

/** Where a channel's chat IDs lead. */
export interface Rooms {
  isGroup(chatId: string): boolean;
  /** A group of the office's own people, who may read of any firm. */
  isStaffRoom?(chatId: string): boolean;
}

/**
 * The last thing before the vendor: into a group of exporters only a message made for one is sent, whether it is a reply,
 * a reminder or anything that is yet to be written. Every channel with groups wraps its sender in it.
 */
export function guardGroups(sender: MessageSender, rooms: Rooms): MessageSender {
  const check = (chatId: string, message: OutboundMessage): void => {
    if (!rooms.isGroup(chatId) || rooms.isStaffRoom?.(chatId) === true || isGroupMessage(message)) return;
    const cause = new Error('this message is not made for a group');
    throw new SendError({ fate: 'notSent', code: 'badRequest', cause });
  };
  return {
    channel: sender.channel,
    async send(chatId, message, o) {
      check(chatId, message);
      return sender.send(chatId, message, o);
    },
    async edit(chatId, messageId, message, o) {
      check(chatId, message);
      await sender.edit(chatId, messageId, message, o);
    },
  };
}
