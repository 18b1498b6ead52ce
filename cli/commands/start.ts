import { Option } from 'commander';
import type { Command } from 'commander';
import { startApp } from '../app/start-app.ts';
import type { RunningApp } from '../app/start-app.ts';
import type { WayToConsole } from '../app/way-to-console.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { roles } from '../instance-lock.ts';
import type { Role } from '../instance-lock.ts';
import { described } from '../language.ts';
import type { Settings } from '../settings.ts';

export function register(program: Command, context: CliContext): void {
  program
    .command('start')
    .description(described('start'))
    .addOption(new Option(`--role <${roles.join('|')}>`, described('role')).choices([...roles]))
    .action((options: { role?: Role }) => run(context, options.role ?? null));
}

async function run(context: CliContext, role: Role | null): Promise<void> {
  const { settings, log } = context;
  const say: typeof inBothLanguages = (text) => {
    const line = inBothLanguages(text);
    context.err(line);
    return line;
  };
  const stopAsked = stopSignal();
  say((t) => t.app.starting);
  const { started, stop } = startApp(settings, log, {
    role,
    progress: (line) => context.err(line),
  });
  const app = await Promise.race([started, stopAsked]);
  if (app === null) {
    say((t) => t.app.stopping);
    await stop();
    say((t) => t.app.stopped);
    // Something may still be fetched or built in the background: nothing of it is needed any more.
    process.exit();
  }

  if (role === null) announce(app, settings.mode, say, (line) => context.err(line));
  else {
    say((t) => t.app.roleReady({ role }));
    if (app.console !== null) sayWayToConsole(app.console, say, (line) => context.err(line));
  }
  say((t) => t.app.stopHint);

  const failure = await Promise.race([stopAsked, app.failed]);
  if (failure !== null) log.error('app.failed', { error: failure });
  say((t) => t.app.stopping);
  await stop();
  say((t) => t.app.stopped);
  if (failure !== null) throw userError((t) => t.app.failed, failure);
}

function announce(
  app: RunningApp,
  mode: Settings['mode'],
  say: typeof inBothLanguages,
  line: CliContext['err'],
): void {
  const { console: way, telegramUsername: username, temporal, url } = app;
  const { uiUrl } = temporal;
  if (temporal.adopted) say((t) => t.app.temporalAdopted({ address: temporal.address }));
  if (uiUrl !== null) say((t) => t.app.temporalUi({ url: uiUrl }));
  say((t) => (username === null ? t.app.telegramOff : t.app.telegramReady({ username })));
  if (mode === 'trial') say((t) => t.app.trialNote);
  if (way !== null) sayWayToConsole(way, say, line);
  if (url !== null) say((t) => t.app.ready({ url }));
}

function sayWayToConsole(way: WayToConsole, say: typeof inBothLanguages, line: CliContext['err']): void {
  say((t) => t.app.console[way.kind]);
  // Alone on its line, which a terminal makes a link of.
  if (way.kind !== 'inviteFirst') line(way.url);
}

/** Resolves to null at the first Ctrl-C or SIGTERM. Later ones change nothing: stopping is bounded and in order. */
function stopSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  });
}
