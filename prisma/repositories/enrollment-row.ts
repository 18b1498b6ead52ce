import type { EnrollmentWanted, FirmFilter } from '../../activities/ports/store.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { initialState } from '../../knowledge/enrollment/machine.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import type { Enrollment, Prisma } from '../generated/client.ts';

/** The city is the firm's, which an import may correct while the workflow still has the one it was started with. */
export function snapshotOf(stored: Pick<Enrollment, 'snapshot' | 'city'>): EnrollmentSnapshot {
  return { ...(JSON.parse(stored.snapshot) as EnrollmentSnapshot), city: stored.city };
}

/** In the place of its status, for one that goes on under another code: no table or count takes it for a firm of its own. */
export const movedStatus = 'moved';

/** The columns that tables filter and count by, beside the whole snapshot. */
export function projectionColumns(snapshot: EnrollmentSnapshot) {
  return {
    officialStatus: snapshot.movedTo === null ? snapshot.officialStatus : movedStatus,
    reportedStep: snapshot.reportedStep,
    nextReminderAt: snapshot.nextReminderAt,
    changedAt: [snapshot.officialSince, snapshot.reportedAt ?? ''].reduce((a, b) => (a > b ? a : b)),
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
    officialStatus: filter.officialStatus ?? { not: movedStatus },
    ...(filter.reportedStep !== undefined && {
      reportedStep: filter.reportedStep === 'none' ? null : filter.reportedStep,
    }),
    // It waits in the snapshot alone: few ask, and an index for it would cost every change.
    ...(filter.declinedByWord === true && { snapshot: { contains: '"declinedAt":"' } }),
    ...(filter.nameContains !== undefined && { firm: isNamed(filter.nameContains) }),
  };
}

/** By its name, or one that it had. */
export const isNamed = (part: string): Prisma.FirmWhereInput => ({
  OR: [{ name: { contains: part } }, { formerNames: { some: { name: { contains: part } } } }],
});
