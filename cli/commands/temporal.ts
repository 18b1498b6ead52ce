import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { inBothLanguages, userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { findTemporalCli } from '../temporal/binary.ts';
import { recordedServer } from '../temporal/embedded-server.ts';

/** `tongbao temporal <args...>`: our `temporal` program against our server. Everything after the word is Temporal's. */
export function register(program: Command, context: CliContext): void {
  program
    .command('temporal')
    .description(inBothLanguages((t) => t.cli.temporal.help))
    .argument(
      '[args...]',
      inBothLanguages((t) => t.cli.temporal.args),
    )
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action((args: string[]) => runTemporal(args, context));
}

async function runTemporal(args: string[], context: CliContext): Promise<void> {
  const { settings } = context;
  const env = serverEnvironment(context);
  const cliPath = await findTemporalCli({
    configuredPath: settings.temporalCliPath,
    cacheDir: settings.cacheDir,
    env: settings.childEnv,
    progress: (line) => context.err(line),
  });
  const code = await passThrough(cliPath, args, env);
  if (code !== 0) throw new CommandFailed(code);
}

/** By environment, not by options: an `--address` among the arguments still wins. */
function serverEnvironment({ settings }: CliContext): NodeJS.ProcessEnv {
  // An address or profile of the person's own: Temporal's program reads the same variables and file as we do.
  if (settings.temporalAddress !== null) return settings.childEnv;
  const server = recordedServer(settings.dataDir);
  if (server === null) throw userError((t) => t.cli.temporal.notRunning());
  const others = Object.entries(settings.childEnv).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return {
    ...Object.fromEntries(others),
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: 'default',
  };
}

async function passThrough(cliPath: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  // The terminal's Ctrl-C reaches the child directly; this process waits for what the child makes of it.
  const wait = (): void => undefined;
  process.on('SIGINT', wait);
  try {
    const child = spawn(cliPath, args, { stdio: 'inherit', env });
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    process.removeListener('SIGINT', wait);
  }
}
