import { createHash } from 'node:crypto';
import type { CheckedList } from '../../knowledge/firms/approved-list.ts';
import { isBlank } from '../../knowledge/firms/cells.ts';
import type { SheetRow } from '../../knowledge/firms/types.ts';
import { columnsIn } from '../../knowledge/firms/header.ts';
import { fieldOf } from '../../knowledge/firms/columns.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { CheckedOffer, ImportOffice, OfferedList } from '../ports/import-office.ts';
import type { Clock, Logger } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import {
  beginningOf,
  countsOf,
  noticesOf,
  readApprovedList,
  withoutOthersFirms,
  writeApprovedList,
} from './import-approved-list.ts';
import type { ReadList } from './import-approved-list.ts';
import type { SheetLimits } from './read-sheet.ts';
import { rejectedSheet } from './rejected-file.ts';
import { undoImport } from './undo-import.ts';
import type { UndoPorts } from './undo-import.ts';

/** A list of a whole province is a tenth of it; the server answers others while it reads. */
const limits: SheetLimits = { limitMb: 5, unpackedMb: 60 };
const exampleRows = 3;
const mostRows = { good: 100, bad: 300 };

export interface ImportOfficeParts {
  stores: Pick<Stores, 'firms' | 'firmImports' | 'importChanges'>;
  commands: UndoPorts['commands'];
  /** The office's own, as it is served now. */
  pack: () => PolicyPack;
  mode: 'trial' | 'live';
  clock: Clock;
  log: Logger;
  sampleUsccs(): Promise<ReadonlySet<string>>;
  /** Packs whose firms renew into this one. */
  renewsFrom(): Promise<readonly string[]>;
  /** The list has changed: whoever waits for it is judged again. */
  imported(): Promise<void>;
}

export function createImportOffice(parts: ImportOfficeParts): ImportOffice {
  const { stores, mode } = parts;
  let reading = false;
  /** One after the other: the same file from two windows at once is written once, and found unchanged. */
  let writing: Promise<void> = Promise.resolve();
  let undoing: string | null = null;

  const read = async ({ fileName, bytes, options, ownCities }: OfferedList): Promise<ReadList | 'busy'> => {
    if (reading) return 'busy';
    reading = true;
    try {
      const sampleUsccs = await parts.sampleUsccs();
      return await readApprovedList({
        ...{ file: fileName, bytes, options, pack: parts.pack(), mode, sampleUsccs, limits, stores },
        ...(ownCities !== null && { ownCities }),
      });
    } finally {
      reading = false;
    }
  };

  type Readable = Extract<ReadList, { ok: true }>;
  const stillOwn = async ({ checked, layout }: Readable, own: readonly string[]): Promise<CheckedList> => {
    const cities = await stores.firmImports.citiesOf(checked.firms.map(({ uscc }) => uscc));
    return withoutOthersFirms(checked, layout, { cities, own });
  };
  const write = async (id: string, list: Readable, own: readonly string[] | null): Promise<void> => {
    try {
      const renewsFrom = await parts.renewsFrom();
      const sampleUsccs = await parts.sampleUsccs();
      // Another list may have been written while this one waited, and have put a firm into another city.
      const still = own === null ? list : { ...list, checked: await stillOwn(list, own) };
      await writeApprovedList({ ...parts, pack: parts.pack(), renewsFrom, sampleUsccs }, still, id);
      await parts.imported();
    } catch (error) {
      // It stays as it is in the history; the same file again completes it.
      parts.log.error('import.cutOff', { importId: id, error });
    }
  };

  const undo = async (importId: string, ownCities: readonly string[] | null): Promise<void> => {
    try {
      // One that was written meanwhile may be the last one now.
      if ((await stores.importChanges.lastOf(parts.pack().id)) !== importId) return;
      await undoImport(parts, importId, ownCities);
      parts.log.info('import.undone', { importId });
      await parts.imported();
    } catch (error) {
      // What is undone stays undone; asking again goes on with the rest.
      parts.log.error('import.undoCutOff', { importId, error });
    } finally {
      undoing = null;
    }
  };

  return {
    undoing: () => undoing,
    undo: async (importId, ownCities) => {
      if ((await stores.importChanges.lastOf(parts.pack().id)) !== importId) return 'notLast';
      if (undoing === importId) return 'begun';
      undoing = importId;
      writing = writing.then(async () => undo(importId, ownCities));
      return 'begun';
    },
    check: async (offer) => {
      const list = await read(offer);
      return list === 'busy' ? list : checkedOf(list);
    },
    rejected: async (offer) => {
      const list = await read(offer);
      if (list === 'busy') return list;
      return list.ok ? rejectedSheet(list.table, list.checked.issues) : null;
    },
    begin: async (id, by, offer) => {
      const list = await read(offer);
      if (list === 'busy') return list;
      const checked = checkedOf(list);
      if (!list.ok || list.checked.firms.length === 0) return checked;
      const begun = await stores.firmImports.begin(
        beginningOf(list.checked, {
          ...{ id, packId: parts.pack().id, by, fileName: offer.fileName.slice(0, 200) },
          fileHash: createHash('sha256').update(offer.bytes).digest('hex'),
        }),
      );
      if (begun) writing = writing.then(async () => write(id, list, offer.ownCities));
      return checked;
    },
  };
}

function shownRowsOf({ table, checked: { issues } }: Extract<ReadList, { ok: true }>): SheetRow[] {
  const wrong = new Set(issues.map(({ row }) => row));
  const bad = table.rows.filter(({ row }) => wrong.has(row)).slice(0, mostRows.bad);
  const good = table.rows
    .filter(({ row, cells }) => !wrong.has(row) && !cells.every(isBlank))
    .slice(0, mostRows.good);
  return [...bad, ...good].sort((a, b) => a.row - b.row);
}

function checkedOf(list: ReadList): CheckedOffer {
  const none = { layout: null, rowCount: 0, accepted: 0, listed: 0, rejected: 0, known: 0 };
  const shown = list.table && {
    header: columnsIn(list.table.header, fieldOf),
    firstRows: list.table.rows.slice(0, exampleRows).map(({ cells }) => cells),
    shownRows: list.ok ? shownRowsOf(list) : [],
  };
  if (!list.ok) return { ...none, table: shown, problem: list.problem, issues: [], notices: [] };
  const { layout, checked, known } = list;
  return { ...countsOf(checked), table: shown, problem: null, layout, known, notices: noticesOf(list) };
}
