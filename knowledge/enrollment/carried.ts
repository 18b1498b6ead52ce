import { stateOf } from './machine.ts';
import type { EnrollmentSnapshot, EnrollmentState, Notice } from './state.ts';

/** What an enrollment's workflow begins with when it goes on from an earlier one. */
export interface CarriedEnrollment {
  state: EnrollmentState;
  nextSeq: number;
  /** IDs of the latest events, oldest first: the same event twice is one. */
  recentEventIds: string[];
  clockOffsetMs: number;
  /** Not told to an end yet. Absent for none. */
  notices?: Notice[];
}

/** Enough for every retry that a caller may still make; older IDs are forgotten, so that the state stays small. */
export const rememberedEventIds = 200;

/** What the projection knows of an enrollment, enough to start its workflow again exactly where it was. */
export interface StoredEnrollment {
  snapshot: EnrollmentSnapshot;
  /** `seq` of the last entry of the timeline; 0 for none. */
  lastSeq: number;
  /** Event IDs of the latest entries of the timeline, oldest first. */
  recentEventIds: string[];
}

/** Null for an enrollment whose workflow has never spoken: it starts from its invitation. */
export function carriedFrom({
  snapshot,
  lastSeq,
  recentEventIds,
}: StoredEnrollment): CarriedEnrollment | null {
  if (snapshot.version === 0 || lastSeq === 0) return null;
  const { pendingNotices } = snapshot;
  return {
    state: stateOf(snapshot),
    nextSeq: lastSeq + 1,
    recentEventIds,
    clockOffsetMs: snapshot.clockOffsetMs ?? 0,
    ...(pendingNotices === undefined ? {} : { notices: pendingNotices }),
  };
}
