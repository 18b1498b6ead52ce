import type { ApiKeyStore } from '../../activities/ports/api-keys.ts';
import type { Database } from '../client.ts';

export function createApiKeyStore(db: Database): ApiKeyStore {
  return {
    list: async () => db.apiKey.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),

    add: async (data) => {
      await db.apiKey.create({ data });
    },

    revoke: async ({ id, name }, revokedAt) => {
      await db.apiKey.upsert({ where: { id }, create: { id, name }, update: {} });
      const { count } = await db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
      return count === 1;
    },

    use: async ({ id, name }, lastUsedOn) => {
      const known = await db.apiKey.findUnique({ where: { id } });
      // One write a day: each of a busy system's requests waits for nobody.
      if (known === null || (known.revokedAt === null && known.lastUsedOn !== lastUsedOn))
        await db.apiKey.upsert({ where: { id }, create: { id, name, lastUsedOn }, update: { lastUsedOn } });
      return known === null || known.revokedAt === null;
    },
  };
}
