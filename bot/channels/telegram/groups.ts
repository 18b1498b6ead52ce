import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import { isGone, SendError } from '../../../activities/ports/services.ts';
import type { Logger } from '../../../activities/ports/services.ts';
import type { GroupStore } from '../../../activities/ports/groups.ts';
import type { Engine, InboundMessage } from '../../model.ts';
import { put } from '../deliver.ts';
import type { Delivery } from '../deliver.ts';
import { groupIdOf } from './chat-id.ts';
import { channelName } from './projected.ts';
import type { Wanted } from './projected.ts';
import type { OnMoved } from './sender.ts';

export interface GroupsPorts extends Delivery {
  api: Api;
  engine: Pick<Engine, 'groupGreeting'>;
  groups: GroupStore;
  log: Logger;
}

export interface TelegramGroups {
  /** The bot came in, and says once what it does; or it was removed. */
  membership(news: Extract<Wanted, { kind: 'group' }>): Promise<void>;
  /** A group where somebody talks to the bot is one that it is in, though nobody told us when it came. */
  talksIn(message: InboundMessage): Promise<void>;
  /** Nothing can be sent to this group any more. */
  gone(chatId: string): Promise<void>;
  moved(move: { fromChatId: string; toChatId: string }): Promise<void>;
  /** See `EnginePorts.isGroupAdmin`. */
  isAdmin(message: InboundMessage): Promise<boolean>;
}

export function createTelegramGroups(ports: GroupsPorts): TelegramGroups {
  const { api, engine, groups, log, signal } = ports;
  /** Groups that need no look into the database. */
  const known = new Set<string>();
  const noteMove = noteMoves({ groups, log });

  return {
    async membership({ chatId, present, locale, externalId }) {
      known.delete(chatId);
      if (!present) return groups.left(channelName, chatId);
      // Noted first: a greeting that fails is not worth a second one.
      if (!(await groups.joined(channelName, chatId))) return;
      const greeting = engine.groupGreeting?.(channelName, locale);
      if (greeting === undefined) return;
      try {
        await put(ports, { chatId, replaces: null, key: `${externalId}/greeting` }, greeting);
      } catch (error) {
        log.warn('telegram.greetingNotSent', { error: String(error) });
        if (error instanceof SendError && isGone(error.code)) await groups.left(channelName, chatId);
      }
    },

    async talksIn({ chat }) {
      const id = groupIdOf(chat.id);
      if (chat.kind !== 'group' || known.has(id)) return;
      await groups.joined(channelName, id);
      known.add(id);
    },

    async gone(chatId) {
      const id = groupIdOf(chatId);
      known.delete(id);
      await groups.left(channelName, id);
    },

    async moved(move) {
      known.delete(move.fromChatId);
      await noteMove(move);
    },

    async isAdmin({ chat, sender }) {
      if (chat.kind !== 'group') return false;
      if (sender.asGroup === true) return true;
      const userId = Number(sender.externalUserId);
      // A channel that writes in the group is nobody who could administer it.
      if (userId < 0) return false;
      try {
        const member = await api.getChatMember(
          { chat_id: Number(groupIdOf(chat.id)), user_id: userId },
          signal,
        );
        return member.status === 'creator' || member.status === 'administrator';
      } catch (error) {
        if (isNoMember(error)) return false;
        throw error;
      }
    },
  };
}

/** Everything that is stored of a group goes on under its new ID. */
export const noteMoves =
  ({ groups, log }: Pick<GroupsPorts, 'groups' | 'log'>): OnMoved =>
  async ({ fromChatId, toChatId }) => {
    try {
      await groups.moved(channelName, fromChatId, toChatId);
      log.info('telegram.groupMoved', { fromChatId, toChatId });
    } catch (error) {
      // The next message into the old group says it again.
      log.error('telegram.moveNotNoted', { fromChatId, toChatId, error: String(error) });
    }
  };

const isNoMember = (error: unknown): boolean =>
  error instanceof TelegramApiError &&
  error.errorCode === 400 &&
  /user not found|member not found|PARTICIPANT_ID_INVALID|USER_ID_INVALID/i.test(error.description);
