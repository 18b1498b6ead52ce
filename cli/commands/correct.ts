import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { described, withLanguage } from '../language.ts';
import { changeOfficially } from '../official-change.ts';
import type { OfficialChangeOptions } from '../official-change.ts';

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('correct')
    .description(described('correct'))
    .argument('<USCC>', described('uscc'))
    .argument('<status>', described('eventStatus'))
    .requiredOption('--reason <reason>', described('reason'))
    .option('--event-id <id>', described('eventId'));
  withLanguage(command).action(async (uscc: string, status: string, options: OfficialChangeOptions) =>
    changeOfficially(context, 'correct', { uscc, status }, options),
  );
}
