import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

type History = Parameters<typeof proto.temporal.api.history.v1.History.encode>[0];

/** A workflow's history as the server keeps it: nothing of it decoded. */
export async function rawHistory(client: Client, workflowId: string): Promise<History> {
  return client.workflow.getHandle(workflowId).fetchHistory();
}

export const bytesOf = (history: History): Buffer =>
  Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());

/** Every payload in it, but for search attributes, which Temporal must read. */
export function payloadsIn(part: unknown): Payload[] {
  if (Array.isArray(part)) return part.flatMap(payloadsIn);
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return [];
  if ('metadata' in part && 'data' in part) return [part as Payload];
  return Object.entries(part)
    .filter(([name]) => name !== 'searchAttributes')
    .flatMap(([, inner]) => payloadsIn(inner));
}

/** What its payloads say to whoever has the keys. */
export async function clearTextOf(history: History, codec: PayloadCodec): Promise<string> {
  const payloads = await codec.decode(payloadsIn(history));
  return payloads.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
}

/** IDs of the keys that encrypted it, each once, in the order of their first payload. */
export const keyIdsIn = (history: History): string[] => [
  ...new Set(
    payloadsIn(history).flatMap(({ metadata }) =>
      metadata?.['key'] == null ? [] : [Buffer.from(metadata['key']).toString()],
    ),
  ),
];
