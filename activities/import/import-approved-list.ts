import { checkApprovedList } from '../../knowledge/firms/approved-list.ts';
import type { CheckedList } from '../../knowledge/firms/approved-list.ts';
import { resolveLayout } from '../../knowledge/firms/layout.ts';
import type { LayoutOptions, ListLayout } from '../../knowledge/firms/layout.ts';
import type { FileNotice, FileProblem, ListedFirm, RowIssue } from '../../knowledge/firms/types.ts';
import { seesCity } from '../../knowledge/console/roles.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ImportCounts } from '../ports/firm-imports.ts';
import type { Clock } from '../ports/services.ts';
import type { EnrollmentWanted, Firm, Stores } from '../ports/store.ts';
import { readSheetFile } from './read-sheet.ts';
import type { SheetLimits, SheetTable } from './read-sheet.ts';
import { writeRejectedFile } from './rejected-file.ts';

interface ListOffer {
  /** Name or path of the file. */
  file: string;
  bytes: Uint8Array;
  options: Partial<LayoutOptions>;
  pack: PolicyPack;
  mode: 'trial' | 'live';
  /** Codes of the fictional firms of `samples/`. */
  sampleUsccs: ReadonlySet<string>;
  /** Cities whose firms may be written; absent: all. */
  ownCities?: readonly string[];
  limits?: SheetLimits;
  stores: { firmImports?: Pick<Stores['firmImports'], 'citiesOf'> };
}

export type ReadList =
  | { ok: true; table: SheetTable; layout: ListLayout; checked: CheckedList; known: number }
  | { ok: false; table: SheetTable | null; problem: FileProblem };

/** Reads a list and judges every row of it. Writes nothing. */
export async function readApprovedList(offer: ListOffer): Promise<ReadList> {
  const { pack } = offer;
  const sheet = await readSheetFile(offer.file, offer.bytes, undefined, offer.limits);
  if (!sheet.ok) return { ok: false, table: null, problem: sheet.problem };
  const { table } = sheet;
  const resolved = resolveLayout(
    table.header,
    { unit: null, listed: null, ...offer.options },
    { baseYear: pack.eligibility.baseYear, policyYear: pack.policyYear },
  );
  if (!resolved.ok) return { ok: false, table, problem: resolved.problem };
  const { layout } = resolved;
  const checked = checkApprovedList(table.rows, layout, {
    cities: pack.cities,
    provinceAliases: [pack.province, ...pack.provinceAliases],
    lowerUsd: pack.eligibility.lowerUsd,
    upperUsd: pack.eligibility.upperUsd,
    mode: offer.mode,
    sampleUsccs: offer.sampleUsccs,
    ownCities: offer.ownCities ?? null,
  });
  if (checked.rowCount === 0) return { ok: false, table, problem: { code: 'noRows' } };
  const cities = await offer.stores.firmImports?.citiesOf(checked.firms.map(({ uscc }) => uscc));
  const own = withoutOthersFirms(checked, layout, { cities: cities ?? new Map(), own: offer.ownCities });
  const known = own.firms.filter(({ uscc }) => cities?.has(uscc) === true).length;
  return { ok: true, table, layout, checked: own, known };
}

/** A row may name one's own city and still be of a firm that is on record in another. */
export function withoutOthersFirms(
  checked: CheckedList,
  { columns }: ListLayout,
  { cities, own }: { cities: ReadonlyMap<string, string>; own: readonly string[] | undefined },
): CheckedList {
  if (own === undefined) return checked;
  const isOthers = ({ uscc, city }: ListedFirm): boolean => !seesCity(own, cities.get(uscc) ?? city);
  const issues = checked.firms.filter(isOthers).map(({ row }): RowIssue => ({
    ...{ row, field: 'uscc', column: columns.uscc?.header ?? '', severity: 'error' },
    problem: { code: 'firmOfOtherCity' },
  }));
  return {
    ...checked,
    firms: checked.firms.filter((firm) => !isOthers(firm)),
    issues: [...checked.issues, ...issues].sort((a, b) => a.row - b.row),
  };
}

export interface ImportRequest extends Omit<ListOffer, 'stores' | 'options'> {
  /** The file of rejected rows goes beside `file`. */
  options: Partial<LayoutOptions> & { dryRun?: boolean };
  stores: Pick<Stores, 'firms'> & Partial<Pick<Stores, 'firmImports' | 'importChanges'>>;
  clock: Clock;
  /** Packs whose firms renew into this one; absent for none. */
  renewsFrom?: readonly string[];
  /** For the history; absent: it is not in it. */
  record?: { id: string; by: string; fileName: string; fileHash: string };
}

