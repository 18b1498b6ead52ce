import { withinLimit } from './normalize.ts';
import { englishWords, stopWords } from './stop-words.ts';

/**
 * Whether a message as it was typed is in a language other than Chinese and English. Only clear evidence counts: typing
 * errors, pinyin, names of firms and places and single words are none. Takes the raw text, since the plain form has no
 * accents.
 */
export function isOtherLanguage(raw: string): boolean {
  const text = withinLimit(raw)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  return inOtherScript(text) || inLatinLetters(text);
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Words that only Chinese uses, in either form of its characters. */
const onlyChinese = /[吗嗎呢们們么麼这這哪咱啥]/;

/** A Chinese or English question that quotes foreign words is none: a character says about as much as three letters. */
function inOtherScript(text: string): boolean {
  const han = countOf(text, /\p{Script=Han}/gu);
  const latin = countOf(text, /\p{Script=Latin}/gu);
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hiragana = countOf(text, /\p{Script=Hiragana}/gu);
  const hangul = countOf(text, /\p{Script=Hangul}/gu);
  const others = countOf(text, otherLetters);
  if (hangul * 3 + others > Math.max(2, han * 3 + latin)) return true;
  if (onlyChinese.test(text)) return false;
  // Chinese borrows の and names in katakana; a sentence in Japanese has more hiragana than that.
  return kana >= 3 && kana * 3 > latin && (han === 0 || (hiragana >= 3 && hiragana * 4 >= han));
}

/** Letters of scripts in which neither language is written. Kaomoji take one or two of them. */
const otherLetters =
  /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu;

/** Vowels with two marks, and others that only Vietnamese has: pinyin and the languages of Europe have none of them. */
const vietnamese = /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/;
const pinyinTones = /[āēīōǖǎěǐǒǔǚǜ]/;
const marked = /[äöüßñçãõêâîôûœ]/;

function inLatinLetters(text: string): boolean {
  if (/\p{Script=Han}/u.test(text) || pinyinTones.test(text)) return false;
  const tokens = [...new Set(text.match(/[\p{L}\p{M}]{2,}/gu) ?? [])];
  if (tokens.length < 2) return false;
  const english = (but: ReadonlySet<string>): number =>
    tokens.filter((token) => englishWords.has(token) && !but.has(token)).length;
  const none = new Set<string>();
  const ofVietnam = tokens.filter((token) => vietnamese.test(token)).length;
  if (ofVietnam >= 2 && english(none) * 2 <= ofVietnam) return true;
  const inverted = /[¿¡]/.test(text) ? 1 : 0;
  return stopWords.some(({ sure, shared }) => {
    const strong = tokens.filter((token) => sure.has(token) || sure.has(unmarked(token))).length + inverted;
    if (strong < 1) return false;
    const weak = tokens.filter((t) => !sure.has(t) && (shared.has(t) || marked.test(t))).length;
    const hits = strong + weak;
    const foreignEnough = english(new Set([...sure, ...shared])) * 3 <= hits && hits * 5 >= tokens.length;
    return foreignEnough && (strong >= 2 || (weak >= 2 && hits * 2 >= tokens.length && english(none) === 0));
  });
}

/** Without accents, as many type; short words are too much like others then. */
const unmarked = (token: string): string =>
  token.length < 4 ? token : token.normalize('NFD').replace(/\p{M}/gu, '');
