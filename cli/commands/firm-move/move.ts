import { moveFirm } from '../../../activities/firm-moves/move-firm.ts';
import type { MoveOutcome } from '../../../activities/firm-moves/move-firm.ts';
import type { Keep, MovePlan } from '../../../knowledge/firms/move.ts';
import { inBothLanguages } from '../../both-languages.ts';
import { CommandFailed } from '../../command-failed.ts';
import type { CliContext } from '../../context.ts';
import { textsOf } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import { requireEngine, withEngine } from '../../require-engine.ts';
import { readPlan } from './read-plan.ts';
import { planLines } from './show.ts';

export interface MoveOptions extends LanguageOption {
  keep?: Keep;
  yes?: true;
}

/** Corrects a firm's code, or merges it into another: a preview, and with `--yes` for good. */
export async function move(
  context: CliContext,
  given: { from: string; to: string },
  options: MoveOptions,
): Promise<void> {
  const { firmMove } = textsOf(options);
  const stores = await context.openStores();
  const plan = await readPlan(context, stores, given, options.keep ?? null);
  if (plan.outcome === 'already') {
    context.out(firmMove.already(plan));
    return;
  }
  const contacts = await stores.identities.contactsOf(plan.from.uscc);
  const people = new Set(contacts.map(({ personId }) => personId)).size;
  for (const line of planLines(plan, people, textsOf(options))) context.out(line);
  if (options.yes !== true) {
    context.out(firmMove.preview);
    return;
  }
  const { from, to, target } = plan;
  const audit = (outcome: string): Promise<void> =>
    stores.audit.record({ actor: 'cli', action: 'moveFirm', target: to, outcome, detail: from.uscc });
  const engine = await requireEngine(context);
  // Who asked for it must be known, should it be broken off.
  await audit('begun');
  const made = await withEngine(context, null, (commands) =>
    moveFirm(
      {
        ...{ stores, commands, workflows: engine.workflows },
        startWaitingEnrollments: () => engine.startWaitingEnrollments(),
        clock: { now: () => context.now?.() ?? new Date() },
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      plan,
    ),
  );
  await audit(made.outcome);
  failUnlessMoved(context, plan, made);
  context.out(firmMove.done({ name: (target ?? from).name, to }));
}

function failUnlessMoved(context: CliContext, { from: { name } }: MovePlan, made: MoveOutcome): void {
  switch (made.outcome) {
    case 'moved':
      return;
    case 'stillSending':
      context.err(inBothLanguages((t) => t.firmMove.stillSending));
      throw new CommandFailed();
    case 'refused': {
      const { refusal } = made;
      context.err(inBothLanguages((t) => t.commands.event.refused({ name, refusal })));
      throw new CommandFailed();
    }
  }
}
