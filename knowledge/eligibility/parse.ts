import { findMoney } from './parse-money.ts';
import type { MoneyFound } from './parse-money.ts';
import { findListed } from './parse-listed.ts';
import { findYears } from './parse-year.ts';
import { findProvince } from './provinces.ts';
import type { EligibilityGiven } from './types.ts';

/**
 * What a sentence says of a firm's exports, year, province and place on the approved list; `{}` when nothing.
 * `exportValue: null` means that an amount is there but leaves open how much: a range, 两百多万,
 * two different amounts, an amount of a month or a quarter, or - without `currentYear` - an amount of 今年 or 前年.
 */
export function parseEligibility(text: string, currentYear?: number): Partial<EligibilityGiven> {
  const plain = normalizeForMoney(text);
  const given: Partial<EligibilityGiven> = {};
  const money = findMoney(plain);
  const year = yearOf(plain, money.length === 1 ? (money[0]?.index ?? null) : null, currentYear);
  const ofPart = /半年|季度|每个?月|一个月|月均|monthly|per month|quarter/u.test(plain);
  if (money.length > 0) given.exportValue = year === 'unusable' || ofPart ? null : oneValue(money);
  if (year !== null && year !== 'unusable') given.year = year;
  const province = findProvince(plain);
  if (province !== null) given.province = province;
  const listed = findListed(plain);
  if (listed !== null) given.listed = listed;
  return given;
}

/** Full-width forms become plain; a Chinese comma stays a pause unless it groups three digits. */
export const normalizeForMoney = (text: string): string =>
  text
    .replace(/，(?!\d{3}(?!\d))|(?<!\d)，/gu, '；')
    .normalize('NFKC')
    .toLowerCase();

/** One dollar amount wins over the same in another currency beside it; different amounts leave it open. */
function oneValue(money: MoneyFound[]): EligibilityGiven['exportValue'] {
  const values = money.map((m) => m.value);
  const dollars = values.filter((v) => v?.currency === 'USD');
  const candidates = dollars.length > 0 && !values.includes(null) ? dollars : values;
  const [first, ...others] = candidates;
  if (first === undefined || first === null) return null;
  const same = others.every((v) => v?.amount === first.amount && v.currency === first.currency);
  return same ? first : null;
}

/** The year that is said before the amount, else the only one. */
function yearOf(
  text: string,
  amountAt: number | null,
  currentYear: number | undefined,
): EligibilityGiven['year'] | 'unusable' {
  const years = findYears(text, currentYear);
  const before = amountAt === null ? undefined : years.filter((y) => y.index < amountAt).at(-1);
  if (before !== undefined) return before.year;
  const distinct = new Set(years.map((y) => y.year));
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : null;
}
