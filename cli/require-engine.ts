import { EnrollmentUnavailable } from '../activities/ports/services.ts';
import type { EnrollmentCommands } from '../activities/ports/services.ts';
import type { FirmRow } from '../activities/ports/store.ts';
import { isOver } from '../knowledge/enrollment/machine.ts';
import { UserError } from '../knowledge/user-error.ts';
import { userError } from './both-languages.ts';
import type { CliContext, CliEngine } from './context.ts';

/** The running engine. Throws UserError where none runs or it cannot be reached. */
export async function requireEngine(context: CliContext): Promise<CliEngine> {
  const engine = await context.connectEngine().catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    throw userError((t) => t.commands.engineUnreachable, error);
  });
  if (engine === null) throw userError((t) => t.commands.engineNotRunning);
  return engine;
}

/** Runs `use` with the running engine. Throws UserError where none runs, it does not answer, or it does not follow `row`. */
export async function withEngine<T>(
  context: CliContext,
  row: FirmRow | null,
  use: (commands: EnrollmentCommands) => Promise<T>,
): Promise<T> {
  const engine = await requireEngine(context);
  try {
    return await use(engine.commands);
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    if (error.code === 'notFound' && row !== null) throw notFollowed(row, error);
    throw userError(
      (t) => (error.code === 'noAnswer' ? t.commands.engineSilent : t.commands.engineUnreachable),
      error,
    );
  }
}

/** Each waits as long as a person would. */
const mostTries = 4;

/** The same change again while there is no answer: its event counts once. Once unanswered, it may have been made. */
export async function persistently<T>(change: () => Promise<T>): Promise<T> {
  let silence: EnrollmentUnavailable | null = null;
  for (let tries = 1; ; tries += 1) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof EnrollmentUnavailable) || error.code === 'notFound') throw error;
      if (error.code === 'noAnswer') silence = error;
      if (silence === null || tries >= mostTries) throw silence ?? error;
    }
  }
}

function notFollowed({ firm: { name }, enrollment }: FirmRow, cause: unknown): UserError {
  if (enrollment === null || enrollment.version === 0)
    return userError((t) => t.commands.notStartedYet({ name }), cause);
  const { officialStatus: status } = enrollment;
  return userError(
    (t) =>
      isOver(status) ? t.commands.trackingEnded({ name, status }) : t.commands.trackingLost({ name, status }),
    cause,
  );
}
