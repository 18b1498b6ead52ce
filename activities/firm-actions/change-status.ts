import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { OfficialChangeResult, OfficialChangeWanted } from '../ports/firm-actions.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';
import type { FirmActionPorts } from './ports.ts';

/** Asks the enrollment, which alone knows what is allowed and whether it still is as it was seen. */
export async function changeStatus(
  { stores, commands }: Pick<FirmActionPorts, 'stores' | 'commands'>,
  { packId, uscc, staffId, status, reason, correction, basedOn, requestId }: OfficialChangeWanted,
): Promise<OfficialChangeResult> {
  const enrollmentId = enrollmentIdOf(packId, uscc);
  const eventId = `console/${staffId}/${requestId}`;
  const event = { enrollmentId, eventId, source: 'staff', actor: staffId, status, basedOn } as const;
  const given = reason.trim();
  const asked = correction
    ? commands.correctStatus({ ...event, reason: given })
    : commands.applyOfficialEvent({ ...event, reason: given === '' ? null : given });
  const result = await asked.then(
    (made): OfficialChangeResult =>
      made.outcome === 'refused' ? { outcome: 'refused', refusal: made.refusal } : { outcome: made.outcome },
    (error: unknown): OfficialChangeResult => {
      if (!(error instanceof EnrollmentUnavailable)) throw error;
      return { outcome: 'unavailable', code: error.code };
    },
  );
  await stores.audit.record({
    ...{ actor: staffId, action: 'console.officialChange', target: enrollmentId },
    ...{ outcome: outcomeOf(result), detail: JSON.stringify({ status, correction }) },
  });
  return result;
}

function outcomeOf(result: OfficialChangeResult): string {
  switch (result.outcome) {
    case 'refused':
      return `refused ${result.refusal.code}`;
    case 'unavailable':
      return `unavailable ${result.code}`;
    default:
      return result.outcome;
  }
}
