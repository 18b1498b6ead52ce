import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '../../knowledge/firms/types.ts';

export interface SheetToWrite {
  header: Cell[];
  rows: Cell[][];
  /** Characters; for .xlsx only. */
  widths?: number[];
}

/** The bytes of a sheet that Excel and WPS open as it is: CSV with BOM, .xlsx with codes and phone numbers as text. */
export async function writeSheet(kind: 'xlsx' | 'csv', sheet: SheetToWrite): Promise<Uint8Array> {
  const table = [sheet.header, ...sheet.rows];
  if (kind === 'csv')
    return Buffer.from(
      stringify(
        table.map((cells) => cells.map(csvCell)),
        { bom: true, record_delimiter: '\r\n' },
      ),
    );
  const data = table.map((cells, row) =>
    cells.map((value) => {
      if (value === null || value === '') return null;
      const weight = row === 0 ? { fontWeight: 'bold' as const } : {};
      if (typeof value === 'string') return { value, type: String, format: '@', ...weight };
      return value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value };
    }),
  );
  return writeXlsxFile(data, {
    stickyRowsCount: 1,
    ...(sheet.widths === undefined ? {} : { columns: sheet.widths.map((width) => ({ width })) }),
  }).toBuffer();
}

/**
 * What spreadsheet programs take for a formula, in half and full width; a minus may also begin a plain number. `-2+cmd|…`
 * is none.
 */
const formulaLike = /^[=+@\t\r＝＋＠－]|^-(?!\d+(?:\.\d+)?$)/u;

/** A cell that begins like a formula would be run by the program that opens the file; the reader drops the apostrophe. */
function csvCell(value: Cell): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = String(value);
  return typeof value === 'string' && formulaLike.test(text) ? `'${text}` : text;
}
