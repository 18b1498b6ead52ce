/** More than any messenger takes at once, and than may be answered or announced: what is too long there is refused, not cut. */
const longest = 20_000;
const cutHere = '\n…（太长，后面的没有了 / too long, cut here）';

/**
 * What staff wrote, as they typed it: full-width punctuation and line breaks stay. Only characters go that nobody sees or that
 * turn a line around, and blanks beyond one.
 */
export const staffWords = (typed: string): string =>
  (typed.length <= longest ? typed : `${typed.slice(0, longest)}${cutHere}`)
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\n\P{Cc}]+/gu, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
