import type { Locale } from '../types.ts';
import { withinLimit } from './normalize.ts';
import { isOtherLanguage } from './other-language.ts';
import { readPinyinRuns } from './pinyin.ts';

/** Letters within a code are no words. */
const latinWords = /\b[a-z][a-z']+\b/g;

/**
 * The language that a question is written in, or null when it does not show (a lone "app", "360", an emoji) or is neither
 * of the two. Takes the text as it was typed: its plain form writes amounts and pinyin in Chinese.
 */
export function languageOf(raw: string): Locale | null {
  const text = withinLimit(raw)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  if (isOtherLanguage(text)) return null;
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  const words = text.match(latinWords) ?? [];
  const read = readPinyinRuns(text);
  if (read !== text && (read.match(latinWords) ?? []).length < 2) return 'zh-CN';
  return words.length >= 2 || /^(hello|hi|hey|thanks|bye|goodbye|fees?|help)\b/.test(text) ? 'en' : null;
}
