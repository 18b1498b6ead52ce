import { checkApprovedList } from '../../knowledge/firms/approved-list.ts';
import { resolveLayout } from '../../knowledge/firms/layout.ts';
import type { LayoutOptions, ListLayout } from '../../knowledge/firms/layout.ts';
import type { FileNotice, FileProblem, ListedFirm, RowIssue } from '../../knowledge/firms/types.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { Clock } from '../ports/services.ts';
import type { EnrollmentWanted, Firm, Stores } from '../ports/store.ts';
import { readSheetFile } from './read-sheet.ts';
import { writeRejectedFile } from './rejected-file.ts';

export interface ImportRequest {
  /** Path of the file; the file of rejected rows goes beside it. */
  file: string;
  bytes: Uint8Array;
  options: Partial<LayoutOptions> & { dryRun?: boolean };
  pack: PolicyPack;
  stores: Pick<Stores, 'firms'>;
  mode: 'trial' | 'live';
  clock: Clock;
  /** Codes of the fictional firms of `samples/`. */
  sampleUsccs: ReadonlySet<string>;
  /** Packs whose firms renew into this one; absent for none. */
  renewsFrom?: readonly string[];
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
  const { pack, mode } = request;
  const sheet = await readSheetFile(request.file, request.bytes);
  if (!sheet.ok) return { outcome: 'refused', problem: sheet.problem };
  const resolved = resolveLayout(
    sheet.table.header,
    { unit: null, listed: null, ...request.options },
    {
      baseYear: pack.eligibility.baseYear,
      policyYear: pack.policyYear,
    },
  );
  if (!resolved.ok) return { outcome: 'refused', problem: resolved.problem };
  const checked = checkApprovedList(sheet.table.rows, resolved.layout, {
    cities: pack.cities,
    provinceAliases: [pack.province, ...pack.provinceAliases],
    lowerUsd: pack.eligibility.lowerUsd,
    upperUsd: pack.eligibility.upperUsd,
    mode,
    sampleUsccs: request.sampleUsccs,
  });
  if (checked.rowCount === 0) return { outcome: 'refused', problem: { code: 'noRows' } };

  const summary = {
    rowCount: checked.rowCount,
    accepted: checked.firms.length,
    listed: checked.firms.filter((f) => f.listed).length,
    rejected: new Set(checked.issues.filter((i) => i.severity === 'error').map((i) => i.row)).size,
    issues: checked.issues,
    notices: [...sheet.table.notices, ...resolved.layout.notices, ...checked.notices],
  };
  const none = { created: 0, changed: 0, unchanged: 0, leftToRenewal: 0, formerCodes: [] };
  if (request.options.dryRun === true) return { outcome: 'checked', ...summary, ...none, rejectedFile: null };
  // First the bad rows, then the good: a crash between the two loses neither.
  const rejectedFile = await writeRejectedFile(request.file, sheet.table, checked.issues);
  const counts = await upsertAll(request, checked.firms, resolved.layout);
  return { outcome: 'imported', ...summary, ...counts, rejectedFile };
}

async function upsertAll(request: ImportRequest, firms: ListedFirm[], layout: ListLayout) {
  const { pack, mode, clock, stores, renewsFrom = [] } = request;
  const wanted: EnrollmentWanted = {
    trial: mode === 'trial',
    invitedAt: clock.now().toISOString(),
    cadence: cadenceOf(pack),
    renewsFrom,
  };
  const counts = { created: 0, changed: 0, unchanged: 0, leftToRenewal: 0 };
  const formerCodes: string[] = [];
  for (let start = 0; start < firms.length; start += batchSize) {
    const batch = firms.slice(start, start + batchSize).map((f) => toFirm(f, layout, request.sampleUsccs));
    for (const { uscc, outcome, leftToRenewal } of await stores.firms.upsertFirms(pack.id, batch, wanted)) {
      if (outcome === 'formerCode') formerCodes.push(uscc);
      else counts[outcome] += 1;
      if (leftToRenewal === true) counts.leftToRenewal += 1;
    }
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
