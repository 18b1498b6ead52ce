import type { z } from 'zod';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { FirmImport } from '../../activities/ports/firm-imports.ts';
import type { CheckedOffer, OfferedList } from '../../activities/ports/import-office.ts';
import { cellText } from '../../knowledge/firms/cells.ts';
import type { Cell } from '../../knowledge/firms/types.ts';
import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import type { Handlers } from './handlers.ts';
import { listFields } from './import-schemas.ts';
import type { checkAnswer, importLine, offerBody } from './import-schemas.ts';
import { sheetType } from './operation.ts';
import { previewUndo } from './preview-undo.ts';
import { Refused } from './refusals.ts';

type Ids =
  | 'listImports'
  | 'checkImport'
  | 'exportRejected'
  | 'applyImport'
  | 'readImport'
  | 'previewImportUndo'
  | 'undoImport';
const mostListed = 100;
const mostIssues = 500;
/** A batch takes a second or two: one that says nothing for so long was cut off. */
const cutOffAfterMs = 120_000;

/** Approved lists from a desk. An account of certain cities imports rows of theirs alone. */
export function importHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { imports, importOffice: office, audit, clock } = ports;

  const isKnownTo = ({ staffId, cities: own }: ConsoleAccount, { by, cities }: FirmImport): boolean =>
    own === null || by === staffId || (cities.length > 0 && cities.every((city) => own.includes(city)));
  /** The last import of the pack, where it is among these and some of it is left. */
  const undoableOf = async (among: FirmImport[]): Promise<string | null> => {
    const last = await ports.importChanges.lastOf(ports.packs[0].id);
    if (last === null || !among.some(({ id }) => id === last)) return null;
    const { written, closing } = await ports.importChanges.counts(last);
    return written + closing > 0 ? last : null;
  };
  const lineOf = async (stored: FirmImport[]): Promise<z.output<typeof importLine>[]> => {
    const members = await ports.identities.listStaff();
    const names = new Map(members.map(({ staffId, name }) => [staffId, name]));
    const old = clock.now().getTime() - cutOffAfterMs;
    const isRunning = ({ state, updatedAt }: FirmImport): boolean =>
      state === 'running' && Date.parse(updatedAt) >= old;
    const undoable = await undoableOf(stored.filter((one) => !isRunning(one)));
    return stored.map(({ by, ...kept }) => ({
      ...shownOf(kept),
      undo: office.undoing() === kept.id ? 'running' : undoable === kept.id ? 'possible' : null,
      by: by === 'cli' ? null : (names.get(by) ?? by),
      state: kept.state === 'running' && !isRunning({ by, ...kept }) ? 'cutOff' : kept.state,
    }));
  };
  const offerOf = ({ cities }: ConsoleAccount, body: z.output<typeof offerBody>): OfferedList => ({
    fileName: body.fileName.replace(/^.*[/\\]/u, ''),
    bytes: Buffer.from(body.content, 'base64'),
    options: {
      ...{ unit: body.unit, listed: body.listed },
      ...(body.fields !== null && { fields: body.fields }),
    },
    ownCities: cities,
  });
  const orBusy = <T>(answer: T | 'busy'): T => {
    if (answer === 'busy') throw new Refused('importBusy');
    return answer;
  };
  const one = async (account: ConsoleAccount, id: string) => {
    const stored = await imports.find(id);
    if (stored === null || stored.packId !== ports.packs[0].id || !isKnownTo(account, stored))
      throw new Refused('notFound');
    const [line] = await lineOf([stored]);
    if (line === undefined) throw new Refused('notFound');
    return line;
  };

  return {
    listImports: async ({ viewer: { account } }) => {
      const stored = await imports.list(ports.packs[0].id, mostListed);
      return { imports: await lineOf(stored.filter((one) => isKnownTo(account, one))) };
    },

    checkImport: async ({ viewer: { account }, body }) =>
      shownCheck(orBusy(await office.check(offerOf(account, body)))),

    exportRejected: async ({ viewer: { account }, body, reply }) => {
      const sheet = orBusy(await office.rejected(offerOf(account, body)));
      if (sheet === null) throw new Refused('notFound');
      return reply
        .type(sheetType)
        .header('content-disposition', 'attachment; filename="rejected.xlsx"')
        .send(Buffer.from(sheet));
    },

    applyImport: async ({ viewer: { account }, body: { id, ...body } }) => {
      const checked = orBusy(await office.begin(id, account.staffId, offerOf(account, body)));
      if (checked.problem !== null || checked.accepted === 0) throw new Refused('importOfNothing');
      const { rowCount, accepted, rejected } = checked;
      await audit.record({
        ...{
          actor: account.staffId,
          action: 'console.import',
          target: ports.packs[0].id,
          outcome: 'started',
        },
        detail: JSON.stringify({ id, rowCount, accepted, rejected }),
        once: `console.import/${id}`,
      });
      return one(account, id);
    },

    readImport: async ({ viewer: { account }, body: { id } }) => one(account, id),

    previewImportUndo: async ({ viewer: { account }, body: { id } }) => {
      if ((await one(account, id)).undo === null) throw new Refused('importNotLast');
      return previewUndo(ports.importChanges, id, account.cities);
    },

    undoImport: async ({ viewer: { account }, body: { id } }) => {
      const { undo } = await one(account, id);
      if (undo === null) throw new Refused('importNotLast');
      if (undo === 'possible') {
        if ((await office.undo(id, account.cities)) === 'notLast') throw new Refused('importNotLast');
        await audit.record({
          ...{ actor: account.staffId, action: 'console.importUndo', outcome: 'started' },
          target: ports.packs[0].id,
          detail: JSON.stringify({ id }),
        });
      }
      return one(account, id);
    },
  };
}

