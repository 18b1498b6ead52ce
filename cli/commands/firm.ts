import { Option } from 'commander';
import type { Command } from 'commander';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { withLanguage } from '../language.ts';
import { move } from './firm-move/move.ts';
import type { MoveOptions } from './firm-move/move.ts';

/** `tongbao firm move`. */
export function register(program: Command, context: CliContext): void {
  const say = (key: keyof Texts['firmMove']['describe']): string =>
    inBothLanguages((t) => t.firmMove.describe[key]);
  const command = program
    .command('firm')
    .description(say('firm'))
    .command('move')
    .description(say('move'))
    .argument('<old>', say('oldUscc'))
    .argument('<new>', say('newUscc'))
    .addOption(new Option('--keep <old|new>', say('keep')).choices(['old', 'new']))
    .option('--yes', say('yes'));
  withLanguage(command).action((from: string, to: string, options: MoveOptions) =>
    move(context, { from, to }, options),
  );
}
