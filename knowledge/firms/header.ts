import { cellText } from './cells.ts';
import type { Cell } from './types.ts';

/** Which field a header names, or null: each kind of list knows its own columns. */
export type Recognise<F extends string> = (header: string) => F | null;

export interface HeaderColumn<F extends string> {
  index: number;
  header: string;
  field: F | null;
}

/** A header as it is compared: without case, width, spaces and marks. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_:'"-]/gu, '');

/** The same without what stands in brackets after it, and without a question mark. */
export const bareHeader = (header: string): string =>
  plainHeader(header)
    .replace(/[(（[【].*$/u, '')
    .replace(/[?？]$/u, '');

export function columnsIn<F extends string>(cells: Cell[], recognise: Recognise<F>): HeaderColumn<F>[] {
  return cells.map((cell, index) => {
    const text = cellText(cell);
    const header = text.ok ? text.text : '';
    return { index, header, field: recognise(header) };
  });
}

/** How many different fields a row's cells name: the header row is the one that names most. */
const headerScore = (cells: Cell[], recognise: Recognise<string>): number =>
  new Set(columnsIn(cells, recognise).flatMap((c) => (c.field === null ? [] : [c.field]))).size;

/** Title lines may stand above the header, so it is looked for in the first rows. Null when none names two fields. */
export function findHeader(
  rows: { cells: Cell[] }[],
  recognise: Recognise<string>,
): { index: number; score: number } | null {
  let best: { index: number; score: number } | null = null;
  for (const [index, { cells }] of rows.slice(0, 30).entries()) {
    const score = headerScore(cells, recognise);
    if (score >= 2 && score > (best?.score ?? 0)) best = { index, score };
  }
  return best;
}

/** Row numbers: nobody misses them, so nothing is said of them. */
export const isNumberColumn = (header: string): boolean =>
  ['序号', '编号', '行号', 'no', 'no.', '#'].includes(plainHeader(header));
