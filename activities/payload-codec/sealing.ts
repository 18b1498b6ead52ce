import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PayloadKey } from './payload-keys.ts';

const algorithm = 'aes-256-gcm';
/** 96 bits, drawn for each payload: with one key good for some four thousand million payloads. */
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: nonce, ciphertext, tag. `bound` is not hidden, but opening fails when it is another. */
export function seal(plain: Buffer, key: PayloadKey, bound: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes }).setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where a bit was changed, or another key sealed it. */
export function open(sealed: Buffer, key: PayloadKey, bound: Buffer): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new RangeError('too short to be sealed');
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes })
    .setAAD(bound)
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
