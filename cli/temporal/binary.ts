import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inBothLanguages, userError } from '../both-languages.ts';
import { takeLock } from '../bootstrap/pid-lock.mjs';
import { runLogged } from './run-logged.ts';

/** The newest release that `go install` can build: later ones need a module that is not published. */
export const temporalCliVersion = 'v1.5.1';
const quickGiveUpSeconds = 20;

export interface FindTemporalCli {
  /** TEMPORAL_CLI_PATH. */
  configuredPath: string | null;
  /** The person's cache folder (`~/.cache`); ours is `tongbao` in it. */
  cacheDir: string;
  /** The environment that child processes get; its PATH is searched. */
  env: NodeJS.ProcessEnv;
  progress: (line: string) => void;
}

/**
 * The path of the official `temporal` program, in the order of preference: TEMPORAL_CLI_PATH, PATH, our cache, the SDK's
 * download, `go install`. Throws UserError when none works.
 */
export async function findTemporalCli(options: FindTemporalCli): Promise<string> {
  if (options.configuredPath !== null) {
    const path = options.configuredPath;
    if (isExecutable(path)) return path;
    throw userError((t) => t.cli.runtime.temporalCliPathWrong({ path }));
  }
  const found = onPath('temporal', options.env) ?? cachedCli(options.cacheDir);
  if (found !== null) return found;

  const folder = cacheFolder(options.cacheDir);
  mkdirSync(folder, { recursive: true });
  const release = await waitForLock(join(folder, 'temporal-cli.lock'), options.progress);
  try {
    return cachedCli(options.cacheDir) ?? (await fetchCli(options, folder));
  } finally {
    release();
  }
}

/** The CLI if it is here already: configured, on PATH or cached. Fetches nothing. */
export function presentTemporalCli(options: Omit<FindTemporalCli, 'progress'>): string | null {
  if (options.configuredPath !== null)
    return isExecutable(options.configuredPath) ? options.configuredPath : null;
  return onPath('temporal', options.env) ?? cachedCli(options.cacheDir);
}

async function fetchCli(options: FindTemporalCli, folder: string): Promise<string> {
  const target = cliTarget(options.cacheDir);
  const logFile = join(folder, 'temporal-cli.log');
  const draft = join(folder, `temporal-cli-draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    options.progress(inBothLanguages((t) => t.cli.runtime.temporalCliDownloading()));
    const fetched =
      (await downloadWithSdk({ ...options, kind: 'cli', version: temporalCliVersion, draft, logFile })) ||
      (await compile(options, draft, logFile));
    const file = fetched ? firstExecutable(draft) : null;
    if (file === null) {
      throw userError((t) => t.cli.runtime.temporalCliMissing({ version: temporalCliVersion, logFile }));
    }
    mkdirSync(join(target, '..'), { recursive: true });
    renameSync(file, target);
    return target;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The SDK's own download into `draft`. Given up after 20 s without a first byte, so that being offline costs little. */
export async function downloadWithSdk(options: {
  kind: 'cli' | 'test-server';
  version: string;
  draft: string;
  logFile: string;
  env: NodeJS.ProcessEnv;
  progress: (line: string) => void;
}): Promise<boolean> {
  const script = fileURLToPath(new URL('download-with-sdk.mjs', import.meta.url));
  const ended = await runLogged({
    command: process.execPath,
    args: [script, options.kind, options.version, options.draft],
    env: options.env,
    logFile: options.logFile,
    onStillRunning: (seconds) => options.progress(stillWorking(seconds)),
    giveUp: (seconds) =>
      (seconds >= quickGiveUpSeconds && readdirSync(options.draft).length === 0) || seconds > 900,
  });
  return ended && firstExecutable(options.draft) !== null;
}

async function compile(options: FindTemporalCli, draft: string, logFile: string): Promise<boolean> {
  const go = onPath('go', options.env);
  if (go === null) return false;
  options.progress(inBothLanguages((t) => t.cli.runtime.temporalCliCompiling()));
  return runLogged({
    command: go,
    args: ['install', `github.com/temporalio/cli/cmd/temporal@${temporalCliVersion}`],
    // No workspace or vendoring of a surrounding Go project may get into the way.
    env: { ...options.env, GOBIN: draft, GOWORK: 'off', GOFLAGS: '' },
    cwd: draft,
    logFile,
    onStillRunning: (seconds) => options.progress(stillWorking(seconds)),
  });
}

const stillWorking = (seconds: number): string =>
  inBothLanguages((t) => t.cli.runtime.stillWorking({ seconds }));

/** Waits until this process holds the lock; says so when another one works. */
export async function waitForLock(path: string, progress: (line: string) => void): Promise<() => void> {
  let told = false;
  for (;;) {
    const lock = takeLock(path);
    if (lock.taken) return lock.release;
    const { pid } = lock;
    if (!told) progress(inBothLanguages((t) => t.cli.runtime.waitingForOther({ pid })));
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export const cacheFolder = (cacheDir: string): string => join(cacheDir, 'tongbao');

const cliTarget = (cacheDir: string): string =>
  join(cacheFolder(cacheDir), `temporal-cli-${temporalCliVersion.slice(1)}`, 'temporal');

function cachedCli(cacheDir: string): string | null {
  const path = cliTarget(cacheDir);
  return isExecutable(path) ? path : null;
}

export function onPath(name: string, env: NodeJS.ProcessEnv): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

export function firstExecutable(folder: string): string | null {
  return (
    readdirSync(folder)
      .map((name) => join(folder, name))
      .find(isExecutable) ?? null
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
