import { createSecretKey, randomBytes, randomInt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A key of AES-256. The secret is held where neither a log nor `JSON.stringify` shows it. */
export interface PayloadKey {
  /** Stands in clear beside every payload that this key encrypted. */
  id: string;
  secret: KeyObject;
}

/** The keys that are there at this moment: a rotation may add one while a process runs. */
export interface Keyring {
  /** The one that encrypts. */
  current(): PayloadKey;
  /** Null where there is no such key. */
  find(id: string): PayloadKey | null;
}

export const fixedKeyring = (keys: readonly [PayloadKey, ...PayloadKey[]]): Keyring => ({
  current: () => keys[0],
  find: (id) => keys.find((key) => key.id === id) ?? null,
});

const keyBytes = 32;
const entry = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]{43}=?)$/;

export const isPayloadKeyId = (text: string): boolean => /^[A-Za-z0-9_-]{1,16}$/.test(text);

/**
 * Reads `id:base64`, separated by commas, spaces or line ends; a line that begins with `#` is a comment. The first key
 * encrypts. Null unless there is at least one key, each is well-formed and each has an ID of its own.
 */
export function parsePayloadKeys(text: string): [PayloadKey, ...PayloadKey[]] | null {
  const entries = text
    .replace(/^\s*#.*$/gm, '')
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  const keys: PayloadKey[] = [];
  for (const part of entries) {
    const [, id, encoded] = entry.exec(part) ?? [];
    if (id === undefined || encoded === undefined || keys.some((key) => key.id === id)) return null;
    keys.push({ id, secret: createSecretKey(encoded, 'base64') });
  }
  const [first, ...others] = keys;
  return first === undefined ? null : [first, ...others];
}

const idLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A fresh key as its line of a key file. IDs are random: that of a lost key must not come back with another secret. */
export function newPayloadKeyLine(): string {
  const id = Array.from({ length: 4 }, () => idLetters[randomInt(idLetters.length)]).join('');
  return `${id}:${randomBytes(keyBytes).toString('base64')}`;
}
