import type { CommanderError } from 'commander';
import { inBothLanguages } from './both-languages.ts';

/** What Commander found wrong with the command line, in one line and both languages. */
export function usageErrorLine(error: CommanderError): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const option = (name.split(/[ ,]/).findLast((part) => part.startsWith('-')) ?? name).replace(/=.*/, '');
  return inBothLanguages(({ commands: { usage } }) => {
    switch (error.code) {
      case 'commander.unknownCommand':
        return usage.unknownCommand({ name });
      case 'commander.unknownOption':
        return usage.unknownOption({ name });
      case 'commander.missingArgument':
        return usage.missingArgument({ name });
      case 'commander.optionMissingArgument':
        return usage.optionWithoutValue({ name: option });
      case 'commander.excessArguments':
        return usage.tooManyArguments;
      case 'commander.invalidArgument': {
        const given = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? '';
        const allowed = /Allowed choices are (.*)\.$/.exec(error.message)?.[1]?.split(', ') ?? [];
        return usage.badValue({ name: option, value: given, allowed });
      }
      default:
        return usage.other({ message: error.message.replace(/^error: /, '') });
    }
  });
}
