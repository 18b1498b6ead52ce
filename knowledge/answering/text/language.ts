import type { Locale } from '../types.ts';
import { isOtherLanguage } from './other-language.ts';
import { readPinyinRuns } from './pinyin.ts';

/** More than anybody needs to show a language; bounds the work on what is pasted. */
const readLimit = 800;

/**
 * The language that a question is written in, or null when it does not show (a lone "app", "360", an emoji) or is neither
 * of the two. Takes the text as it was typed: its plain form writes amounts and pinyin in Chinese.
 */
export function languageOf(raw: string): Locale | null {
  const text = raw
    .slice(0, readLimit)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  if (isOtherLanguage(text)) return null;
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  const words = text.match(/[a-z']{2,}/g) ?? [];
  const read = readPinyinRuns(text);
  if (read !== text && (read.match(/[a-z']{2,}/g) ?? []).length < 2) return 'zh-CN';
  return words.length >= 2 || /^(hello|hi|hey|thanks|bye|goodbye|fees?|help)\b/.test(text) ? 'en' : null;
}
