/** More than may be sent, so that what is too long is refused rather than cut. */
const longest = 4_000;

/**
 * What staff wrote, as they typed it: full-width punctuation and line breaks stay. Only characters go that nobody sees or that
 * turn a line around, and blanks beyond one.
 */
export const staffWords = (typed: string): string =>
  typed
    .slice(0, longest)
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\n\P{Cc}]+/gu, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
