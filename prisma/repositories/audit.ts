import { createHash } from 'node:crypto';
import type { AuditStore } from '../../activities/ports/store.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';

export function createAuditStore(db: Database): AuditStore {
  return {
    record: async ({ once, ...entry }) => {
      if (once === undefined) {
        await db.auditEntry.create({ data: entry });
        return;
      }
      // A channel's IDs are people's too: only their hash is kept.
      const onceKey = createHash('sha256').update(once).digest('base64url');
      try {
        await db.auditEntry.create({ data: { ...entry, onceKey } });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    },
  };
}
