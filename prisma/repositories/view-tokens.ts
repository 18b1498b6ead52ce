import type { ViewToken, ViewTokenStore } from '../../activities/ports/view-tokens.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { tokenHash } from './token-hash.ts';

const withName = { staff: { select: { name: true } } } as const;
type Row = Prisma.ViewTokenGetPayload<{ include: typeof withName }>;

export function createViewTokenStore(db: Database): ViewTokenStore {
  const working = (now: string) => ({ expiresAt: { gt: new Date(now) } });
  const find = async (token: string, now: string): Promise<ViewToken | null> => {
    const where = { hash: tokenHash(token), ...working(now) };
    const row = await db.viewToken.findFirst({ where, include: withName });
    return row && viewTokenOf(row);
  };
  return {
    find,

    mint: async ({ staffId, token, now, expiresAt }) =>
      db.$transaction(async (tx) => {
        await tx.viewToken.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
        if ((await tx.staff.findUnique({ where: { id: staffId } })) === null) return null;
        const data = {
          hash: tokenHash(token),
          staffId,
          createdAt: new Date(now),
          expiresAt: new Date(expiresAt),
        };
        return viewTokenOf(await tx.viewToken.create({ data, include: withName }));
      }),

    exchange: async (token, next, now) => {
      const where = { hash: tokenHash(token), ...working(now) };
      const { count } = await db.viewToken.updateMany({ where, data: { hash: tokenHash(next) } });
      return count === 1 ? find(next, now) : null;
    },

    list: async (now) => {
      const rows = await db.viewToken.findMany({
        where: working(now),
        include: withName,
        orderBy: { id: 'asc' },
      });
      return rows.map(viewTokenOf);
    },

    revoke: async (id) => (await db.viewToken.deleteMany({ where: { id } })).count === 1,
  };
}

/** A token is 256 random bits: nothing is gained by a slow hash. */

const viewTokenOf = ({ id, staffId, staff, createdAt, expiresAt }: Row): ViewToken => ({
  id,
  staffId,
  name: staff.name,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
