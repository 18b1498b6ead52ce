import type { AuditStore } from '../../activities/ports/store.ts';
import type { Database } from '../client.ts';

export function createAuditStore(db: Database): AuditStore {
  return {
    record: async (entry) => {
      await db.auditEntry.create({ data: entry });
    },
  };
}
