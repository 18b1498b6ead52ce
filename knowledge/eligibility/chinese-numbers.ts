const digits = new Map(Array.from('零一二三四五六七八九').map((c, i) => [c, i]));
for (const [variants, value] of [
  ['〇', 0],
  ['壹', 1],
  ['两贰俩', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
] as const) {
  for (const c of variants) digits.set(c, value);
}
const small = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const large = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
]);

/** Characters that a Chinese numeral is made of, for a regular expression's class. */
export const numeralCharacters = [...digits.keys(), ...small.keys(), ...large.keys(), '点'].join('');

/**
 * 一百二十万 -> 1200000, 四十五点五万 -> 455000, 二〇二一 -> 2021. Null for what is not one number, such as the
 * guess 四五十万 or the everyday 三万五 (35,000 or 30,005).
 */
export function chineseNumber(text: string): number | null {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || whole === '') return null;
  if (fraction !== undefined) return withFraction(whole, fraction);
  const characters = Array.from(text);
  if (characters.every((c) => digits.has(c))) {
    // Read out digit by digit, as years are; 四五 without 〇 is as likely "four or five".
    return text.length === 1 || text.length === 4
      ? Number(characters.map((c) => digits.get(c)).join(''))
      : null;
  }
  return sumOf(text);
}

function withFraction(whole: string, rest: string): number | null {
  const unit = /[万萬亿]$/u.exec(rest)?.[0];
  const decimals = Array.from(rest.slice(0, unit === undefined ? undefined : -1)).map((c) => digits.get(c));
  const integer = chineseNumber(whole);
  if (integer === null || decimals.length === 0 || decimals.includes(undefined)) return null;
  const exponent = unit === undefined ? 0 : unit === '亿' ? 8 : 4;
  return Number(`${integer}.${decimals.join('')}e${exponent}`);
}

function sumOf(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let previous = '';
  for (const c of text) {
    const value = digits.get(c);
    const unit = small.get(c);
    const big = large.get(c);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (unit !== undefined) {
      section += (digit ?? (section === 0 || previous === '零' ? 1 : 0)) * unit;
      digit = null;
    } else if (big !== undefined) {
      const before = section + (digit ?? 0);
      if (before === 0) return null;
      total = c === '亿' ? (total + before) * big : total + before * big;
      section = 0;
      digit = null;
    } else return null;
    previous = c;
  }
  // 三万五: the last digit has lost its unit.
  if (digit !== null && digit !== 0 && large.has(text.at(-2) ?? '')) return null;
  if (digit !== null && digit !== 0 && /[百佰千仟]$/u.test(text.slice(0, -1))) return null;
  return total + section + (digit ?? 0);
}
