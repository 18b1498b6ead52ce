import { readNumerals } from './numerals.ts';
import { readPinyinRuns } from './pinyin.ts';
import { spellingRepairs } from './spelling.ts';
import { simplifiedOf } from './traditional.ts';

/** Longest text that is read; what people ask fits many times over, what attackers paste does not. */
const readLimit = 800;
const keepHead = 500;

/** What is read of a text. */
export function withinLimit(text: string): string {
  if (text.length <= readLimit) return text;
  // A long story tends to end with its question: both ends are read.
  return `${text.slice(0, keepHead)}\n${text.slice(keepHead - readLimit)}`;
}

/**
 * One plain form for the many ways of typing the same question: half width, lower case, simplified characters, no
 * control, bidirectional or zero-width characters, no emoji, repaired spelling. Line breaks stay.
 */
export function normalize(raw: string): string {
  let text = withinLimit(raw)
    .replace(/\r\n?/g, '\n')
    // Colours of a terminal, pasted along.
    .replace(/\p{Cc}\[[\d;]*m/gu, ' ')
    .replace(/[\p{Cs}\p{Cf}\p{Co}\p{Cn}\uFFFD]|\uFE0F/gu, '')
    .replace(/[^\n\P{Cc}]/gu, ' ')
    .replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]+/gu, (emoji) =>
      /^[\d#*©®]+$/u.test(emoji) ? emoji : ' ',
    )
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\u0483-\u0489]/g, '')
    .normalize('NFC')
    .toLowerCase();
  text = text.replace(/[\u3400-\u9FFF]/g, (char) => simplifiedOf.get(char) ?? char);
  text = text
    .replace(/(.)\1{3,}/gu, '$1$1')
    .replace(/[ \t\u3000]+/g, ' ')
    .replace(/(?<=[\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])/g, '')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  text = readNumerals(readPinyinRuns(text));
  for (const [wrong, right] of spellingRepairs) text = text.replace(wrong, right);
  return text;
}
