import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { searchAttributeNames } from '../../workflows/contract.ts';
import { journalArguments } from '../../cli/temporal/spawn-server.ts';
import { freePort } from '../../cli/temporal/free-port.ts';
import { temporalCliPath } from './temporal-cli.ts';

export interface TestTemporalServer {
  address: string;
  stop(): Promise<void>;
}

/** A real Temporal dev server of its own, in a temporary folder, with our search attributes unless others are named. */
export async function startTemporalServer(
  moreArgs: string[] = [],
  searchAttributes: string[] = Object.values(searchAttributeNames),
): Promise<TestTemporalServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-temporal-'));
  const [cli, port] = [await temporalCliPath(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const child = spawn(
    cli,
    [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'error', ...journalArguments],
      ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
      ...moreArgs,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(address, () => child.exitCode !== null);
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(address: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (hasEnded()) throw new Error('The Temporal server ended while starting');
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
