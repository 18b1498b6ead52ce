import type { FirmNoteStore } from '../../activities/ports/firm-actions.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import { currentCode } from './current-code.ts';

export function createFirmNoteStore(db: Database): FirmNoteStore {
  return {
    add: async ({ uscc, ...note }) => {
      try {
        await db.firmNote.create({ data: { ...note, uscc: await currentCode(db, uscc) } });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    },
    of: async (uscc) => {
      const stored = await db.firmNote.findMany({ where: { uscc }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
      return stored.map(({ at, ...note }) => ({ ...note, at: at.toISOString() }));
    },
  };
}
