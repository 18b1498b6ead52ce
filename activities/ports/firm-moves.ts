import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';

/** How the enrollment of one pack goes on under the other code; see `knowledge/firms/move.ts`. */
export type PackMove = 'continues' | 'mergesKeepingTheirs' | 'mergesKeepingOwn';

export interface FirmMove {
  from: string;
  to: string;
  /** ISO 8601. */
  at: string;
  /** By pack. `theirs` is the standing of the firm that goes. */
  packs: Record<string, PackMove>;
}

export interface FirmMoveStore {
  /** The code under which a firm is followed now; any other code comes back as it is. */
  currentCode(uscc: string): Promise<string>;
  /** Enrollments that are stored under this very code, in all packs. */
  enrollmentsOf(uscc: string): Promise<EnrollmentSnapshot[]>;
  /**
   * Everything of a firm goes over to its other code, in one transaction: contacts, codes, officer, places on lists, names,
   * records of what was sent, and the enrollments, which must have ended as moved. Those that continue wait for their workflow.
   * The same again changes nothing.
   */
  complete(move: FirmMove): Promise<void>;
}
