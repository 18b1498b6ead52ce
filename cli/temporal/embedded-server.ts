import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../both-languages.ts';
import { answers } from './answers.ts';
import { endProcess, hasEnded, isRunning } from './end-process.ts';
import { freePort, isPortFree } from './free-port.ts';
import { readRecord, recordPath, writeRecord, type ServerRecord } from './server-record.ts';
import { spawnServer } from './spawn-server.ts';

const portFreeWithinMs = 3_000;

export interface EmbeddedServerOptions {
  cliPath: string;
  /** The mode's data folder; the server's database, log and record are in it. */
  dataDir: string;
  /** Names of the Keyword search attributes to register. */
  searchAttributes: string[];
  env: NodeJS.ProcessEnv;
  readyTimeoutMs?: number;
}

export interface EmbeddedServer {
  address: string;
  uiUrl: string;
  pid: number;
  /** True when an earlier, killed run left this server behind and it is used on. */
  adopted: boolean;
  /** Ends the server and removes its record. Safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, whoever ended it. */
  ended(): Promise<void>;
}

/**
 * The Temporal dev server of this data folder: the one that an earlier, killed run left behind if it still answers, else a
 * new one. The caller holds the instance lock of the folder. Throws UserError when the server does not come up.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  mkdirSync(options.dataDir, { recursive: true });
  const left = readRecord(options.dataDir);
  if (left !== null && isRunning(left)) {
    if (await answers(addressOf(left), 5_000)) return handle(options.dataDir, left, true);
    await endProcess(left, 3_000);
  }
  const record = await start(options, left);
  return handle(options.dataDir, record, false);
}

/** The server that runs for this data folder; null when none does. Asks the system, not the server. */
export function recordedServer(dataDir: string): { address: string; uiUrl: string; pid: number } | null {
  const record = readRecord(dataDir);
  if (record === null || !isRunning(record)) return null;
  return { address: addressOf(record), uiUrl: uiUrlOf(record), pid: record.pid };
}

async function start(options: EmbeddedServerOptions, left: ServerRecord | null): Promise<ServerRecord> {
  // Workers and browsers elsewhere remember the ports: keep them when they are free.
  const port = await keptOrFreePort(left?.port);
  const uiPort = await keptOrFreePort(left?.uiPort, port);
  const logFile = join(options.dataDir, 'temporal.log');
  const record = spawnServer({ ...options, port, uiPort, logFile });
  writeRecord(options.dataDir, record);
  const deadline = Date.now() + (options.readyTimeoutMs ?? 90_000);
  while (!(await answers(addressOf(record), 2_000))) {
    if (!isRunning(record) || Date.now() > deadline) {
      await endProcess(record);
      // Ports that clients know stay on record for the next try.
      if (left === null) rmSync(recordPath(options.dataDir), { force: true });
      else writeRecord(options.dataDir, { ...left, pid: 0, processStart: '' });
      throw userError((t) => t.cli.runtime.temporalDidNotStart({ logFile }));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return record;
}

async function keptOrFreePort(kept: number | undefined, taken?: number): Promise<number> {
  if (kept !== undefined && kept !== taken && (await becomesFree(kept))) return kept;
  let port = await freePort();
  while (port === taken) port = await freePort();
  return port;
}

/** A client's passing connection may sit on the port for a moment; whoever listens there will stay. */
async function becomesFree(port: number): Promise<boolean> {
  const deadline = Date.now() + portFreeWithinMs;
  while (!(await isPortFree(port))) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

function handle(dataDir: string, record: ServerRecord, adopted: boolean): EmbeddedServer {
  const stop = async (): Promise<void> => {
    await endProcess(record);
    if (readRecord(dataDir)?.pid === record.pid) {
      // The ports stay known, so that the next start can take them again.
      writeRecord(dataDir, { ...record, pid: 0, processStart: '' });
    }
  };
  const ended = async (): Promise<void> => {
    while (!hasEnded(record)) await new Promise((resolve) => setTimeout(resolve, 500));
  };
  return { address: addressOf(record), uiUrl: uiUrlOf(record), pid: record.pid, adopted, stop, ended };
}

const addressOf = (record: ServerRecord): string => `127.0.0.1:${record.port}`;
const uiUrlOf = (record: ServerRecord): string => `http://127.0.0.1:${record.uiPort}`;
