import { mergedInto, rememberedReminders } from './merge.ts';
import { reportedSteps } from './state.ts';
import type {
  EnrollmentEvent,
  EnrollmentSnapshot,
  EnrollmentState,
  OfficialStatus,
  Refusal,
  ReportedStep,
  Transition,
} from './state.ts';

/** What an official status may become. Nothing leads out of the last ones but a correction: those enrollments are over. */
const officialTransitions: Record<OfficialStatus, readonly OfficialStatus[]> = {
  invited: ['submitted', 'underReview', 'approved', 'returned', 'declined', 'lapsed', 'terminated'],
  submitted: ['underReview', 'approved', 'returned', 'terminated'],
  underReview: ['approved', 'returned', 'terminated'],
  // Where an office records approvals only, renewal opens from here.
  approved: ['inForce', 'renewalOpen', 'returned', 'terminated'],
  inForce: ['renewalOpen', 'expired', 'terminated'],
  renewalOpen: ['renewed', 'expired', 'terminated'],
  returned: ['invited', 'submitted', 'underReview', 'approved', 'declined', 'lapsed', 'terminated'],
  // A firm that changes its mind, and a deadline that is put off.
  declined: ['invited', 'submitted', 'underReview', 'approved'],
  lapsed: ['invited', 'submitted', 'underReview', 'approved'],
  renewed: [],
  terminated: [],
  expired: [],
};

/** Statuses that nobody may set without saying why: the firm is told the reason. */
const needsReason: readonly OfficialStatus[] = ['returned', 'terminated'];

const weekMs = 7 * 86_400_000;

export function initialState(invitedAt: string): EnrollmentState {
  return {
    officialStatus: 'invited',
    officialSince: invitedAt,
    officialReason: null,
    reportedStep: null,
    reportedAt: null,
    invitedAt,
    snoozedUntil: null,
    declinedAt: null,
    remindersDue: 0,
    lastReminderAt: null,
    unanswered: 0,
    remindedAt: [],
    movedTo: null,
    version: 1,
  };
}

/** The state alone, out of a snapshot. One that was stored before a field existed gets what the field begins with. */
export function stateOf(snapshot: EnrollmentSnapshot): EnrollmentState {
  const begun = initialState(snapshot.invitedAt);
  const names = Object.keys(begun) as (keyof EnrollmentState)[];
  return Object.fromEntries(
    names.map((name) => [name, snapshot[name] ?? begun[name]]),
  ) as unknown as EnrollmentState;
}

/** Whether nothing but a correction leads out of a status. */
export const isOver = (status: OfficialStatus): boolean => officialTransitions[status].length === 0;

/** Whether the enrollment has come to its end: by its status, or because the firm goes on under another code. */
export const hasEnded = (state: Pick<EnrollmentState, 'officialStatus' | 'movedTo'>): boolean =>
  isOver(state.officialStatus) || state.movedTo !== null;

/** Position of a step among the pages; -1 before the first. */
const stepIndex = (step: ReportedStep | null): number => (step === null ? -1 : reportedSteps.indexOf(step));

/** One change of an enrollment, or why it is refused. Pure: the same state and event give the same answer. */
export function applyEvent(state: EnrollmentState, event: EnrollmentEvent): Transition {
  // A reminder that was under way when the firm moved is counted: where it goes on, it is not sent again.
  if (state.movedTo !== null && event.type !== 'reminderFellDue')
    return refuse({ code: 'moved', to: state.movedTo });
  switch (event.type) {
    case 'officialChanged':
      return changeOfficially(state, event);
    case 'officialCorrected':
      return correctOfficially(state, event);
    case 'moved':
      return change(state, { movedTo: event.to });
    case 'movedFrom':
      return change(state, event.merged === undefined ? {} : mergedInto(state, event.merged));
    case 'renewalRefused':
    case 'contactLinked':
      return change(state, {});
    case 'stepReported':
    case 'stepCorrected':
    case 'snoozed':
    case 'declinedByFirm':
    case 'declineTakenBack':
    case 'reminderFellDue':
      return state.officialStatus === 'invited' ? whileInvited(state, event) : refuse(closedFor(state));
  }
}

