import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import { dictionaries } from './dictionaries.ts';

const { Payload: payloadType } = proto.temporal.api.common.v1;

/** Shorter ones gain nothing. */
const worthDeflatingBytes = 48;
/** Far above what a Temporal server takes (2 MB); a bound for what a damaged length could ask for. */
const maxBytes = 16 * 1024 * 1024;
const newest = dictionaries.length;

/** A payload as bytes: one that says how (0 as it is, n deflated with the nth dictionary), then its protobuf form. */
export function pack(payload: Payload): Buffer {
  const plain = payloadType.encode(payload).finish();
  if (plain.length >= worthDeflatingBytes) {
    const deflated = deflateRawSync(plain, { dictionary: dictionaryAt(newest) });
    if (deflated.length < plain.length) return Buffer.concat([Buffer.of(newest), deflated]);
  }
  return Buffer.concat([Buffer.of(0), plain]);
}

/** The payload that `pack` was given. Throws where the bytes are none that it makes. */
export function unpack(packed: Buffer): Payload {
  const [form = 0] = packed;
  const body = packed.subarray(1);
  const plain =
    form === 0 ? body : inflateRawSync(body, { dictionary: dictionaryAt(form), maxOutputLength: maxBytes });
  const { metadata, data } = payloadType.decode(plain);
  return { metadata, data };
}

function dictionaryAt(form: number): Buffer {
  const dictionary = dictionaries[form - 1];
  // Packed by a later version of this program.
  if (dictionary === undefined) throw new RangeError(`no dictionary ${form}`);
  return dictionary;
}
