import type { Command } from 'commander';
import { inBothLanguages } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { described, withLanguage } from '../language.ts';
import { withPack } from '../pack-option.ts';
import { declareListComplete } from './renewal/list-complete.ts';
import { openRenewal } from './renewal/open.ts';
import type { RenewalOptions } from './renewal/plan.ts';
import { showRenewal } from './renewal/show.ts';

/** `tongbao renewal preview`, `open`, `report`, `list-complete`. */
export function register(program: Command, context: CliContext): void {
  const say = (key: 'renewal' | 'preview' | 'open' | 'report' | 'listComplete' | 'out'): string =>
    inBothLanguages((t) => t.renewal.cli.describe[key]);
  const renewal = program.command('renewal').description(say('renewal'));
  const add = (
    command: Command,
    run: (context: CliContext, options: RenewalOptions) => Promise<void>,
  ): void => {
    withLanguage(withPack(command)).action((options: RenewalOptions) => run(context, options));
  };
  const named = (name: string, description: string): Command =>
    renewal.command(name).description(description);
  add(named('preview', say('preview')).option('--out <file>', say('out')), (on, options) =>
    showRenewal(on, options, 'preview'),
  );
  add(named('open', say('open')).option('--yes', described('yes')), openRenewal);
  add(named('report', say('report')).option('--out <file>', say('out')), (on, options) =>
    showRenewal(on, options, 'report'),
  );
  add(named('list-complete', say('listComplete')).option('--yes', described('yes')), declareListComplete);
}
