import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';

const folder = new URL('../histories/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.json`, folder);

export const isRecorded = (name: string): boolean => existsSync(fileOf(name));

/** Keeps the history of a workflow under a name, unless there is one already. */
export type Record = (name: string, workflowId: string) => Promise<void>;

interface MessageType {
  toObject(message: object, options: object): object;
}

/**
 * The history in the numbers and base64 that the replayer encodes as they are. The SDK's own JSON needs every part of it to
 * share one copy of protobufjs, which an installation beside other users of protobufjs does not have.
 */
export const createRecorder =
  (client: Client): Record =>
  async (name, workflowId) => {
    if (isRecorded(name)) return;
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    const type = (history as object).constructor as unknown as MessageType;
    const plain = type.toObject(history, { longs: Number, bytes: String });
    // Names of processes and machines have no place in a committed file.
    const text = JSON.stringify(plain, (key, value: unknown) => (key === 'identity' ? 'recorder' : value));
    await mkdir(folder, { recursive: true });
    await writeFile(fileOf(name), `${text}\n`);
  };
