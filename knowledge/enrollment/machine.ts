import { reportedSteps } from './state.ts';
import type {
  EnrollmentEvent,
  EnrollmentState,
  OfficialStatus,
  Refusal,
  ReportedStep,
  Transition,
} from './state.ts';

/** What an official status may become. Nothing leads out of `terminated` and `expired`: those enrollments are over. */
const officialTransitions: Record<OfficialStatus, readonly OfficialStatus[]> = {
  invited: ['submitted', 'approved', 'returned', 'terminated'],
  submitted: ['approved', 'returned', 'terminated'],
  approved: ['inForce', 'returned', 'terminated'],
  returned: ['invited', 'submitted', 'approved', 'terminated'],
  inForce: ['expired', 'terminated'],
  terminated: [],
  expired: [],
};

/** Statuses that nobody may set without saying why: the firm is told the reason. */
const needsReason: readonly OfficialStatus[] = ['returned', 'terminated'];

export function initialState(invitedAt: string): EnrollmentState {
  return {
    officialStatus: 'invited',
    officialSince: invitedAt,
    officialReason: null,
    reportedStep: null,
    reportedAt: null,
    invitedAt,
    snoozedUntil: null,
    remindersDue: 0,
    lastReminderAt: null,
    version: 1,
  };
}

export const isOver = (status: OfficialStatus): boolean => officialTransitions[status].length === 0;

/** Position of a step among the pages; -1 before the first. */
const stepIndex = (step: ReportedStep | null): number => (step === null ? -1 : reportedSteps.indexOf(step));

/** One change of an enrollment, or why it is refused. Pure: the same state and event give the same answer. */
export function applyEvent(state: EnrollmentState, event: EnrollmentEvent): Transition {
  switch (event.type) {
    case 'officialChanged':
      return changeOfficially(state, event);
    case 'stepReported':
      return reportStep(state, event);
    case 'stepCorrected':
      return correctStep(state, event);
    case 'snoozed':
      if (state.officialStatus !== 'invited') return refuse(closedFor(state));
      if (state.reportedStep === 'submitted') return refuse({ code: 'nothingScheduled' });
      return change(state, { snoozedUntil: event.until });
    case 'reminderFellDue':
      if (state.officialStatus !== 'invited') return refuse(closedFor(state));
      return change(state, { remindersDue: state.remindersDue + 1, lastReminderAt: event.at });
  }
}

/** A reminder that staff sent: it takes no place in the cadence, but the next one keeps its distance from it. */
export const recordManualReminder = (state: EnrollmentState, at: string): EnrollmentState => ({
  ...state,
  lastReminderAt: at,
  version: state.version + 1,
});

function changeOfficially(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'officialChanged' }>,
): Transition {
  const from = state.officialStatus;
  const to = event.status;
  if (from === to) return refuse({ code: 'sameStatus', status: to });
  if (!officialTransitions[from].includes(to)) return refuse({ code: 'transitionNotAllowed', from, to });
  const reason = event.reason?.trim() ?? '';
  if (needsReason.includes(to) && reason === '') return refuse({ code: 'reasonRequired', status: to });
  return change(state, {
    officialStatus: to,
    officialSince: event.at,
    officialReason: reason === '' ? null : reason,
    snoozedUntil: null,
    // Invited again: the firm starts from the first page, and so does the cadence.
    ...(to === 'invited' ? { reportedStep: null, reportedAt: null, remindersDue: 0 } : {}),
  });
}

function reportStep(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'stepReported' }>,
): Transition {
  if (state.officialStatus !== 'invited') return refuse(closedFor(state));
  const furthest = state.reportedStep;
  if (furthest !== null && stepIndex(event.step) <= stepIndex(furthest)) {
    return refuse({ code: 'stepAlreadyReported', step: event.step, furthest });
  }
  return change(state, { reportedStep: event.step, reportedAt: event.at });
}

/** Back to an earlier step. It counts as word from the firm, so the cadence goes on from here and does not nag at once. */
function correctStep(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'stepCorrected' }>,
): Transition {
  if (state.officialStatus !== 'invited') return refuse(closedFor(state));
  if (stepIndex(event.step) >= stepIndex(state.reportedStep)) {
    return refuse({ code: 'nothingToCorrect', furthest: state.reportedStep });
  }
  return change(state, { reportedStep: event.step, reportedAt: event.at });
}

const closedFor = (state: EnrollmentState): Refusal => ({
  code: 'notOpenForReports',
  officialStatus: state.officialStatus,
});
const refuse = (refusal: Refusal): Transition => ({ ok: false, refusal });
const change = (state: EnrollmentState, changed: Partial<EnrollmentState>): Transition => ({
  ok: true,
  state: { ...state, ...changed, version: state.version + 1 },
});
