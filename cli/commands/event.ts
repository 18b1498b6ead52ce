import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { officialStatusFrom } from '../firm-filter.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { withEngine } from '../require-engine.ts';

interface Options extends LanguageOption {
  reason?: string;
  eventId?: string;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('event')
    .description(described('event'))
    .argument('<USCC>', described('uscc'))
    .argument('<status>', described('eventStatus'))
    .option('--reason <reason>', described('reason'))
    .option('--event-id <id>', described('eventId'));
  withLanguage(command).action(async (uscc: string, status: string, options: Options) =>
    recordEvent(context, uscc, status, options),
  );
}

async function recordEvent(
  context: CliContext,
  argument: string,
  given: string,
  options: Options,
): Promise<void> {
  const status = officialStatusFrom('<status>', given);
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const { firm, enrollment } = await firmFromArgument(stores, pack.id, argument);
  const { name } = firm;
  if (enrollment === null) throw userError((t) => t.commands.firmNotTracked({ name }));
  const enrollmentId = enrollmentIdOf(pack.id, firm.uscc);
  const reason = options.reason?.trim() ?? '';
  const result = await withEngine(context, name, async (commands) =>
    commands.applyOfficialEvent({
      enrollmentId,
      eventId: options.eventId ?? `cli/${randomUUID()}`,
      source: 'cli',
      actor: 'cli',
      status,
      reason: reason === '' ? null : reason,
    }),
  );
  await stores.audit.record({
    actor: 'cli',
    action: 'officialEvent',
    target: enrollmentId,
    outcome: result.outcome,
    detail: status,
  });
  if (result.outcome === 'refused') {
    const { refusal } = result;
    context.err(inBothLanguages((t) => t.commands.event.refused({ name, refusal })));
    throw new CommandFailed();
  }
  const { event } = textsOf(options).commands;
  const now = { name, status: result.enrollment.officialStatus };
  context.out(result.outcome === 'applied' ? event.applied(now) : event.alreadyApplied(now));
}
