import { Command, CommanderError } from 'commander';
import { UserError } from '../knowledge/user-error.ts';
import { inBothLanguages } from './both-languages.ts';
import { tolerateClosedPipe } from './closed-pipe.ts';
import { CommandFailed } from './command-failed.ts';
import type { CliContext } from './context.ts';
import { formatHelp } from './help-format.ts';
import { described } from './language.ts';
import { usageErrorLine } from './usage-error.ts';

interface CommandModule {
  register: (program: Command, context: CliContext) => void;
}

/** Every command, in the order of the help. Only the one that is asked for is loaded: `start` alone takes a while. */
const commandModules: Record<string, () => Promise<CommandModule>> = {
  start: () => import('./commands/start.ts'),
  import: () => import('./commands/import.ts'),
  firms: () => import('./commands/firms.ts'),
  firm: () => import('./commands/firm.ts'),
  overview: () => import('./commands/overview.ts'),
  status: () => import('./commands/status.ts'),
  event: () => import('./commands/event.ts'),
  results: () => import('./commands/results.ts'),
  invite: () => import('./commands/invite.ts'),
  renewal: () => import('./commands/renewal.ts'),
  remind: () => import('./commands/remind.ts'),
  campaign: () => import('./commands/campaign.ts'),
  wecom: () => import('./commands/wecom.ts'),
  groups: () => import('./commands/groups.ts'),
  person: () => import('./commands/person.ts'),
  staff: () => import('./commands/staff.ts'),
  questions: () => import('./commands/questions.ts'),
  tickets: () => import('./commands/tickets.ts'),
  ask: () => import('./commands/ask.ts'),
  eval: () => import('./commands/eval.ts'),
  pack: () => import('./commands/pack.ts'),
  webhooks: () => import('./commands/webhooks.ts'),
  keys: () => import('./commands/keys.ts'),
  backup: () => import('./commands/backup.ts'),
  reconcile: () => import('./commands/reconcile.ts'),
  recover: () => import('./commands/recover.ts'),
  restore: () => import('./commands/restore.ts'),
  doctor: () => import('./commands/doctor.ts'),
  temporal: () => import('./commands/temporal.ts'),
};

/**
 * Runs one command of `tongbao`; `argv` is without Node and script. Resolves to the exit code: 0 done, 1 could not be
 * done (one line on standard error says why), 2 the command line is wrong. Never throws, never shows a stack trace.
 */
export async function runCli(argv: string[], context: CliContext): Promise<number> {
  tolerateClosedPipe(process.stdout);
  tolerateClosedPipe(process.stderr);
  try {
    const program = await createProgram(argv[0], context);
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error, context);
  }
}

async function createProgram(wanted: string | undefined, context: CliContext): Promise<Command> {
  const program = new Command('tongbao')
    .description(described('program'))
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.out(text.replace(/\n$/, '')),
      writeErr: (text) => context.err(text.replace(/\n$/, '')),
      // Said in both languages by `usageErrorLine`.
      outputError: () => undefined,
    });
  formatHelp(program);
  const known = wanted === undefined ? undefined : commandModules[wanted];
  const loaders = known === undefined ? Object.values(commandModules) : [known];
  for (const { register } of await Promise.all(loaders.map((load) => load()))) register(program, context);
  return program;
}

function exitCodeOf(error: unknown, context: CliContext): number {
  if (error instanceof CommandFailed) return error.exitCode;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // `tongbao staff` alone: Commander has shown that command's help.
    if (error.code !== 'commander.help') context.err(usageErrorLine(error));
    return 2;
  }
  if (error instanceof UserError) {
    context.err(`${error.zh} / ${error.en}`);
    return 1;
  }
  const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  context.err(inBothLanguages((t) => t.commands.unexpected({ message })));
  context.log.debug('cli.failed', { stack: error instanceof Error ? error.stack : undefined });
  return 1;
}
