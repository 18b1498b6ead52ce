const minPasswordLength = 10;
/** Bounds the work of hashing one. */
const maxPasswordLength = 128;

/** Long enough, and among the first that anybody tries. Lower case, without what is put before or after. */
const common: ReadonlySet<string> = new Set([
  ...[
    'password',
    'passwort',
    'passw0rd',
    'p@ssw0rd',
    'letmein',
    'welcome',
    'iloveyou',
    'admin',
    'administrator',
  ],
  ...['qwerty', 'qwertyuiop', 'qwertyuiop[]', 'asdfghjkl', 'zxcvbnm', 'qazwsx', 'qazwsxedc', '1qaz2wsx3edc'],
  ...[
    '1q2w3e4r5t',
    '1q2w3e4r5t6y',
    'abcdefghij',
    'abc',
    'abcd',
    'woaini',
    'woaini1314',
    'wodemima',
    'changeme',
  ],
  ...['tongbao', 'sinosure', 'xinbao', 'zhongguoxinbao', 'huaian', 'jiangsu', 'nanjing', 'test', 'root'],
]);

export type PasswordProblem = 'passwordTooShort' | 'passwordTooLong' | 'passwordIsLogin' | 'passwordCommon';

/** As it is hashed and compared: the same characters, however a keyboard composes them. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** Null for one that may be used. */
export function problemWithPassword(password: string, login: string): PasswordProblem | null {
  const plain = normalPassword(password);
  const length = Array.from(plain).length;
  if (length < minPasswordLength) return 'passwordTooShort';
  if (length > maxPasswordLength) return 'passwordTooLong';
  const folded = plain.toLowerCase();
  if (folded === login || withoutAffixes(folded) === login) return 'passwordIsLogin';
  return isCommon(folded) ? 'passwordCommon' : null;
}

/** Digits and signs at the ends make no common word a good password. */
const withoutAffixes = (text: string): string => text.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');

function isCommon(folded: string): boolean {
  if (common.has(folded) || common.has(withoutAffixes(folded))) return true;
  // One or two characters over and over, or a run: aaaaaaaaaa, 1212121212, 1234567890.
  return new Set(folded).size <= 2 || isRun(folded);
}

function isRun(text: string): boolean {
  const codes = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  // 9 is followed by 0 in what people type.
  return [1, -1].some((step) => steps.every((s) => s === step || s === -9 * step));
}

const loginPattern = /^[a-z0-9][a-z0-9._-]{2,31}$/;

/** As logins are kept and compared. */
export const normalLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

/** 3 to 32 letters, digits and `. _ -`, after `normalLogin`. */
export const isLogin = (login: string): boolean => loginPattern.test(login);
