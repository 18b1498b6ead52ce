import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { officialStatusFrom } from '../firm-filter.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { persistently, withEngine } from '../require-engine.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';

interface Options extends LanguageOption, PackOption {
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
  withLanguage(withPack(command)).action(async (uscc: string, status: string, options: Options) =>
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
  const pack = await context.loadPack(options.pack);
  const stores = await context.openStores();
  const row = await firmFromArgument(stores, pack.id, argument);
  const { firm, enrollment } = row;
  const { name } = firm;
  if (enrollment === null) throw userError((t) => t.commands.firmNotTracked({ name }));
  const enrollmentId = enrollmentIdOf(pack.id, firm.uscc);
  const reason = options.reason?.trim() ?? '';
  const audit = (outcome: string): Promise<void> =>
    stores.audit.record({
      actor: 'cli',
      action: 'officialEvent',
      target: enrollmentId,
      outcome,
      detail: status,
    });
  const event = {
    enrollmentId,
    eventId: options.eventId ?? `cli/${randomUUID()}`,
    source: 'cli',
    actor: 'cli',
    status,
    reason: reason === '' ? null : reason,
  } as const;
  const result = await withEngine(context, row, (commands) =>
    persistently(() => commands.applyOfficialEvent(event)).catch(async (error: unknown) => {
      // It may still take effect: who asked for it must be known then.
      if (!(error instanceof EnrollmentUnavailable) || error.code !== 'noAnswer') throw error;
      await audit('noAnswer');
      throw userError((t) => t.commands.event.noAnswer({ eventId: event.eventId }), error);
    }),
  );
  await audit(result.outcome);
  if (result.outcome === 'refused') {
    const { refusal } = result;
    context.err(inBothLanguages((t) => t.commands.event.refused({ name, refusal })));
    throw new CommandFailed();
  }
  const { event: texts } = textsOf(options).commands;
  const now = { name, status: result.enrollment.officialStatus };
  const contacts = row.linkedContacts;
  context.out(result.outcome === 'applied' ? texts.applied({ ...now, contacts }) : texts.alreadyApplied(now));
}
