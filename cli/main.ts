import { UserError } from '../knowledge/user-error.ts';
import { createCliContext } from './create-context.ts';
import { runCli } from './program.ts';
import { settingsOfProcess } from './settings.ts';
import type { Settings } from './settings.ts';

/** Runs one `tongbao` command; resolves to the exit code. */
export async function main(argv: string[]): Promise<number> {
  // Databases, logs and files of codes hold firms' contacts: whatever is made here or by a child is its owner's alone.
  process.umask(0o077);
  const settings = readSettingsOrSay();
  if (settings === null) return 1;
  const { context, close } = createCliContext(settings);
  try {
    return await runCli(argv, context);
  } finally {
    await close();
  }
}

function readSettingsOrSay(): Settings | null {
  try {
    return settingsOfProcess();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return null;
  }
}
