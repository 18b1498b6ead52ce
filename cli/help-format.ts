import type { Command, Help } from 'commander';
import { inBothLanguages } from './both-languages.ts';
import { described } from './language.ts';
import { textWidth } from './table.ts';

const titles = {
  'Usage:': inBothLanguages((t) => t.commands.usage.title),
  'Options:': inBothLanguages((t) => t.commands.usage.options),
  'Commands:': inBothLanguages((t) => t.commands.usage.commands),
  'Arguments:': inBothLanguages((t) => t.commands.usage.arguments),
  'Global Options:': inBothLanguages((t) => t.commands.usage.globalOptions),
};

/** Help in both languages. Subcommands inherit it only when they are added afterwards. */
export function formatHelp(program: Command): void {
  program
    .configureHelp({
      helpWidth: 110,
      displayWidth: textWidth,
      styleTitle: (title) => (title in titles ? titles[title as keyof typeof titles] : title),
    } satisfies Partial<Help>)
    .helpOption('-h, --help', described('help'))
    .helpCommand('help [command]', described('helpCommand'));
}
