import type { Command } from 'commander';
import { inBothLanguages } from './both-languages.ts';

export interface PackOption {
  pack?: string;
}

/** For a year beside the one that TONGBAO_PACK names: a firm may be in this year's pack and in the next. */
export const withPack = (command: Command): Command =>
  command.option(
    '--pack <id>',
    inBothLanguages((t) => t.renewal.cli.describe.pack),
  );