const shownOf = (kept: Omit<FirmImport, 'by'>) => {
  const { id, fileName, fileHash, rowCount, accepted, rejected, createdAt } = kept;
  const { written, created, changed, unchanged, undone } = kept;
  return {
    ...{ id, fileName, fileHash, rowCount, accepted, rejected, createdAt },
    ...{ written, created, changed, unchanged, undone },
  };
};

function shownCell(cell: Cell | undefined): string {
  const read = cellText(cell ?? null);
  if (read.ok) return read.text.slice(0, 60);
  const isDay = cell instanceof Date && !Number.isNaN(cell.getTime());
  return isDay ? cell.toISOString().slice(0, 10) : typeof cell === 'string' ? cell.slice(0, 60) : '';
}

function shownCheck(offer: CheckedOffer): z.output<typeof checkAnswer> {
  const { table, problem, layout, issues, notices } = offer;
  const { rowCount, accepted, listed, rejected, known } = offer;
  const used = new Map(
    Object.entries(layout?.columns ?? {}).map(([field, { index }]) => [index, field]),
  ) as ReadonlyMap<number, (typeof listFields)[number]>;
  const placeOf = (field: (typeof listFields)[number]): number | null =>
    layout?.columns[field]?.index ?? null;
  return {
    problem: problem && inBoth((t) => t.importing.refusalAtDesk(problem)),
    columns: (table?.header ?? []).map(({ index, header, field }) => ({
      header,
      field: layout === null ? field : (used.get(index) ?? null),
      examples: (table?.firstRows ?? []).map((cells) => shownCell(cells[index])),
    })),
    fieldNames: listFields.map((field) => ({ field, words: inBoth((t) => t.importing.fields[field]) })),
    ...{ unit: layout?.unit ?? null, exportYear: layout?.exportYear ?? null },
    ...{ rowCount, accepted, listed, rejected, known, issueCount: issues.length },
    rows: (table?.shownRows ?? []).map(({ row, cells }) => ({
      row,
      cells: (table?.header ?? []).map(({ index }) => shownCell(cells[index])),
    })),
    issues: issues.slice(0, mostIssues).map(({ row, column, field, severity, problem: wrong }) => ({
      ...{ row, severity, column, place: placeOf(field) },
      words: inBoth(({ importing: t }) => t.issue({ column: column || t.fields[field], problem: wrong })),
    })),
    notices: notices.map((notice) => inBoth((t) => t.importing.notice(notice))),
  };
}
