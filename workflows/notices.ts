import type { NotificationKind } from '../activities/ports/store.ts';
import type { EnrollmentEvent, EnrollmentState } from '../knowledge/enrollment/state.ts';

/** A message that a change of the enrollment causes. Codes and IDs; the text is made where it is sent. */
export interface Notice {
  /** Unique for the change that caused it: versions never repeat. */
  key: string;
  kind: NotificationKind;
  data: Record<string, string | number | null>;
}

/** Who must be told of an event: contacts of every official change, staff when a firm says that it has submitted. */
export function noticesAfter(enrollmentId: string, event: EnrollmentEvent, state: EnrollmentState): Notice[] {
  const { version } = state;
  if (event.type === 'officialChanged') {
    const data = { status: state.officialStatus, reason: state.officialReason };
    return [{ key: `notice/${enrollmentId}/${version}`, kind: 'statusNotice', data }];
  }
  if (event.type === 'stepReported' && event.step === 'submitted') {
    return [{ key: `verify/${enrollmentId}/${version}`, kind: 'verifySubmission', data: {} }];
  }
  return [];
}
