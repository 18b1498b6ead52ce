import { cellText, isBlank } from './cells.ts';
import type { Cell, RowProblem, ValueUnit } from './types.ts';

export type HeaderUnit = ValueUnit | 'yuan' | 'unsupported' | null;

/** The unit that a header or a cell's text names. 百万美元 holds 万美元, so the rarer units are looked for first. */
export function unitIn(text: string): HeaderUnit {
  const t = text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const dollars = '(?:美元|美金|usd|us\\$|\\$|dollars?)';
  if (new RegExp(`(?:[百千十]万|千|百|亿|million|thousand|billion)${dollars}`, 'u').test(t))
    return 'unsupported';
  if (new RegExp(`${dollars}[^)]{0,2}(?:million|thousand|billion|千|亿)`, 'u').test(t)) return 'unsupported';
  const inDollars = new RegExp(dollars, 'u').test(t);
  const inYuan = /人民币|rmb|cny|¥|yuan|(?<![美欧日港])元/u.test(t);
  if (inDollars && inYuan) return 'unsupported';
  if (new RegExp(`(?:万|10,?000|10k)${dollars}`, 'u').test(t)) return 'wanUsd';
  if (inDollars) return 'usd';
  if (/欧元|eur|€|日元|jpy|英镑|gbp|港[币元]|hkd/u.test(t)) return 'unsupported';
  if (inYuan) return 'yuan';
  return null;
}

export type ParsedValue = { ok: true; usd: number | null } | { ok: false; problem: RowProblem };

/** More than any firm exports; such a number is a slip. */
const largestUsd = 1e12;
const statesNone = /^(?:[-—–/\\]+|无|暂无|不详|空|n\/?a|none|null)$/iu;

/** US dollars, exact to the cent. Null where the cell states none: that is a warning of the caller's. */
export function parseExportValue(cell: Cell, unit: ValueUnit): ParsedValue {
  if (isBlank(cell)) return { ok: true, usd: null };
  if (typeof cell === 'boolean') return notANumber(String(cell));
  const asText = cellText(cell);
  if (!asText.ok) return asText;
  const given = asText.text;
  const text = given.normalize('NFKC').replace(/\s/gu, '').replace(/，/gu, ',');
  if (statesNone.test(text)) return { ok: true, usd: null };

  const inCell = typeof cell === 'string' ? unitIn(text) : null;
  if (inCell === 'yuan') return { ok: false, problem: { code: 'valueInYuan', given } };
  // A bare dollar sign or USD is only the currency; with 美元 or 万 the cell names a unit of its own.
  const names = inCell !== null && /[万亿千百元金]/u.test(text);
  if (names && inCell !== unit) return { ok: false, problem: { code: 'valueUnitDiffers', given, unit } };

  const digits = text.replace(/万?(?:美元|美金)$/u, '').replace(/usd|us\$|\$/giu, '');
  if (/^\(.+\)$/u.test(digits) || digits.startsWith('-'))
    return isNumber(digits.replace(/^[(-]|\)$/gu, ''))
      ? { ok: false, problem: { code: 'valueNegative', given } }
      : notANumber(given);
  if (typeof cell !== 'number' && !isNumber(digits)) return notANumber(given);
  const number = typeof cell === 'number' ? cell : Number(digits.replaceAll(',', ''));
  const usd = Math.round(number * (unit === 'wanUsd' ? 1e6 : 100)) / 100;
  if (!Number.isFinite(usd) || usd > largestUsd)
    return { ok: false, problem: { code: 'valueTooLarge', given } };
  return { ok: true, usd };
}

const isNumber = (text: string): boolean => /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(text);

const notANumber = (given: string): ParsedValue => ({
  ok: false,
  problem: { code: 'valueNotANumber', given },
});
