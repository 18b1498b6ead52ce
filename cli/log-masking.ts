/** Keys whose values say who somebody is or what they wrote: nothing of them is logged. Compared in lower case. */
const hidden = new Set(
  [
    ...['name', 'firmName', 'contactName', 'displayName', 'firstName', 'lastName', 'userName'],
    ...['phone', 'contactPhone', 'mobile', 'email', 'text', 'body', 'caption', 'payload', 'question'],
    ...['token', 'code', 'linkCode', 'secret', 'password', 'apiKey', 'authorization', 'cookie'],
  ].map((key) => key.toLowerCase()),
);
/** Keys that tell two people apart in a log; the last characters are enough for that. */
const shortened = new Set(['chatid', 'externaluserid', 'externalid', 'userid', 'fromid', 'actor']);
/** `code` of an error or a decision is a word such as `ECONNREFUSED`, not a link code. */
const errorCode = /^(?:[A-Z]{2,}(?:_[A-Z0-9]+)*|[a-z]+(?:[A-Z][a-z]+)*|-?\d{1,3})$/;

const maxDepth = 6;
const mask = '***';

/** A copy of log fields without personal data and secrets. */
export function maskFields(fields: Record<string, unknown>): Record<string, unknown> {
  return maskObject(fields, 0, new WeakSet());
}

/** Masks what can be told from its form: mobile numbers, credit codes, bot tokens, mail addresses, passwords in URLs. */
export function maskText(text: string): string {
  return text
    .replace(/(?<!\d)\d{6,12}:[\w-]{20,}/g, mask)
    .replace(/([?&]key=)[\w-]+/g, `$1${mask}`)
    .replace(/whsec_[\w+/=-]+/g, mask)
    .replace(/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]+@/gi, `$1${mask}@`)
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, mask)
    .replace(
      /(?<![0-9A-Za-z])([0-9A-HJ-NP-RTUWXY]{2})[0-9A-HJ-NP-RTUWXY]{12}([0-9A-HJ-NP-RTUWXY]{4})(?![0-9A-Za-z])/gi,
      `$1${mask}$2`,
    )
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, mask)
    .replace(/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, mask);
}

function maskObject(
  value: Record<string, unknown>,
  depth: number,
  seen: WeakSet<object>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, maskEntry(key, field, depth, seen)]),
  );
}

function maskEntry(key: string, value: unknown, depth: number, seen: WeakSet<object>): unknown {
  if (value === null || value === undefined || value === '') return value;
  const known = key.toLowerCase();
  if (known === 'code' && isErrorCode(value)) return value;
  if (hidden.has(known)) return mask;
  if (shortened.has(known)) return shorten(value);
  return maskValue(value, depth + 1, seen);
}

function maskValue(value: unknown, depth: number, seen: WeakSet<object>): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return maskNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value) || depth > maxDepth) return '[…]';
  seen.add(value);
  if (value instanceof Error) return maskError(value, depth, seen);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => maskValue(item, depth + 1, seen));
  return maskObject(value as Record<string, unknown>, depth, seen);
}

function maskError(error: Error, depth: number, seen: WeakSet<object>): Record<string, unknown> {
  return {
    type: error.name,
    message: maskText(error.message),
    // The stack repeats the message; only the places are wanted.
    stack: maskText(
      (error.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 8)
        .join('\n'),
    ),
    ...maskObject(Object.fromEntries(Object.entries(error)), depth, seen),
    ...(error.cause === undefined ? {} : { cause: maskValue(error.cause, depth + 1, seen) }),
  };
}

const isErrorCode = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && errorCode.test(`${value}`);

function shorten(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return mask;
  const text = String(value);
  return text.length <= 4 ? mask : `…${text.slice(-4)}`;
}

/** A mobile number may come as a number; JSON knows no bigint. */
function maskNumber(value: number | bigint): unknown {
  const masked = maskText(String(value));
  return masked === String(value) && typeof value === 'number' ? value : masked;
}
