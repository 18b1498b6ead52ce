import type { AppHome } from './app-process.ts';

interface ShownEnrollment {
  enrollmentId: string;
  officialStatus: string;
  reportedStep: string | null;
  remindersDue: number;
  nextReminderAt: string | null;
}

/** What `tongbao status --json` says of a firm's enrollment. */
export async function enrollmentOf({ run }: AppHome, uscc: string): Promise<ShownEnrollment> {
  const { out } = await run(['status', uscc, '--json']);
  return (JSON.parse(out) as { enrollment: ShownEnrollment }).enrollment;
}
