import type { ChatMessageStore } from '../../activities/ports/store.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';

const pageSize = 200;

export function createChatMessageStore(db: Database): ChatMessageStore {
  return {
    append: async ({ identityId, direction, body, dedupeKey }) => {
      try {
        return await db.chatMessage.create({
          data: { identityId, direction, body, dedupeKey: dedupeKey ?? null },
          select: { id: true },
        });
      } catch (error) {
        if (dedupeKey === undefined || !isUniqueViolation(error)) throw error;
        return db.chatMessage.findUniqueOrThrow({
          where: { identityId_dedupeKey: { identityId, dedupeKey } },
          select: { id: true },
        });
      }
    },

    after: async (identityId, afterId) => {
      const stored = await db.chatMessage.findMany({
        where: { identityId, id: { gt: afterId } },
        orderBy: { id: 'asc' },
        take: pageSize,
      });
      return stored.map(({ id, direction, body, at }) => ({
        id,
        direction: direction === 'in' ? 'in' : 'out',
        body,
        at: at.toISOString(),
      }));
    },
  };
}
