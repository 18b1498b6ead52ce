import { CsvError, parse } from 'csv-parse/sync';
import { findHeader } from '../../knowledge/firms/header.ts';
import type { Recognise } from '../../knowledge/firms/header.ts';
import type { FileProblem } from '../../knowledge/firms/types.ts';
import { decodeText } from './decode-text.ts';

export type CsvResult = { ok: true; rows: string[][] } | { ok: false; problem: FileProblem };

const delimiters = [',', '\t', ';', '，'];

const parseWith = (text: string, delimiter: string, to: number): string[][] =>
  parse(text, {
    delimiter,
    to,
    bom: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });

/** Reads CSV in any of the encodings and delimiters that spreadsheet programs write. Blank lines keep their row. */
export function readCsv(bytes: Uint8Array, recognise: Recognise<string>): CsvResult {
  const decoded = decodeText(bytes);
  if (decoded === null) return { ok: false, problem: { code: 'encodingUnknown' } };
  // Files that were put together from several have mixed line ends, and the parser would follow the first.
  const text = decoded.replace(/\r\n?/gu, '\n');
  try {
    const delimiter = delimiterOf(text, recognise);
    return { ok: true, rows: parseWith(text, delimiter, -1) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records: unknown = error['records'];
    return { ok: false, problem: { code: 'csvBroken', row: typeof records === 'number' ? records + 1 : 1 } };
  }
}

/** The delimiter under which the first lines show most of the columns that are looked for. */
function delimiterOf(text: string, recognise: Recognise<string>): string {
  const head = text.split('\n', 40).join('\n');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = scoreOf(head, delimiter, recognise);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreOf(head: string, delimiter: string, recognise: Recognise<string>): number {
  try {
    const rows = parseWith(head, delimiter, 30).map((cells) => ({ cells }));
    return findHeader(rows, recognise)?.score ?? 0;
  } catch {
    // Cutting the text may split a quoted cell; the whole file is parsed, and judged, afterwards.
    return 0;
  }
}
