import type { ImportChangeStore, JudgedChange } from '../../activities/ports/import-changes.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { judgeUndo } from '../../knowledge/firms/undo-import.ts';
import type { Database, Queries } from '../client.ts';
import type { FirmImportChange } from '../generated/client.ts';
import { followAgain } from './follow-again.ts';
import { changeOf } from './import-change-row.ts';
import { sinceImport } from './since-import.ts';
import { undoChanges } from './undo-changes.ts';

/** Fewer than a statement can have parameters. */
const pageSize = 200;

export function createImportChangeStore(db: Database): ImportChangeStore {
  return {
    lastOf: async (packId) => {
      const last = await db.firmImport.findFirst({
        where: { packId, changes: { some: {} } },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        select: { id: true },
      });
      return last?.id ?? null;
    },

    takeOver: async (importId) =>
      db.$transaction(async (tx) => {
        const { packId, fileHash } = await tx.firmImport.findUniqueOrThrow({ where: { id: importId } });
        const cutOff = { packId, fileHash, state: 'running', id: { not: importId } };
        const theirs = { packId, import: cutOff };
        // What was undone is written anew, and counts as this import's own.
        await tx.firmImportChange.deleteMany({ where: { ...theirs, state: 'undone' } });
        await tx.firmImportChange.updateMany({ where: theirs, data: { importId } });
      }),

    counts: async (importId) => {
      const groups = await db.firmImportChange.groupBy({
        by: ['state'],
        where: { importId },
        _count: { _all: true },
      });
      const counts = { written: 0, closing: 0, undone: 0 };
      for (const { state, _count } of groups) counts[state as JudgedChange['state']] = _count._all;
      return counts;
    },

    list: async (importId, ownCities, { afterUscc, limit }) => {
      const stored = await db.firmImportChange.findMany({
        where: { importId, ...(afterUscc !== undefined && { uscc: { gt: afterUscc } }) },
        orderBy: { uscc: 'asc' },
        take: limit,
      });
      const judged: JudgedChange[] = [];
      for (let start = 0; start < stored.length; start += pageSize)
        judged.push(...(await judge(db, stored.slice(start, start + pageSize), ownCities)));
      return judged;
    },

    markClosing: async (importId, usccs) =>
      db.$transaction(async (tx) => {
        const where = { importId, uscc: { in: [...usccs] }, enrolled: true, state: 'written' };
        await tx.firmImportChange.updateMany({ where, data: { state: 'closing' } });
        const marked = await tx.firmImportChange.findMany({ where: { ...where, state: 'closing' } });
        await tx.enrollment.updateMany({
          where: { id: { in: idsOf(marked) }, startedAt: null },
          data: { startedAt: new Date() },
        });
      }),

    undo: async (importId, usccs, ownCities) =>
      db.$transaction(async (tx) => {
        // Only a firm whose workflow was ended may lose its enrollment.
        const ready = [{ state: 'closing' }, { state: 'written', enrolled: false }];
        const where = { importId, uscc: { in: [...usccs] }, OR: ready };
        // Writes first: whoever reads before it has the lock may be turned away.
        await tx.firmImportChange.updateMany({ where, data: { importId } });
        const stored = await tx.firmImportChange.findMany({ where, orderBy: { uscc: 'asc' } });
        const judged = await judge(tx, stored, ownCities);
        const undoing = new Set(judged.flatMap(({ uscc, verdict }) => (verdict?.undo == null ? [] : uscc)));
        await undoChanges(
          tx,
          stored[0]?.packId ?? '',
          stored.filter(({ uscc }) => undoing.has(uscc)),
        );
        await tx.firmImportChange.updateMany({
          where: { ...where, uscc: { in: [...undoing] } },
          data: { state: 'undone', before: '{}', after: '{}' },
        });
        // Its time says how long ago it wrote something: one that was cut off must not seem to run again.
        const { updatedAt } = await tx.firmImport.findUniqueOrThrow({ where: { id: importId } });
        await tx.firmImport.update({
          where: { id: importId },
          data: { undone: { increment: undoing.size }, updatedAt },
        });
        // Something happened to those while their workflows were being ended.
        const left = stored.flatMap(({ uscc }) => (undoing.has(uscc) ? [] : uscc));
        await followAgain(tx, { importId, uscc: { in: left } });
        return judged;
      }),

    release: async (importId) =>
      db.$transaction(async (tx) => {
        const which = importId === null ? {} : { importId };
        // Writes first, as above; where nothing is closing nothing is written.
        await tx.firmImportChange.updateMany({
          where: { ...which, state: 'closing' },
          data: { state: 'closing' },
        });
        await followAgain(tx, which);
      }),
  };
}

const idsOf = (changes: Pick<FirmImportChange, 'packId' | 'uscc'>[]): string[] =>
  changes.map(({ packId, uscc }) => enrollmentIdOf(packId, uscc));

async function judge(
  db: Queries,
  stored: FirmImportChange[],
  ownCities: readonly string[] | null,
): Promise<JudgedChange[]> {
  const since = await sinceImport(
    db,
    stored.filter(({ state }) => state !== 'undone'),
  );
  return stored.map((change) => {
    const { uscc, name, city, enrolled, state } = change;
    const stands = since.get(uscc);
    const verdict = stands === undefined ? null : judgeUndo(changeOf(change), stands, ownCities);
    return {
      ...{ uscc, name, city, enrolled, verdict },
      enrollmentId: enrollmentIdOf(change.packId, uscc),
      state: state as JudgedChange['state'],
    };
  });
}
