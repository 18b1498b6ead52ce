import type { Locale } from '../../knowledge/answering/types.ts';

/** The language to answer in: that of the question where it shows, else the sender's. */
export function localeOf(text: string, senders: Locale): Locale {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  const words = text.match(/\b[A-Za-z]{2,}\b/g) ?? [];
  return words.length >= 2 ? 'en' : senders;
}
