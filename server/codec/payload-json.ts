import type { Payload } from '@temporalio/common';
import { z } from 'zod';

/** Bytes as JSON of protobuf writes them; null is an absent field there. */
const bytes = z
  .base64()
  .nullish()
  .transform((text) => Buffer.from(text ?? '', 'base64'));
const payloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), bytes).nullish(), data: bytes })).max(1000),
});

/** Null for a body that is no `Payloads` message of Temporal's API in its JSON form. */
export function readPayloads(body: unknown): Payload[] | null {
  const { data } = payloads.safeParse(body);
  return data?.payloads.map((payload) => ({ metadata: payload.metadata ?? {}, data: payload.data })) ?? null;
}

export const writePayloads = (all: readonly Payload[]) => ({
  payloads: all.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)]),
    ),
    data: base64(data),
  })),
});

const base64 = (value: Uint8Array | null | undefined): string => Buffer.from(value ?? []).toString('base64');
