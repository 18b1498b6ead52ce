/** One-time codes: ten characters that cannot be taken for one another (no I, L, O, U), shown as they are sent. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;
/** Days that a code can be used where staff name none. */
export const codeValidDays = 7;

/**
 * Makes a code of cryptographically random bytes. At least one digit is among them, so that a pasted code is never
 * taken for a word.
 */
export function makeCode(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const code = Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
    if (/\d/.test(code) && /[A-Z]/.test(code)) return code;
  }
}

/** The code as it was minted, however a person typed it: lower case, blanks and dashes, O for 0, I or L for 1. */
export const normaliseCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** Whether a whole message is nothing but a code. */
export function looksLikeCode(text: string): boolean {
  const typed = text.replace(/^(关联码|code)[:：\s]*/i, '').trim();
  return (
    /^[0-9A-Z]{4,5}-?[0-9A-Z]{4,5}$/i.test(typed) &&
    /\d/.test(typed) &&
    /[A-Z]/i.test(typed) &&
    // 5万美元-like amounts and dates have no place here; a year alone has no letters.
    !/^\d+(usd|cny|rmb|k|w)$/i.test(typed)
  );
}

/** The code in a message that `looksLikeCode`, or in the arguments of a command. */
export const codeIn = (text: string): string => normaliseCode(text.replace(/^(关联码|code)[:：\s]*/i, ''));

/** What a person says of a code: 我的码是…, not a 号码, a 信用代码 or a 二维码. */
const speaksOfCode = /(?<![号代编维])码|关联|绑定|\b(code|link)\b/i;

/** The code that a sentence hands over, as it was typed; null when there is none, or more than one. */
export function codeInSentence(text: string): string | null {
  if (text.length > 200 || !speaksOfCode.test(text)) return null;
  const typed = text.match(/(?<![0-9A-Za-z-])[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}(?![0-9A-Za-z-])/g) ?? [];
  const codes = typed.filter((t) => /\d/.test(t) && looksLikeCode(t));
  const [only, ...others] = codes;
  return only === undefined || others.length > 0 ? null : normaliseCode(only);
}
