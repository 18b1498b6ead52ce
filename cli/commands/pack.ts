import type { Command } from 'commander';
import { packsFolder } from '../../activities/load-pack.ts';
import { createAnsweringThreads } from '../app/answering/answering-threads.ts';
import { shippedSets } from '../app/answering/evaluate-revision.ts';
import { inBothLanguages } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { checkPackFiles } from './pack/check.ts';
import { createPack } from './pack/create.ts';
import type { CreateOptions } from './pack/create.ts';
import { comparePacks } from './pack/diff.ts';
import { registerRevisions } from './pack/register-revisions.ts';

/** `tongbao pack check [id]`, `pack new <id>`, `pack diff <a> <b>`, and what the office makes of a pack. */
export function register(
  program: Command,
  context: CliContext,
  folder = packsFolder,
  evaluation = { sets: shippedSets, openThreads: createAnsweringThreads },
): void {
  const pack = program.command('pack').description(inBothLanguages((t) => t.pack.help.pack));
  pack
    .command('check')
    .description(inBothLanguages((t) => t.pack.help.check))
    .argument(
      '[id]',
      inBothLanguages((t) => t.pack.help.id),
    )
    .action((id: string | undefined) => checkPackFiles(id ?? context.settings.packId, context, folder));
  pack
    .command('new')
    .description(inBothLanguages((t) => t.pack.help.create))
    .argument(
      '<id>',
      inBothLanguages((t) => t.pack.help.newId),
    )
    .option(
      '--province <name>',
      inBothLanguages((t) => t.pack.help.province),
    )
    .option(
      '--year <year>',
      inBothLanguages((t) => t.pack.help.year),
    )
    .option(
      '--from <id>',
      inBothLanguages((t) => t.pack.help.from),
    )
    .action((id: string, options: CreateOptions) => createPack(id, options, context, folder));
  pack
    .command('diff')
    .description(inBothLanguages((t) => t.pack.help.diff))
    .argument(
      '<older>',
      inBothLanguages((t) => t.pack.help.older),
    )
    .argument(
      '<newer>',
      inBothLanguages((t) => t.pack.help.newer),
    )
    .action((older: string, newer: string) => comparePacks(older, newer, context, folder));
  registerRevisions(pack, context, { folder, ...evaluation });
}
