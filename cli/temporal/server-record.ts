import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** 0: the server was stopped; only the ports count. */
  pid: z.int().min(0),
  processStart: z.string(),
  port: z.int().min(1).max(65535),
  uiPort: z.int().min(1).max(65535),
  dbFile: z.string(),
  startedAt: z.string(),
});

/** What `npm start` notes about the embedded Temporal server, for the next start and for other commands. */
export type ServerRecord = z.output<typeof schema>;

export const recordPath = (dataDir: string): string => join(dataDir, 'temporal.json');

/** Null when there is none, or none that can be read: then the server is simply started anew. */
export function readRecord(dataDir: string): ServerRecord | null {
  try {
    const result = schema.safeParse(JSON.parse(readFileSync(recordPath(dataDir), 'utf8')));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export function writeRecord(dataDir: string, record: ServerRecord): void {
  const draft = `${recordPath(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, recordPath(dataDir));
}
