import type { EnrollmentEvent, EnrollmentState, Notice } from '../knowledge/enrollment/state.ts';

/** Who must be told of an event: contacts of what is official, staff of what a firm says that they have to act on. */
export function noticesAfter(enrollmentId: string, event: EnrollmentEvent, state: EnrollmentState): Notice[] {
  const notice = (name: string, kind: Notice['kind'], data: Notice['data'] = {}): Notice[] => [
    { key: `${name}/${enrollmentId}/${state.version}`, kind, data },
  ];
  switch (event.type) {
    case 'officialChanged':
      // The firm hears of the next year's enrollment from that one.
      if (event.status === 'renewed') return [];
      return notice('notice', 'statusNotice', { status: state.officialStatus, reason: state.officialReason });
    case 'officialCorrected':
      return notice('notice', 'statusNotice', {
        status: state.officialStatus,
        reason: state.officialReason,
        corrected: 1,
      });
    case 'stepReported':
      return event.step === 'submitted' ? notice('verify', 'verifySubmission') : [];
    case 'declinedByFirm':
      return notice('declined', 'firmDeclined');
    case 'renewalRefused':
      return notice('renewal', 'renewalRefused', {
        nextPack: event.nextPack,
        codes: event.codes.join(','),
        givenUsd: event.givenUsd,
      });
    case 'contactLinked':
      return notice('contact', 'contactLinked', { personId: event.personId, by: event.by });
    default:
      return [];
  }
}
