import type { Locale } from '../answering/types.ts';
import type { Currency } from './fact-schemas.ts';

/** 150000 -> 15万美元 / USD 150,000. Exact to the cent. */
export const formatUsd = (amount: number, locale: Locale): string =>
  locale === 'zh-CN' ? `${inChinese(amount)}美元` : `USD ${grouped(amount)}`;

/** 3000000 -> 300万元人民币 / RMB 3,000,000. */
export const formatCny = (amount: number, locale: Locale): string =>
  locale === 'zh-CN' ? `${inChinese(amount)}元人民币` : `RMB ${grouped(amount)}`;

/** 15万美元, 300万元人民币, 60万港元. */
export function formatMoney(amount: number, currency: Currency, locale: Locale): string {
  if (currency === 'USD') return formatUsd(amount, locale);
  if (currency === 'CNY') return formatCny(amount, locale);
  return locale === 'zh-CN' ? `${inChinese(amount)}港元` : `HKD ${grouped(amount)}`;
}

/** An amount whose currency was not said: 45万 / 450,000. */
export const formatPlain = (amount: number, locale: Locale): string =>
  locale === 'zh-CN' ? inChinese(amount) : grouped(amount);

/** 30万–300万美元 / USD 300,000 to 3,000,000; null when neither bound is stated. */
export function formatUsdRange(lower: number | null, upper: number | null, locale: Locale): string | null {
  const zh = locale === 'zh-CN';
  if (lower !== null && upper !== null) {
    return zh ? `${inChinese(lower)}–${inChinese(upper)}美元` : `USD ${grouped(lower)} to ${grouped(upper)}`;
  }
  if (lower !== null)
    return zh ? `不低于${formatUsd(lower, locale)}` : `at least ${formatUsd(lower, locale)}`;
  if (upper !== null) return zh ? `不超过${formatUsd(upper, locale)}` : `at most ${formatUsd(upper, locale)}`;
  return null;
}

/** Chinese people count in 万 and 亿; an amount that needs more than four decimals there is written out. */
function inChinese(amount: number): string {
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (amount >= size) {
      const scaled = Math.round((amount / size) * 1e4) / 1e4;
      if (Math.abs(scaled * size - amount) < 0.005) return `${scaled}${name}`;
    }
  }
  return grouped(amount);
}

function grouped(amount: number): string {
  const [whole = '0', cents = '00'] = amount.toFixed(2).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === '00' ? groups : `${groups}.${cents}`;
}