/** A reminder that staff sent: it takes no place in the cadence, but the next one keeps its distance from it. */
export const recordManualReminder = (state: EnrollmentState, at: string): EnrollmentState => ({
  ...state,
  ...reminded(state, at),
  version: state.version + 1,
});

/** What the firm itself says, and reminders: only while it is its turn. */
function whileInvited(
  state: EnrollmentState,
  event: Exclude<
    EnrollmentEvent,
    {
      type:
        'officialChanged' | 'officialCorrected' | 'moved' | 'movedFrom' | 'renewalRefused' | 'contactLinked';
    }
  >,
): Transition {
  switch (event.type) {
    case 'stepReported':
      return reportStep(state, event);
    case 'stepCorrected':
      return correctStep(state, event);
    case 'snoozed':
      if (state.reportedStep === 'submitted') return refuse({ code: 'nothingScheduled' });
      return change(state, { snoozedUntil: event.until, unanswered: 0 });
    case 'declinedByFirm':
      if (state.declinedAt !== null) return refuse({ code: 'alreadyDeclined' });
      return change(state, { declinedAt: event.at, unanswered: 0 });
    case 'declineTakenBack':
      if (state.declinedAt === null) return refuse({ code: 'notDeclined' });
      return change(state, { declinedAt: null, reportedAt: event.at, unanswered: 0 });
    case 'reminderFellDue':
      return change(state, { ...reminded(state, event.at), remindersDue: state.remindersDue + 1 });
  }
}

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
    ...(to === 'invited'
      ? { reportedStep: null, reportedAt: null, declinedAt: null, remindersDue: 0, unanswered: 0 }
      : {}),
  });
}

/** To any other status, from any: it mends what was entered. What the firm said stays as it was. */
function correctOfficially(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'officialCorrected' }>,
): Transition {
  const { status, at } = event;
  if (status === state.officialStatus) return refuse({ code: 'sameStatus', status });
  const reason = event.reason.trim();
  if (reason === '') return refuse({ code: 'reasonRequired', status });
  return change(state, {
    officialStatus: status,
    officialSince: at,
    officialReason: reason,
    snoozedUntil: null,
  });
}

function reportStep(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'stepReported' }>,
): Transition {
  const furthest = state.reportedStep;
  if (furthest !== null && stepIndex(event.step) <= stepIndex(furthest)) {
    return refuse({ code: 'stepAlreadyReported', step: event.step, furthest });
  }
  // Who goes on with the pages takes part after all.
  return change(state, { reportedStep: event.step, reportedAt: event.at, declinedAt: null, unanswered: 0 });
}

/** Back to an earlier step. It counts as word from the firm, so the cadence goes on from here and does not nag at once. */
function correctStep(
  state: EnrollmentState,
  event: Extract<EnrollmentEvent, { type: 'stepCorrected' }>,
): Transition {
  if (stepIndex(event.step) >= stepIndex(state.reportedStep)) {
    return refuse({ code: 'nothingToCorrect', furthest: state.reportedStep });
  }
  return change(state, { reportedStep: event.step, reportedAt: event.at, unanswered: 0 });
}

const reminded = (
  state: EnrollmentState,
  at: string,
): Pick<EnrollmentState, 'lastReminderAt' | 'unanswered' | 'remindedAt'> => ({
  lastReminderAt: at,
  unanswered: state.unanswered + 1,
  remindedAt: [...state.remindedAt, at]
    .filter((earlier) => Date.parse(at) - Date.parse(earlier) < weekMs)
    .slice(-rememberedReminders),
});

const closedFor = (state: EnrollmentState): Refusal => ({
  code: 'notOpenForReports',
  officialStatus: state.officialStatus,
});
const refuse = (refusal: Refusal): Transition => ({ ok: false, refusal });
const change = (state: EnrollmentState, changed: Partial<EnrollmentState>): Transition => ({
  ok: true,
  state: { ...state, ...changed, version: state.version + 1 },
});
