import type { Command } from 'commander';
import type { Texts } from '../../../knowledge/locales/index.ts';
import { inBothLanguages } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { withLanguage } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import { importPack, keepPack, mergePack, publishPack, rollBackPack } from './change.ts';
import type { ChangeOptions, PackPlaces } from './change.ts';
import { exportPack } from './files.ts';
import { listRevisions } from './revisions.ts';

const help = (key: keyof Texts['packRevisions']['help']): string =>
  inBothLanguages((t) => t.packRevisions.help[key]);

/** `pack revisions|publish|rollback|export|import|merge|keep`: what the office makes of a pack. */
export function registerRevisions(pack: Command, context: CliContext, places: PackPlaces): void {
  const { folder } = places;
  const own = (id: string | undefined): string => id ?? context.settings.packId;
  const command = (name: keyof Texts['packRevisions']['help']): Command =>
    withLanguage(pack.command(name).description(help(name)));
  const changing = (name: 'publish' | 'rollback' | 'import' | 'merge' | 'keep'): Command =>
    command(name).option('--reason <text>', help('reason'));

  command('revisions')
    .argument('[id]', help('id'))
    .action((id: string | undefined, options: LanguageOption) =>
      listRevisions(context, own(id), options, folder),
    );
  for (const [name, act] of [
    ['publish', publishPack],
    ['rollback', rollBackPack],
  ] as const) {
    changing(name)
      .argument('<ref>', help('ref'))
      .option('--yes', help('yes'))
      .option('--force', help('force'))
      .action((ref: string, options: ChangeOptions) => act(context, ref, options, places));
  }
  for (const [name, act] of [
    ['merge', mergePack],
    ['keep', keepPack],
  ] as const) {
    changing(name)
      .argument('[id]', help('id'))
      .action((id: string | undefined, options: ChangeOptions) => act(context, own(id), options, places));
  }
  changing('import')
    .argument('<id>', help('id'))
    .argument('<folder>', help('folder'))
    .action((id: string, from: string, options: ChangeOptions) =>
      importPack(context, id, from, options, places),
    );
  command('export')
    .argument('<ref>', help('ref'))
    .argument('<folder>', help('folder'))
    .action((ref: string, to: string, options: LanguageOption) =>
      exportPack(context, ref, to, options, folder),
    );
}
