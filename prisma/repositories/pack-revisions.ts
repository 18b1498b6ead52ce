import type {
  PackPublication,
  PackRevision,
  PackRevisionStore,
  RevisionKind,
} from '../../activities/ports/pack-revisions.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import type {
  PackPublication as StoredPublication,
  PackRevision as StoredRevision,
} from '../generated/client.ts';

export function createPackRevisionStore(db: Database): PackRevisionStore {
  return {
    published: async (packId) => {
      const stored = await db.packPublication.findFirst({ where: { packId }, orderBy: { turn: 'desc' } });
      return stored && publicationOf(stored);
    },

    publications: async (packId) => {
      const stored = await db.packPublication.findMany({ where: { packId }, orderBy: { turn: 'desc' } });
      return stored.map(publicationOf);
    },

    revisions: async (packId) => {
      const stored = await db.packRevision.findMany({
        where: { packId },
        orderBy: { number: 'desc' },
        omit: { content: true },
      });
      return stored.map(revisionOf);
    },

    content: async (packId, number) => {
      const where = { packId_number: { packId, number } };
      const stored = await db.packRevision.findUnique({ where, select: { content: true } });
      return stored === null ? null : (JSON.parse(stored.content) as unknown);
    },

    append: ({ content, madeAt, ...revision }) =>
      unlessTaken(() =>
        db.packRevision.create({
          data: { ...revision, madeAt: new Date(madeAt), content: JSON.stringify(content) },
        }),
      ),

    publish: ({ at, ...publication }) =>
      unlessTaken(() => db.packPublication.create({ data: { ...publication, at: new Date(at) } })),

    mark: async () => (await db.packPublication.aggregate({ _max: { id: true } }))._max.id ?? 0,

    keepShipped: async (packId, hash, content) => {
      await unlessTaken(() =>
        db.packShipped.create({ data: { packId, hash, content: JSON.stringify(content) } }),
      );
    },

    shipped: async (packId, hash) => {
      const stored = await db.packShipped.findUnique({ where: { packId_hash: { packId, hash } } });
      return stored === null ? null : (JSON.parse(stored.content) as unknown);
    },
  };
}

async function unlessTaken(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

const revisionOf = ({ madeAt, kind, ...stored }: Omit<StoredRevision, 'content'>): PackRevision => ({
  packId: stored.packId,
  number: stored.number,
  basedOn: stored.basedOn,
  kind: kind as RevisionKind,
  madeBy: stored.madeBy,
  madeAt: madeAt.toISOString(),
  reason: stored.reason,
  shippedHash: stored.shippedHash,
});

const publicationOf = ({ at, ...stored }: StoredPublication): PackPublication => ({
  packId: stored.packId,
  turn: stored.turn,
  number: stored.number,
  shippedHash: stored.shippedHash,
  by: stored.by,
  at: at.toISOString(),
  reason: stored.reason,
  forced: stored.forced,
});
