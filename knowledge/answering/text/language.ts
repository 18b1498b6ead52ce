import type { Locale } from '../types.ts';

/** The language that a question is written in, or null when it does not show (a lone "app", "360", an emoji). */
export function languageOf(normalized: string): Locale | null {
  if (/[\u4E00-\u9FFF]/.test(normalized)) return 'zh-CN';
  const words = normalized.match(/[a-z']{2,}/g) ?? [];
  return words.length >= 2 || /^(hello|hi|hey|thanks|bye|goodbye|fees?|help)\b/.test(normalized)
    ? 'en'
    : null;
}
