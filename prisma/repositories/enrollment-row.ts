import type { EnrollmentWanted, FirmFilter } from '../../activities/ports/store.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { initialState } from '../../knowledge/enrollment/machine.ts';
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

/** An enrollment as an import leaves it: invited, and waiting for its workflow, whose own versions begin at 1. */
export function waitingSnapshot(
  packId: string,
  { uscc, city }: { uscc: string; city: string },
  { trial, invitedAt, cadence }: EnrollmentWanted,
  predecessorId?: string,
): EnrollmentSnapshot {
  return {
    ...initialState(invitedAt),
    ...{ enrollmentId: enrollmentIdOf(packId, uscc), packId, uscc, city, trial, cadence },
    now: invitedAt,
    nextReminderAt: null,
    version: 0,
    ...(predecessorId === undefined ? {} : { predecessorId }),
  };
}

/** The row of an enrollment that waits for its workflow. */
export const waitingRow = (snapshot: EnrollmentSnapshot) => ({
  id: snapshot.enrollmentId,
  packId: snapshot.packId,
  uscc: snapshot.uscc,
  city: snapshot.city,
  ...projectionColumns(snapshot),
});

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