export type ImportReport =
  | { outcome: 'refused'; problem: FileProblem }
  | {
      outcome: 'checked' | 'imported';
      rowCount: number;
      accepted: number;
      listed: number;
      rejected: number;
      created: number;
      changed: number;
      unchanged: number;
      /** Of the listed: insured by a pack of `renewsFrom`, whose renewal invites them. */
      leftToRenewal: number;
      /** Codes that firms had before; nothing was written for them. */
      formerCodes: string[];
      issues: RowIssue[];
      notices: FileNotice[];
      /** Null when every row was good, and in a dry run. */
      rejectedFile: string | null;
    };

const batchSize = 500;

/**
 * Imports an approved list. Good rows go in by batches, each a transaction, so a crash leaves whole batches and the
 * same import again completes it; importing the same file twice changes nothing. A refused file writes nothing.
 */
export async function importApprovedList(request: ImportRequest): Promise<ImportReport> {
  const { record, stores } = request;
  const { dryRun, ...options } = request.options;
  const list = await readApprovedList({ ...request, options });
  if (!list.ok) return { outcome: 'refused', problem: list.problem };
  const { table, layout, checked } = list;
  const summary = { ...countsOf(checked), notices: noticesOf(list) };
  const none = { created: 0, changed: 0, unchanged: 0, leftToRenewal: 0, formerCodes: [] };
  if (dryRun === true) return { outcome: 'checked', ...summary, ...none, rejectedFile: null };
  // First the bad rows, then the good: a crash between the two loses neither.
  const rejectedFile = await writeRejectedFile(request.file, table, checked.issues);
  if (record !== undefined)
    await stores.firmImports?.begin(beginningOf(checked, { ...record, packId: request.pack.id }));
  const counts = await writeApprovedList(request, { layout, checked }, record?.id);
  return { outcome: 'imported', ...summary, ...counts, rejectedFile };
}

export const countsOf = ({ firms, issues, rowCount }: CheckedList) => ({
  rowCount,
  accepted: firms.length,
  listed: firms.filter((f) => f.listed).length,
  rejected: new Set(issues.filter((i) => i.severity === 'error').map((i) => i.row)).size,
  issues,
});

export const noticesOf = ({ table, layout, checked }: Extract<ReadList, { ok: true }>): FileNotice[] => [
  ...table.notices,
  ...layout.notices,
  ...checked.notices,
];

/** What the history says of an import before its first row is written. */
export function beginningOf<T extends object>(checked: CheckedList, record: T) {
  const { rowCount, accepted, rejected } = countsOf(checked);
  const cities = [...new Set(checked.firms.map(({ city }) => city))];
  return { ...record, rowCount, accepted, rejected, cities };
}

/** Writes the good rows, batch by batch; with an ID the history follows. */
export async function writeApprovedList(
  p: Pick<ImportRequest, 'pack' | 'mode' | 'clock' | 'stores' | 'renewsFrom' | 'sampleUsccs'>,
  { layout, checked: { firms } }: { layout: ListLayout; checked: CheckedList },
  importId?: string,
) {
  const { pack, mode, clock, stores, renewsFrom = [] } = p;
  const wanted: EnrollmentWanted = {
    trial: mode === 'trial',
    invitedAt: clock.now().toISOString(),
    cadence: cadenceOf(pack),
    renewsFrom,
  };
  const counts = { created: 0, changed: 0, unchanged: 0, leftToRenewal: 0 };
  const formerCodes: string[] = [];
  const note = async (written: number): Promise<void> => {
    if (importId === undefined) return;
    const { created, changed, unchanged } = counts;
    const so: ImportCounts = { written, created, changed, unchanged };
    await stores.firmImports?.note(importId, so, written === firms.length ? 'done' : 'running');
  };
  if (firms.length === 0) await note(0);
  if (importId !== undefined) await stores.importChanges?.takeOver(importId);
  for (let start = 0; start < firms.length; start += batchSize) {
    const batch = firms.slice(start, start + batchSize).map((f) => toFirm(f, layout, p.sampleUsccs));
    const outcomes = await stores.firms.upsertFirms(pack.id, batch, wanted, importId);
    for (const { uscc, outcome, leftToRenewal } of outcomes) {
      if (outcome === 'formerCode') formerCodes.push(uscc);
      else counts[outcome] += 1;
      if (leftToRenewal === true) counts.leftToRenewal += 1;
    }
    await note(start + batch.length);
  }
  return { ...counts, formerCodes };
}

const toFirm = (f: ListedFirm, layout: ListLayout, sampleUsccs: ReadonlySet<string>): Firm => ({
  uscc: f.uscc,
  name: f.name,
  city: f.city,
  priorYearExportUsd: f.exportValueUsd,
  exportYear: f.exportValueUsd === null ? null : layout.exportYear,
  contactName: f.contactName,
  contactPhone: f.contactPhone,
  listed: f.listed,
  sample: sampleUsccs.has(f.uscc),
});
