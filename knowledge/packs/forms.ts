import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import { formatUsd, formatUsdRange } from './amounts.ts';
import type { Form } from './term-forms.ts';
import {
  feeModel,
  isRecord,
  lateConfirmation,
  limitText,
  limitsText,
  moneyOf,
  rateText,
  ratioText,
  supportText,
} from './term-forms.ts';
import type { PolicyPack } from './schema.ts';

/** A fact without a form: text, name, number or the words of the locale. English keeps the original name beside its gloss. */
const plain: Form = (value, pack, locale) => {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const gloss = locale === 'en' ? pack.glosses[value] : undefined;
    return gloss === undefined ? value : `${gloss} (${value})`;
  }
  if (isRecord(value) && typeof value[locale] === 'string') return value[locale];
  return null;
};

/** A label of the site, quoted: English readers look for the Chinese words on the page. */
const label: Form = (value, pack, locale) => {
  if (typeof value !== 'string') return null;
  const gloss = locale === 'en' ? pack.glosses[value] : undefined;
  return gloss === undefined ? `“${value}”` : `“${value}” (${gloss})`;
};

const each = (value: unknown, form: Form, pack: PolicyPack, locale: Locale): string[] | null => {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.map((item: unknown) => form(item, pack, locale));
  return texts.every((t) => t !== null) ? texts : null;
};

const joined =
  (item: Form, join: (texts: string[], locale: Locale) => string): Form =>
  (value, pack, locale) => {
    const texts = each(value, item, pack, locale);
    return texts === null ? null : join(texts, locale);
  };

const commas = (texts: string[], locale: Locale): string => texts.join(locale === 'zh-CN' ? '、' : ', ');
const withLast =
  (zh: string, en: string) =>
  (texts: string[], locale: Locale): string => {
    const head = texts.slice(0, -1);
    const last = texts.at(-1) ?? '';
    if (head.length === 0) return last;
    return `${commas(head, locale)}${locale === 'zh-CN' ? zh : en}${last}`;
  };

const labelled: Form = (value, pack, locale) =>
  isRecord(value) ? plain(value['label'], pack, locale) : null;

const browser: Form = (value, _pack, locale) =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['minVersion'] === 'number'
    ? textsFor(locale).pack.browser({ name: value['name'], minVersion: value['minVersion'] })
    : null;

const person: Form = (value, pack, locale) => {
  if (!isRecord(value) || typeof value['phone'] !== 'string') return null;
  const name = plain(value['name'], pack, locale);
  const city = plain(value['city'], pack, locale);
  return name === null || city === null
    ? null
    : textsFor(locale).pack.person({ name, city, phone: value['phone'] });
};

const numberAs =
  (write: (n: number, locale: Locale) => string): Form =>
  (value, _pack, locale) =>
    typeof value === 'number' ? write(value, locale) : null;

const bound = (v: unknown): number | null => (typeof v === 'number' ? v : null);

const capUnit: Form = (value, _pack, locale) => {
  const units = textsFor(locale).pack.capUnits;
  return typeof value === 'string' && value in units ? units[value as keyof typeof units] : null;
};

const period: Form = (value, _pack, locale) =>
  isRecord(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string'
    ? textsFor(locale).pack.period({ from: value['from'], to: value['to'] })
    : null;

/** `{path|form}` in a pack's prose. A null fact never reaches a form: it is said to be unstated. */
export const forms: Record<string, Form> = {
  plain,
  label,
  path: joined(label, (texts) => texts.join(' → ')),
  labels: joined(label, withLast('和', ' and ')),
  list: joined(plain, withLast('和', ' and ')),
  or: joined(plain, withLast('或', ' or ')),
  series: joined(labelled, (texts, locale) => texts.join(locale === 'zh-CN' ? '；' : '; ')),
  steps: joined(plain, (texts, locale) => texts.join(locale === 'zh-CN' ? '；' : '; ')),
  browsers: joined(browser, withLast('或', ' or ')),
  people: joined(person, withLast('或', ' or ')),
  usd: numberAs(formatUsd),
  percent: numberAs((n) => `${n}%`),
  days: numberAs((n, locale) => textsFor(locale).pack.days({ count: n })),
  range: (value, _pack, locale) =>
    isRecord(value) ? formatUsdRange(bound(value['lowerUsd']), bound(value['upperUsd']), locale) : null,
  unit: capUnit,
  money: moneyOf,
  limit: limitText,
  limits: limitsText,
  ratio: ratioText,
  payment: feeModel,
  late: lateConfirmation,
  rate: rateText,
  support: supportText,
  workingDays: numberAs((n, locale) => textsFor(locale).pack.workingDays({ count: n })),
  period,
};
