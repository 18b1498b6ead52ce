import { reportedSteps } from './state.ts';
import type { EnrollmentState, MergedStanding, OfficialStatus } from './state.ts';

/** More reminders in a week than any cadence allows need not be remembered. */
export const rememberedReminders = 7;

/** How far each status is on the way to a policy, and through it. */
const ranks: Record<OfficialStatus, number> = {
  terminated: 0,
  expired: 0,
  lapsed: 1,
  declined: 1,
  invited: 2,
  returned: 3,
  submitted: 4,
  underReview: 5,
  approved: 6,
  inForce: 7,
  renewalOpen: 7,
  renewed: 7,
};

type Standing = Pick<EnrollmentState, 'officialStatus' | 'reportedStep'>;

/** Whether one enrollment has come further than another: by its status, and while both are invited by the firm's word. */
export function isFurther(one: Standing, other: Standing): boolean {
  const difference = ranks[one.officialStatus] - ranks[other.officialStatus];
  if (difference !== 0 || one.officialStatus !== 'invited') return difference > 0;
  return stepRank(one) > stepRank(other);
}

const stepRank = ({ reportedStep }: Standing): number =>
  reportedStep === null ? -1 : reportedSteps.indexOf(reportedStep);

/**
 * What becomes of an enrollment when one of another firm ends in its favour. Whichever standing goes on, the reminders of both
 * count: their people are the same people now.
 */
export function mergedInto(
  own: EnrollmentState,
  { standing, keeps }: MergedStanding,
): Partial<EnrollmentState> {
  const remindedAt = [...new Set([...own.remindedAt, ...standing.remindedAt])].sort();
  const latest = [own.lastReminderAt, standing.lastReminderAt].filter((at) => at !== null).sort();
  return {
    ...(keeps === 'theirs' ? standingOf(standing) : {}),
    remindedAt: remindedAt.slice(-rememberedReminders),
    lastReminderAt: latest.at(-1) ?? null,
  };
}

const standingOf = (state: EnrollmentState): Partial<EnrollmentState> => ({
  officialStatus: state.officialStatus,
  officialSince: state.officialSince,
  officialReason: state.officialReason,
  reportedStep: state.reportedStep,
  reportedAt: state.reportedAt,
  invitedAt: state.invitedAt,
  snoozedUntil: state.snoozedUntil,
  declinedAt: state.declinedAt,
  remindersDue: state.remindersDue,
  unanswered: state.unanswered,
});
