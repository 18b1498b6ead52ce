import { EnrollmentUnavailable } from '../activities/ports/services.ts';
import type { EnrollmentCommands } from '../activities/ports/services.ts';
import { UserError } from '../knowledge/user-error.ts';
import { userError } from './both-languages.ts';
import type { CliContext } from './context.ts';

/** Runs `use` with the running engine. Throws UserError where none runs, it does not answer, or it has no such enrollment. */
export async function withEngine<T>(
  context: CliContext,
  firmName: string | null,
  use: (commands: EnrollmentCommands) => Promise<T>,
): Promise<T> {
  const engine = await context.connectEngine().catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    throw userError((t) => t.commands.engineUnreachable, error);
  });
  if (engine === null) throw userError((t) => t.commands.engineNotRunning);
  try {
    return await use(engine.commands);
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    if (error.code === 'notFound' && firmName !== null)
      throw userError((t) => t.commands.notStartedYet({ name: firmName }), error);
    throw userError((t) => t.commands.engineUnreachable, error);
  }
}
