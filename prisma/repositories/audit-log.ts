import type { AuditFilter, AuditLog } from '../../activities/ports/audit-log.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

export function createAuditLog(db: Database): AuditLog {
  return {
    search: async (filter, { offset, limit }) => {
      const where = matching(filter);
      const [total, stored] = await Promise.all([
        db.auditEntry.count({ where }),
        db.auditEntry.findMany({ where, orderBy: { id: 'desc' }, skip: offset, take: limit }),
      ]);
      const entries = stored.map(({ id, at, actor, action, target, outcome, detail }) => ({
        ...{ id, at: at.toISOString(), actor, action, target, outcome, detail },
      }));
      return { total, entries };
    },
    actions: async () => {
      const found = await db.auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } });
      return found.map(({ action }) => action);
    },
  };
}

const matching = ({ actor, action, target, from, to }: AuditFilter): Prisma.AuditEntryWhereInput => ({
  ...(actor !== undefined && { actor }),
  ...(action !== undefined && { action: { startsWith: action } }),
  ...(target !== undefined && { target: { contains: target } }),
  at: {
    ...(from !== undefined && { gte: new Date(from) }),
    ...(to !== undefined && { lt: new Date(to) }),
  },
});
