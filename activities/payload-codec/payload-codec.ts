import type { Payload, PayloadCodec } from '@temporalio/common';
import { pack, unpack } from './packing.ts';
import { isPayloadKeyId } from './payload-keys.ts';
import type { Keyring } from './payload-keys.ts';
import { open, seal } from './sealing.ts';
import { UndecodablePayload } from './undecodable-payload.ts';

/** What Temporal's samples call an encrypted payload; its user interface and its command line go by a codec server for it. */
const encrypted = Buffer.from('binary/encrypted');
const nothing = 'binary/null';

/**
 * Encrypts what Temporal keeps. Payloads in clear, from before, are read as they are; one that says no more than "nothing"
 * is left as it is. Decoding throws `UndecodablePayload`.
 */
export function createPayloadCodec(keyring: Keyring): PayloadCodec {
  return {
    encode: async (payloads) => payloads.map((payload) => encode(payload, keyring)),
    decode: async (payloads) => payloads.map((payload) => decode(payload, keyring)),
  };
}

function encode(payload: Payload, keyring: Keyring): Payload {
  if (encodingOf(payload) === nothing) return payload;
  const key = keyring.current();
  const keyId = Buffer.from(key.id);
  return {
    metadata: { encoding: encrypted, key: keyId },
    data: seal(pack(payload), key, boundTo(keyId)),
  };
}

function decode(payload: Payload, keyring: Keyring): Payload {
  if (encodingOf(payload) !== 'binary/encrypted') return payload;
  const keyId = Buffer.from(payload.metadata?.['key'] ?? []);
  const id = keyId.toString();
  // Whatever else stands there is shown to nobody.
  if (!isPayloadKeyId(id)) throw new UndecodablePayload('foreign', null);
  const key = keyring.find(id);
  if (key === null) throw new UndecodablePayload('keyUnknown', id);
  try {
    return unpack(open(Buffer.from(payload.data ?? []), key, boundTo(keyId)));
  } catch (cause) {
    throw new UndecodablePayload('damaged', id, cause);
  }
}

/** The metadata stand in clear: whoever changes them makes the payload unreadable. */
const boundTo = (keyId: Buffer): Buffer => Buffer.concat([encrypted, Buffer.of(0), keyId]);

const encodingOf = ({ metadata }: Payload): string => Buffer.from(metadata?.['encoding'] ?? []).toString();
