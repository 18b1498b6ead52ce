import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { UnavailableCode } from '../../activities/ports/services.ts';
import type { ChangeResult } from '../../workflows/contract.ts';

export type ChangeOutcome = ChangeResult | { outcome: 'unavailable'; code: UnavailableCode };

/** A command's result, with the engine's absence as one of the outcomes. Other errors pass. */
export async function tryChange(command: () => Promise<ChangeResult>): Promise<ChangeOutcome> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof EnrollmentUnavailable) return { outcome: 'unavailable', code: error.code };
    throw error;
  }
}
