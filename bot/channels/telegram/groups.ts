import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import type { Logger } from '../../../activities/ports/services.ts';
import type { GroupStore } from '../../../activities/ports/groups.ts';
import type { Engine, InboundMessage } from '../../model.ts';
import type { Delivery } from '../deliver.ts';
import { createGroupRoster } from '../group-roster.ts';
import type { GroupRoster } from '../group-roster.ts';
import { groupIdOf } from './chat-id.ts';
import { channelName } from './projected.ts';
import { toSendError } from './send-error.ts';
import type { OnMoved } from './sender.ts';

export interface GroupsPorts extends Delivery {
  api: Api;
  engine: Pick<Engine, 'groupGreeting'>;
  groups: GroupStore;
  log: Logger;
}

export interface TelegramGroups extends Omit<GroupRoster, 'leave'> {
  /** See `GroupDoors.leave`. */
  leave(chatId: string): Promise<void>;
  moved(move: { fromChatId: string; toChatId: string }): Promise<void>;
  /** See `EnginePorts.isGroupAdmin`. */
  isAdmin(message: InboundMessage): Promise<boolean>;
}

export function createTelegramGroups(ports: GroupsPorts): TelegramGroups {
  const { api, groups, log, signal } = ports;
  const roster = createGroupRoster({ ...ports, groupIdOf });
  const noteMove = noteMoves({ groups, log });

  return {
    ...roster,
    async moved(move) {
      roster.forget(move.fromChatId);
      await noteMove(move);
    },

    leave: async (chatId) =>
      roster.leave(chatId, async () => {
        try {
          await api.leaveChat({ chat_id: Number(groupIdOf(chatId)) }, signal);
        } catch (error) {
          throw toSendError(error);
        }
      }),

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
