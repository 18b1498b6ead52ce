import { shanghaiDate, shanghaiTime } from '../../knowledge/calendar/shanghai-time.ts';
import type { Locale } from '../../knowledge/answering/types.ts';

/** 2026年3月5日, or 5 Mar 2026: the date in Shanghai of an instant. */
export function dateText(iso: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = shanghaiDate(iso).split('-');
  const monthName = months[Number(month) - 1] ?? month;
  return locale === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${monthName} ${year}`;
}

export const dateTimeText = (iso: string, locale: Locale): string =>
  `${dateText(iso, locale)} ${shanghaiTime(iso)}`;

export const shanghaiYear = (now: Date): number => Number(shanghaiDate(now.toISOString()).slice(0, 4));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
