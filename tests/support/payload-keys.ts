import { randomBytes } from 'node:crypto';
import { parsePayloadKeys } from '../../activities/payload-codec/payload-keys.ts';
import type { PayloadKey } from '../../activities/payload-codec/payload-keys.ts';

/** A key of the test's own, in the form of `TONGBAO_PAYLOAD_KEYS`. */
export const keyText = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

export function keyOf(text: string): PayloadKey {
  const [key] = parsePayloadKeys(text) ?? [];
  if (key === undefined) throw new Error('not a key');
  return key;
}
