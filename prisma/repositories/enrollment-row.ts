import type { EnrollmentWanted, FirmFilter } from '../../activities/ports/store.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import type { Enrollment, Prisma } from '../generated/client.ts';

/** The city is the firm's, which an import may correct while the workflow still has the one it was started with. */
export function snapshotOf(stored: Pick<Enrollment, 'snapshot' | 'city'>): EnrollmentSnapshot {
  return { ...(JSON.parse(stored.snapshot) as EnrollmentSnapshot), city: stored.city };
}

/** The columns that tables filter and count by, beside the whole snapshot. */
export function projectionColumns(snapshot: EnrollmentSnapshot) {
  return {
    officialStatus: snapshot.officialStatus,
    reportedStep: snapshot.reportedStep,
    nextReminderAt: snapshot.nextReminderAt,
    trial: snapshot.trial,
    snapshot: JSON.stringify(snapshot),
  };
}

/** An enrollment as an import leaves it: invited, and waiting for its workflow. */
export function waitingSnapshot(
  packId: string,
  firm: { uscc: string; city: string },
  wanted: EnrollmentWanted,
): EnrollmentSnapshot {
  return {
    enrollmentId: `${packId}/${firm.uscc}`,
    packId,
    uscc: firm.uscc,
    city: firm.city,
    trial: wanted.trial,
    now: wanted.invitedAt,
    nextReminderAt: null,
    cadence: wanted.cadence,
    officialStatus: 'invited',
    officialSince: wanted.invitedAt,
    officialReason: null,
    reportedStep: null,
    reportedAt: null,
    invitedAt: wanted.invitedAt,
    snoozedUntil: null,
    remindersDue: 0,
    lastReminderAt: null,
    version: 0,
  };
}

export function enrollmentsMatching(
  packId: string,
  filter: Omit<FirmFilter, 'packId'>,
): Prisma.EnrollmentWhereInput {
  return {
    packId,
    ...(filter.city !== undefined && { city: filter.city }),
    ...(filter.officialStatus !== undefined && { officialStatus: filter.officialStatus }),
    ...(filter.reportedStep !== undefined && {
      reportedStep: filter.reportedStep === 'none' ? null : filter.reportedStep,
    }),
    ...(filter.nameContains !== undefined && { firm: { name: { contains: filter.nameContains } } }),
  };
}
