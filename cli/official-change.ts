import { randomUUID } from 'node:crypto';
import { EnrollmentUnavailable } from '../activities/ports/services.ts';
import { enrollmentIdOf } from '../workflows/contract.ts';
import { inBothLanguages, userError } from './both-languages.ts';
import { CommandFailed } from './command-failed.ts';
import type { CliContext } from './context.ts';
import { firmFromArgument } from './firm-argument.ts';
import { officialStatusFrom } from './firm-filter.ts';
import { textsOf } from './language.ts';
import type { LanguageOption } from './language.ts';
import { withEngine } from './require-engine.ts';

export interface OfficialChangeOptions extends LanguageOption {
  reason?: string;
  eventId?: string;
}

/** `event`: what happened. `correct`: a status that was entered wrongly. Both are kept in the audit with what came of them. */
export async function changeOfficially(
  context: CliContext,
  how: 'event' | 'correct',
  { uscc: argument, status: given }: { uscc: string; status: string },
  options: OfficialChangeOptions,
): Promise<void> {
  const status = officialStatusFrom('<status>', given);
  const reason = options.reason?.trim() ?? '';
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const row = await firmFromArgument(stores, pack.id, argument);
  const { firm, enrollment } = row;
  const { name } = firm;
  if (enrollment === null) throw userError((t) => t.commands.firmNotTracked({ name }));
  const enrollmentId = enrollmentIdOf(pack.id, firm.uscc);
  const audit = (outcome: string): Promise<void> =>
    stores.audit.record({
      actor: 'cli',
      action: how === 'event' ? 'officialEvent' : 'correctStatus',
      target: enrollmentId,
      outcome,
      detail: status,
    });
  const result = await withEngine(context, row, async (commands) => {
    const event = {
      ...{ enrollmentId, eventId: options.eventId ?? `cli/${randomUUID()}`, status },
      ...({ source: 'cli', actor: 'cli' } as const),
    };
    const change =
      how === 'event'
        ? commands.applyOfficialEvent({ ...event, reason: reason === '' ? null : reason })
        : commands.correctStatus({ ...event, reason });
    return change.catch(async (error: unknown) => {
      // It may still take effect: who asked for it must be known then.
      if (error instanceof EnrollmentUnavailable && error.code === 'noAnswer') await audit('noAnswer');
      throw error;
    });
  });
  await audit(result.outcome);
  if (result.outcome === 'refused') {
    const { refusal } = result;
    context.err(inBothLanguages((t) => t.commands.event.refused({ name, refusal })));
    throw new CommandFailed();
  }
  const { commands, care } = textsOf(options);
  const now = { name, status: result.enrollment.officialStatus };
  const contacts = row.linkedContacts;
  if (result.outcome === 'alreadyApplied') context.out(commands.event.alreadyApplied(now));
  else if (how === 'event') context.out(commands.event.applied({ ...now, contacts }));
  else context.out(care.correct.done({ firm: name, status: now.status, contacts }));
}
