import type { EnrollmentEvent, EnrollmentState, Notice } from '../knowledge/enrollment/state.ts';

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
