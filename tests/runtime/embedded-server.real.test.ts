import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { Connection } from '@temporalio/client';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { processStart } from '../../cli/bootstrap/pid-lock.mjs';
import {
  recordedServer,
  startEmbeddedServer,
  type EmbeddedServer,
} from '../../cli/temporal/embedded-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { temporalCliPath } from '../support/temporal-cli.ts';
import { until } from '../support/until.ts';

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    cliPath: await temporalCliPath(),
    dataDir,
    searchAttributes: ['TongbaoPack'],
    env: process.env,
  });
  onTestFinished(() => server.stop());
  return server;
}

/** A process of its own that starts the server and stays. */
const owning = `
  const { startEmbeddedServer } = await import('./cli/temporal/embedded-server.ts');
  const [cliPath, dataDir] = process.argv.slice(1);
  const server = await startEmbeddedServer({ cliPath, dataDir, searchAttributes: [], env: process.env });
  console.log(JSON.stringify({ address: server.address, pid: server.pid }));
  setInterval(() => {}, 1000);`;

/** Starts the server from another process and kills that process, as `kill -9` on `npm start` does. */
async function leaveServerBehind(dataDir: string): Promise<{ address: string; pid: number }> {
  const evaluate = ['--import', 'tsx', '--input-type=module', '-e', owning];
  const owner = spawn(process.execPath, [...evaluate, await temporalCliPath(), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([
    once(createInterface(owner.stdout), 'line'),
    once(owner, 'exit').then(() => Promise.reject(new Error('the owner ended before it said anything'))),
  ])) as [string];
  owner.kill('SIGKILL');
  if (owner.signalCode === null) await once(owner, 'exit');
  return JSON.parse(line) as { address: string; pid: number };
}

it('starts with its search attributes, is on record, and leaves nothing running when stopped', async () => {
  const dataDir = tempFolder();
  const server = await start(dataDir);
  expect(server.adopted).toBe(false);
  expect(recordedServer(dataDir)).toEqual({
    address: server.address,
    uiUrl: server.uiUrl,
    pid: server.pid,
  });
  const connection = await Connection.connect({ address: server.address });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  await connection.close();
  expect(Object.keys(customAttributes)).toContain('TongbaoPack');
  await server.stop();
  expect(recordedServer(dataDir)).toBeNull();
  expect(processStart(server.pid)).toBeNull();
});

it('keeps its ports over a restart', async () => {
  const dataDir = tempFolder();
  const first = await start(dataDir);
  await first.stop();
  const second = await start(dataDir);
  expect(second.address).toBe(first.address);
  expect(second.uiUrl).toBe(first.uiUrl);
  expect(second.pid).not.toBe(first.pid);
});

it('adopts the server that a killed run left behind', async () => {
  const dataDir = tempFolder();
  const left = await leaveServerBehind(dataDir);
  expect(processStart(left.pid)).not.toBeNull();
  const server = await start(dataDir);
  expect(server).toMatchObject({ adopted: true, pid: left.pid, address: left.address });
  await server.stop();
  expect(processStart(left.pid)).toBeNull();
});

it('ends a left server that does not answer, and starts anew', async () => {
  const dataDir = tempFolder();
  const left = await leaveServerBehind(dataDir);
  process.kill(left.pid, 'SIGSTOP');
  const server = await start(dataDir);
  expect(server.adopted).toBe(false);
  expect(server.pid).not.toBe(left.pid);
  expect(processStart(left.pid)).toBeNull();
});

it('starts anew when the left server is dead, and never ends a stranger with the same pid', async () => {
  const dataDir = tempFolder();
  const left = await leaveServerBehind(dataDir);
  process.kill(left.pid, 'SIGKILL');
  await until(() => processStart(left.pid) === null);
  const server = await start(dataDir);
  expect(server.adopted).toBe(false);
  await server.stop();

  const recordFile = join(dataDir, 'temporal.json');
  const record = JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, unknown>;
  const stranger = { ...record, pid: process.pid, processStart: processStart(process.pid) };
  writeFileSync(recordFile, JSON.stringify(stranger));
  expect(recordedServer(dataDir)).toBeNull();
  const again = await start(dataDir);
  expect(again.adopted).toBe(false);
});

it('says in one line that the server did not come up, and leaves nothing on record', async () => {
  const dataDir = tempFolder();
  const attempt = startEmbeddedServer({
    cliPath: '/bin/false',
    dataDir,
    searchAttributes: [],
    env: process.env,
  });
  await expect(attempt).rejects.toThrow('temporal.log');
  expect(existsSync(join(dataDir, 'temporal.json'))).toBe(false);
});

it('writes ahead, so that a backup may read its file while it works', async () => {
  const dataDir = tempFolder();
  const file = join(dataDir, 'temporal.db');
  // Bytes 18 and 19 of a SQLite file: 2 for write-ahead, 1 for a rollback journal.
  const journal = (): number[] => [...readFileSync(file).subarray(18, 20)];
  const first = await start(dataDir);
  expect(journal()).toEqual([2, 2]);
  await first.stop();
  // As an earlier version left it.
  const old = new Sqlite(file);
  old.pragma('journal_mode = DELETE');
  old.close();
  expect(journal()).toEqual([1, 1]);
  await start(dataDir);
  expect(journal()).toEqual([2, 2]);
});
