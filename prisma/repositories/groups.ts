import { groupDefaults } from '../../activities/ports/groups.ts';
import type { GroupChat, GroupSettings, GroupStore } from '../../activities/ports/groups.ts';
import type { Database } from '../client.ts';
import type { GroupChat as Row, Prisma } from '../generated/client.ts';
import { moveGroup } from './move-group.ts';

export function createGroupStore(db: Database): GroupStore {
  const orderBy: Prisma.GroupChatOrderByWithRelationInput[] = [{ channel: 'asc' }, { chatId: 'asc' }];
  return {
    settingsOf: async (channel, chatId) => {
      const row = await db.groupChat.findUnique({ where: { channel_chatId: { channel, chatId } } });
      return row === null ? groupDefaults : settingsOf(row);
    },

    change: async (channel, chatId, change) =>
      settingsOf(
        await db.groupChat.upsert({
          where: { channel_chatId: { channel, chatId } },
          create: { channel, chatId, ...groupDefaults, ...change },
          update: change,
        }),
      ),

    changeSeen: async (channel, chatId, { seen, change }) => {
      const { count } = await db.groupChat.updateMany({ where: { channel, chatId, ...seen }, data: change });
      return count === 1;
    },

    joined: async (channel, chatId) => {
      await db.groupChat.upsert({
        where: { channel_chatId: { channel, chatId } },
        create: { channel, chatId, ...groupDefaults },
        update: {},
      });
      // Of two that hear of it at once, one introduces the bot.
      const { count } = await db.groupChat.updateMany({
        where: { channel, chatId, present: false },
        data: { present: true },
      });
      return count === 1;
    },

    left: async (channel, chatId) => {
      await db.groupChat.updateMany({ where: { channel, chatId }, data: { present: false } });
    },

    moved: (channel, fromChatId, toChatId) => moveGroup(db, { channel, fromChatId, toChatId }),

    wantingAnnouncements: async ({ channel, city } = {}) =>
      (
        await db.groupChat.findMany({
          where: {
            present: true,
            announcements: true,
            ...(channel === undefined ? {} : { channel }),
            ...(city === undefined ? {} : { OR: [{ city }, { city: null }] }),
          },
          orderBy,
        })
      ).map(groupOf),

    present: async (channel) =>
      (await db.groupChat.findMany({ where: { channel, present: true }, orderBy })).map(groupOf),
  };
}

const settingsOf = ({ answers, packId, city, announcements }: Row): GroupSettings => ({
  answers: answers === 'alsoUnasked' ? 'alsoUnasked' : 'whenCalled',
  packId,
  city,
  announcements,
});

const groupOf = (row: Row): GroupChat => ({
  channel: row.channel,
  chatId: row.chatId,
  ...settingsOf(row),
});
