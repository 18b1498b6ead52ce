/** More than anybody types; what is beyond it cannot change what is wanted. */
const longest = 2_000;

/** Text without control, zero-width and bidirectional characters, of a length that is safe to search. */
export const cleanText = (raw: string): string =>
  raw
    .slice(0, longest * 4)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .slice(0, longest)
    .trim();
