import type { Command } from 'commander';
import { findLost } from '../../activities/recovery/find-lost.ts';
import { recoverableKinds } from '../../activities/recovery/recoverable-kinds.ts';
import type { CliContext } from '../context.ts';
import { textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { aloneInRecovery } from '../recovery-lock.ts';
import { requireEngine } from '../require-engine.ts';
import { inRecovery } from './recovery/described.ts';

interface Options extends LanguageOption {
  yes?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('recover')
    .description(inRecovery('recover'))
    .option('--yes', inRecovery('recoverYes'));
  withLanguage(command).action((options: Options) =>
    options.yes === true
      ? aloneInRecovery(context.settings, () => recover(context, options))
      : recover(context, options),
  );
}

async function recover(context: CliContext, options: Options): Promise<void> {
  const engine = await requireEngine(context);
  const stores = await context.openStores();
  const { recover: texts } = textsOf(options).recovery;
  const found = await findLost(recoverableKinds({ stores, commands: engine.commands }), engine.workflows);
  for (const { kind, wanted, lost } of found)
    if (wanted > 0) context.out(texts.found({ kind, wanted, lost: lost.length }));
  const lost = found.flatMap(({ kind, lost: items }) => items.map((item) => ({ kind, ...item })));
  if (lost.length === 0) {
    context.out(texts.nothing);
    return;
  }
  if (options.yes !== true) {
    if (context.settings.temporalAddress !== null) context.out(texts.elsewhere);
    context.out(texts.preview);
    return;
  }
  for (const { kind, id, recover: recoverOne } of lost) {
    await stores.audit.record({ actor: 'cli', action: 'recover', target: id, outcome: kind });
    await recoverOne();
  }
  await engine.startWaitingEnrollments();
  context.out(texts.done({ count: lost.length }));
}
