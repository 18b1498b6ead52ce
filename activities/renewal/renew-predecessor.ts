import type { ActivityPorts } from '../ports/activity-ports.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';

/** Firms may change their code more than once a year; a ring of moves would be a mistake somewhere else. */
const mostMoves = 5;

/** Tells the enrollment of the year before that it went over into this one. Its firm hears of that from this one. Idempotent. */
export async function renewPredecessor(
  ports: ActivityPorts,
  { predecessorId, enrollmentId }: { predecessorId: string; enrollmentId: string },
): Promise<void> {
  const to = await whereItWent(ports, predecessorId);
  try {
    const result = await ports.commands.applyOfficialEvent({
      ...{ enrollmentId: to, eventId: `renewed/${enrollmentId}`, status: 'renewed', reason: null },
      ...{ source: 'system', actor: 'renewal' },
    });
    if (result.outcome === 'refused') {
      ports.log.warn('renewal.predecessorRefused', { enrollmentId: to, code: result.refusal.code });
    }
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable) || error.code !== 'notFound') throw error;
    // It is over: terminated, expired, or renewed by staff.
    ports.log.info('renewal.predecessorOver', { enrollmentId: to });
  }
}

async function whereItWent(ports: ActivityPorts, enrollmentId: string): Promise<string> {
  let at = enrollmentId;
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const next = (await ports.stores.enrollments.find(at))?.movedTo ?? null;
    if (next === null) break;
    at = next;
  }
  return at;
}
