import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import { freePort } from '../../cli/temporal/free-port.ts';
import { launcher, projectDir, runTongbao } from './run-tongbao.ts';
import { temporalCliPath } from './temporal-cli.ts';
import { until } from './until.ts';

/** A busy machine takes its time. */
const startsWithinMs = 180_000;

/** A folder, ports and settings in which `tongbao` runs as an office would run it: as processes of their own. */
export interface AppHome {
  dataDir: string;
  url: string;
  env: NodeJS.ProcessEnv;
  /** Runs one command to its end. */
  run: (args: string[], input?: string) => Promise<{ code: number | null; out: string; err: string }>;
  /** Starts a command and leaves it running. */
  spawn(args: string[]): AppProcess;
  /** `tongbao start`, waited for until `/readyz` says yes. */
  start(): Promise<AppProcess>;
  /** Ends what runs, in order, and removes the folder. */
  dispose(): Promise<void>;
}

interface AppProcess {
  pid: number;
  output(): string;
  /** Resolves to the exit code, or to the signal's name. */
  exited: Promise<number | string>;
  kill(signal: NodeJS.Signals): Promise<number | string>;
}

export async function makeAppHome(extra: NodeJS.ProcessEnv = {}): Promise<AppHome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tongbao-app-'));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    TONGBAO_DATA_DIR: dataDir,
    TONGBAO_PORT: String(port),
    TEMPORAL_CLI_PATH: await temporalCliPath(),
    ...extra,
  };
  const url = `http://127.0.0.1:${port}`;
  const started: AppProcess[] = [];

  const home: AppHome = {
    dataDir,
    url,
    env,
    run: (args, input) => runTongbao(env, args, input),
    spawn(args) {
      const child = toAppProcess(
        spawn(process.execPath, [launcher, ...args], { cwd: projectDir, env, stdio: 'pipe' }),
      );
      started.push(child);
      return child;
    },
    async start() {
      const app = home.spawn(['start']);
      let gone: number | string | null = null;
      void app.exited.then((how) => (gone = how));
      await until(async () => {
        if (gone !== null) throw new Error(`tongbao start ended with ${gone}:\n${app.output()}`);
        return (await fetch(`${url}/readyz`).catch(() => null))?.status === 200;
      }, startsWithinMs);
      return app;
    },
    async dispose() {
      for (const app of started) await app.kill('SIGTERM');
      endLeftOverTemporal(dataDir);
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return home;
}

/** A killed app leaves its Temporal server behind by design. */
function endLeftOverTemporal(dataRoot: string): void {
  for (const mode of ['trial', 'live']) {
    const left = recordedServer(join(dataRoot, mode));
    if (left !== null) process.kill(left.pid, 'SIGKILL');
  }
}

function toAppProcess(child: ChildProcess): AppProcess {
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? -1));
  });
  return {
    pid: child.pid ?? -1,
    output: () => output,
    exited,
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exited;
    },
  };
}
