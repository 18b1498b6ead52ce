import { isReasonColumn, readHeader } from './columns.ts';
import { isNumberColumn } from './header.ts';
import type { HeaderColumn } from './header.ts';
import { unitIn } from './export-value.ts';
import type { Cell, FileNotice, FileProblem, ListField, ValueUnit } from './types.ts';

/** What the sheet's own header leaves open, from the command's options. */
export interface LayoutOptions {
  unit: ValueUnit | null;
  listed: boolean | null;
  /** What each column is, by its place, where somebody has looked; absent: as the headers say. */
  fields?: readonly (ListField | null)[];
}

export interface ListLayout {
  /** Column of each field; absent where the file has none. */
  columns: Partial<Record<ListField, HeaderColumn<ListField>>>;
  unit: ValueUnit;
  exportYear: number | null;
  /** From the option, for a file without the column. */
  listed: boolean | null;
  notices: FileNotice[];
}

export type LayoutResult = { ok: true; layout: ListLayout } | { ok: false; problem: FileProblem };

const refused = (problem: FileProblem): LayoutResult => ({ ok: false, problem });

/** Calendar year in a header: 2021年出口额 names it, 上年度 is the year before the policy's. */
function yearIn(header: string, policyYear: number): number | null {
  const text = header.normalize('NFKC');
  const stated = /(?<!\d)(20\d{2})(?!\d)/u.exec(text);
  if (stated?.[1] !== undefined) return Number(stated[1]);
  return /上年|上一年|去年|prior[\s-]?year|last[\s-]?year|previous[\s-]?year/iu.test(text)
    ? policyYear - 1
    : null;
}

/** Of several export columns the one in US dollars of the base year; null when that does not settle it. */
function chooseValueColumn(found: HeaderColumn<ListField>[], pack: { baseYear: number; policyYear: number }) {
  if (found.length <= 1) return found[0] ?? null;
  const inDollars = found.filter((c) => !['yuan', 'unsupported'].includes(unitIn(c.header) ?? ''));
  const ofBaseYear = inDollars.filter((c) => yearIn(c.header, pack.policyYear) === pack.baseYear);
  const left = ofBaseYear.length > 0 ? ofBaseYear : inDollars;
  return left.length === 1 ? (left[0] ?? null) : null;
}

/** Decides what each column is, and in which unit and year the export values are; refuses what it would have to guess. */
export function resolveLayout(
  headerCells: Cell[],
  options: LayoutOptions,
  pack: { baseYear: number; policyYear: number },
): LayoutResult {
  const header = readHeader(headerCells).map((column) =>
    options.fields === undefined ? column : { ...column, field: options.fields[column.index] ?? null },
  );
  const of = (field: ListField) => header.filter((c) => c.field === field);
  const missing = (['name', 'uscc', 'city', 'exportValue'] as const).filter((f) => of(f).length === 0);
  if (missing.length > 0) return refused({ code: 'columnsMissing', columns: missing });

  const columns: ListLayout['columns'] = {};
  for (const field of ['name', 'uscc', 'city', 'listed', 'contactName', 'contactPhone'] as const) {
    const found = of(field);
    const optional = field === 'contactName' || field === 'contactPhone';
    if (found.length > 1 && !optional)
      return refused({ code: 'columnTwice', field, headers: found.map((c) => c.header) });
    if (found[0] !== undefined) columns[field] = found[0];
  }
  const value = chooseValueColumn(of('exportValue'), pack);
  if (value === null)
    return refused({
      code: 'columnTwice',
      field: 'exportValue',
      headers: of('exportValue').map((c) => c.header),
    });
  columns.exportValue = value;

  const headerUnit = unitIn(value.header);
  if (headerUnit === 'yuan') return refused({ code: 'unitIsYuan', header: value.header });
  if (headerUnit === 'unsupported') return refused({ code: 'unitUnsupported', header: value.header });
  if (headerUnit !== null && options.unit !== null && headerUnit !== options.unit)
    return refused({
      code: 'unitContradicts',
      header: value.header,
      headerUnit,
      optionUnit: options.unit,
    });
  const unit = headerUnit ?? options.unit;
  if (unit === null) return refused({ code: 'unitMissing', header: value.header });
  if (columns.listed === undefined && options.listed === null)
    return refused({ code: 'listedColumnMissing' });
  if (columns.listed !== undefined && options.listed !== null)
    return refused({ code: 'listedTwice', header: columns.listed.header });

  const exportYear = yearIn(value.header, pack.policyYear);
  const layout = { columns, unit, exportYear, listed: options.listed };
  return { ok: true, layout: { ...layout, notices: noticesOf(header, columns, exportYear, pack.baseYear) } };
}

function noticesOf(
  header: HeaderColumn<ListField>[],
  columns: ListLayout['columns'],
  exportYear: number | null,
  baseYear: number,
): FileNotice[] {
  const notices: FileNotice[] = [];
  const used = new Set(Object.values(columns).map((c) => c.index));
  const silent = (name: string): boolean => name === '' || isReasonColumn(name) || isNumberColumn(name);
  const ignored = header.filter((c) => !used.has(c.index) && !silent(c.header));
  if (ignored.length > 0) notices.push({ code: 'columnsIgnored', headers: ignored.map((c) => c.header) });
  const noContact = (['contactName', 'contactPhone'] as const).filter((f) => columns[f] === undefined);
  if (noContact.length > 0) notices.push({ code: 'contactColumnsMissing', columns: noContact });
  const valueHeader = columns.exportValue?.header ?? '';
  if (exportYear === null) notices.push({ code: 'yearUnstated', header: valueHeader });
  else if (exportYear !== baseYear)
    notices.push({ code: 'yearDiffers', header: valueHeader, year: exportYear, baseYear });
  return notices;
}
