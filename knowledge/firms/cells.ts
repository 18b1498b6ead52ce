import type { Cell, RowProblem } from './types.ts';

export type TextCell = { ok: true; text: string } | { ok: false; problem: RowProblem };

/** The cell as the text that a person sees; empty for an empty cell. */
export function cellText(cell: Cell): TextCell {
  if (cell === null) return { ok: true, text: '' };
  if (cell instanceof Date) return { ok: false, problem: { code: 'cellIsDate' } };
  if (typeof cell !== 'string') return { ok: true, text: plainNumber(cell) };
  // ="0123" and a leading ' or tab are what programs write so that a code stays text.
  const quoted = /^="(.*)"$/u.exec(cell.trim());
  // Control and bidirectional characters would act on whoever prints the text.
  const text = (quoted?.[1] ?? cell)
    .replace(/^\s*'/u, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/iu.test(text))
    return { ok: false, problem: { code: 'cellIsError', given: text } };
  if (text.startsWith('=')) return { ok: false, problem: { code: 'cellIsFormula', given: text } };
  return { ok: true, text };
}

const plainNumber = (value: number | boolean): string =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : String(value);

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
