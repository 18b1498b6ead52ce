import type { EnrollmentState } from './state.ts';

/**
 * What the office and the firm have said of an enrollment, as one text to compare: whoever decides says by which one. Messages
 * that went out in between leave it as it is, since nobody decides otherwise for them.
 */
export const standingMark = (state: EnrollmentState): string =>
  [
    ...[state.officialStatus, state.officialSince, state.reportedStep, state.reportedAt],
    ...[state.declinedAt, state.snoozedUntil, state.movedTo],
  ]
    .map((said) => said ?? '')
    .join('|');
