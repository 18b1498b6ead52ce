import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands, whatever else an address may say: SHA-1, six digits, thirty seconds. */
const scheme = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** 160 bits, as RFC 4226 advises. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says. */
export const totpUri = (secret: string, issuer: string, login: string): string =>
  new TOTP({ ...scheme, issuer, label: login, secret: Secret.fromBase32(secret) }).toString();

/** The time step that a code is of; a clock may be wrong by one. Null: it is of none of these. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...{ ...scheme, token: code, secret: Secret.fromBase32(secret), timestamp, window: 1 },
  });
  return delta === null ? null : TOTP.counter({ period: scheme.period, timestamp }) + delta;
}

const recoveryCodes = 10;
/** Without those that look like others. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** Of some 79 bits each, to be written down: `xxxx-xxxx-xxxx-xxxx`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodes }, () => {
    const code = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('');
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });

/** As it is kept and compared, however it was typed. */
export const normalCode = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
