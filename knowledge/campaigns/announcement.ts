import type { Locale } from '../answering/types.ts';
import { linkThatIsNoHttps } from './links.ts';

/** What the office says, in one language or two. */
export type AnnouncementWords = Partial<Record<Locale, string>>;

/** In each language; with the office's mark it fits into one message of every channel. */
export const longestAnnouncement = 1_000;

export type AnnouncementProblem =
  | { code: 'textMissing' }
  | { code: 'textTooLong'; most: number; is: number }
  | { code: 'linkRefused'; link: string };

/** A line of its own, before what is said in English. */
const englishBelow = /^[ \t]*(?:英文|english)[ \t]*[:：]?[ \t]*$/im;

/** What staff typed, by language: everything above a line `英文：` or `English:` is Chinese, everything below it English. */
export function readAnnouncement(typed: string): AnnouncementWords {
  const marker = englishBelow.exec(typed);
  const chinese = (marker === null ? typed : typed.slice(0, marker.index)).trim();
  const english = marker === null ? '' : typed.slice(marker.index + marker[0].length).trim();
  return { ...(chinese !== '' && { 'zh-CN': chinese }), ...(english !== '' && { en: english }) };
}

/** Why these words cannot be announced; null when they can. */
export function announcementProblem(words: AnnouncementWords): AnnouncementProblem | null {
  const texts = Object.values(words);
  if (texts.length === 0) return { code: 'textMissing' };
  for (const text of texts) {
    const is = Array.from(text).length;
    if (is > longestAnnouncement) return { code: 'textTooLong', most: longestAnnouncement, is };
    const link = linkThatIsNoHttps(text);
    if (link !== null) return { code: 'linkRefused', link };
  }
  return null;
}

/** In the reader's language where the office wrote it, else in the other one. */
export const announcementIn = (words: AnnouncementWords, locale: Locale): string =>
  words[locale] ?? words['zh-CN'] ?? words.en ?? '';
