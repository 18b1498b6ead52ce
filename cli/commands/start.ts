import type { Command } from 'commander';
import { startApp } from '../app/start-app.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { described } from '../language.ts';

export function register(program: Command, context: CliContext): void {
  program
    .command('start')
    .description(described('start'))
    .action(() => run(context));
}

async function run(context: CliContext): Promise<void> {
  const { settings, log } = context;
  const say: typeof inBothLanguages = (text) => {
    const line = inBothLanguages(text);
    context.err(line);
    return line;
  };
  const stopAsked = stopSignal();
  say((t) => t.app.starting);
  const { started, stop } = startApp(settings, log, (line) => context.err(line));
  const app = await Promise.race([started, stopAsked]);
  if (app === null) {
    say((t) => t.app.stopping);
    await stop();
    say((t) => t.app.stopped);
    // Something may still be fetched or built in the background: nothing of it is needed any more.
    process.exit();
  }

  if (app.temporal.adopted) say((t) => t.app.temporalAdopted({ address: app.temporal.address }));
  const { uiUrl } = app.temporal;
  if (uiUrl !== null) say((t) => t.app.temporalUi({ url: uiUrl }));
  const username = app.telegramUsername;
  say((t) => (username === null ? t.app.telegramOff : t.app.telegramReady({ username })));
  if (settings.mode === 'trial') say((t) => t.app.trialNote);
  say((t) => t.app.ready({ url: app.url }));
  say((t) => t.app.stopHint);

  const failure = await Promise.race([stopAsked, app.failed]);
  if (failure !== null) log.error('app.failed', { error: failure });
  say((t) => t.app.stopping);
  await stop();
  say((t) => t.app.stopped);
  if (failure !== null) throw userError((t) => t.app.failed, failure);
}

/** Resolves to null at the first Ctrl-C or SIGTERM. Later ones change nothing: stopping is bounded and in order. */
function stopSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  });
}
