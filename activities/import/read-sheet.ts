import { extname } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { fieldOf } from '../../knowledge/firms/columns.ts';
import { findHeader } from '../../knowledge/firms/header.ts';
import type { Recognise } from '../../knowledge/firms/header.ts';
import type { Cell, FileNotice, FileProblem, SheetRow } from '../../knowledge/firms/types.ts';
import { readCsv } from './read-csv.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

export interface SheetTable {
  kind: 'xlsx' | 'csv';
  header: Cell[];
  /** Rows below the header. */
  rows: SheetRow[];
  notices: FileNotice[];
}

export type SheetResult = { ok: true; table: SheetTable } | { ok: false; problem: FileProblem };

export interface SheetLimits {
  limitMb: number;
  /** What a workbook may unpack to. */
  unpackedMb: number;
}

const mb = 1024 * 1024;
const limitMb = 50;
/** A workbook of that size that was filled by people unpacks to less. */
const unpackedMb = 400;
const refused = (problem: FileProblem): SheetResult => ({ ok: false, problem });

/**
 * Reads an .xlsx or .csv file up to its header and rows; what the file is, its first bytes say, not its name.
 * Throws nothing: a file that cannot be read gives a problem. `recognise` knows the columns by which the header is found;
 * those of an approved list by default.
 */
export async function readSheetFile(
  filename: string,
  bytes: Uint8Array,
  recognise: Recognise<string> = fieldOf,
  most: SheetLimits = { limitMb, unpackedMb },
): Promise<SheetResult> {
  if (bytes.length === 0) return refused({ code: 'emptyFile' });
  if (bytes.length > most.limitMb * mb) return refused({ code: 'fileTooLarge', limitMb: most.limitMb });
  const extension = extname(filename).toLowerCase();
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start.startsWith('504b')) return readXlsx(bytes, recognise, most.unpackedMb * mb);
  if (start === 'd0cf11e0a1b11ae1') {
    // A password puts a workbook of any age into the old container.
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return refused({ code: encrypted ? 'encrypted' : 'oldExcelFormat' });
  }
  if (extension === '.xlsx' || extension === '.xlsm') return refused({ code: 'brokenFile' });
  if (extension === '.xls') return refused({ code: 'oldExcelFormat' });
  if (!['.csv', '.txt', '.tsv'].includes(extension)) return refused({ code: 'unsupportedFormat', extension });
  const sheet = readCsv(bytes, recognise);
  return sheet.ok ? toTable('csv', [{ name: '', rows: sheet.rows }], recognise) : sheet;
}

async function readXlsx(
  bytes: Uint8Array,
  recognise: Recognise<string>,
  mostBytes: number,
): Promise<SheetResult> {
  const unpacked = unpackWorkbook(bytes, mostBytes);
  if (!unpacked.ok) return refused({ code: unpacked.why === 'broken' ? 'brokenFile' : 'unpacksTooLarge' });
  try {
    const sheets = await readXlsxFile(Buffer.from(unpacked.bytes));
    return toTable(
      'xlsx',
      sheets.map((s) => ({ name: s.sheet, rows: s.data.map((cells) => cells.map(toCell)) })),
      recognise,
    );
  } catch {
    // Beside the library's own errors, a damaged part inside a sound container surfaces as whatever its parser throws.
    return refused({ code: 'brokenFile' });
  }
}

/** The library's type names a date cell by its constructor. */
const toCell = (value: unknown): Cell =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value instanceof Date
    ? value
    : null;

/** Takes the sheet whose header names most of our columns; the first of equals. */
function toTable(
  kind: 'xlsx' | 'csv',
  sheets: { name: string; rows: Cell[][] }[],
  recognise: Recognise<string>,
): SheetResult {
  const withHeader = sheets.flatMap((sheet) => {
    const header = findHeader(
      sheet.rows.map((cells) => ({ cells })),
      recognise,
    );
    return header === null ? [] : [{ sheet, ...header }];
  });
  if (sheets.every((s) => s.rows.every((cells) => cells.every((c) => c === null || c === ''))))
    return refused({ code: 'emptyFile' });
  const highest = Math.max(...withHeader.map((s) => s.score));
  const used = withHeader.find((s) => s.score === highest);
  if (used === undefined) return refused({ code: 'headerNotFound' });
  const ignored = withHeader.filter((s) => s !== used).map((s) => s.sheet.name);
  const rows = used.sheet.rows.map((cells, index) => ({ row: index + 1, cells }));
  return {
    ok: true,
    table: {
      kind,
      header: used.sheet.rows[used.index] ?? [],
      rows: rows.slice(used.index + 1),
      notices: ignored.length === 0 ? [] : [{ code: 'otherSheetsIgnored', used: used.sheet.name, ignored }],
    },
  };
}
