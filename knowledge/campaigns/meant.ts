import { daysBetween, shanghaiDate } from '../calendar/shanghai-time.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import type { Candidate } from './candidate.ts';
import type { CampaignFilter } from './filter.ts';

/** Whether a firm of the pack is meant. `now`: what its enrollment calls now. */
export function isMeant(
  filter: CampaignFilter,
  { enrollment, everReached }: Candidate,
  now: string,
): boolean {
  const { uscc, city, cities, officialStatus, reportedStep } = filter;
  const { silentForDays, invitedForDays, notRemindedForDays } = filter;
  return (
    (uscc === undefined || enrollment.uscc === uscc) &&
    (city === undefined || enrollment.city === city) &&
    (cities === undefined || cities.includes(enrollment.city)) &&
    (officialStatus === undefined || enrollment.officialStatus === officialStatus) &&
    (reportedStep === undefined || (enrollment.reportedStep ?? 'none') === reportedStep) &&
    (silentForDays === undefined || isPast(lastWordAt(enrollment), silentForDays, now)) &&
    (invitedForDays === undefined || isPast(enrollment.invitedAt, invitedForDays, now)) &&
    (notRemindedForDays === undefined ||
      enrollment.lastReminderAt === null ||
      isPast(enrollment.lastReminderAt, notRemindedForDays, now)) &&
    (filter.neverReached === undefined || !everReached)
  );
}

/** When the firm last said where it is; before its first word, and once it is invited anew, the invitation counts. */
function lastWordAt({ invitedAt, officialStatus, officialSince, reportedAt }: EnrollmentState): string {
  const moments = [
    invitedAt,
    ...(officialStatus === 'invited' ? [officialSince] : []),
    reportedAt ?? invitedAt,
  ];
  return moments.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
}

const isPast = (since: string, days: number, now: string): boolean =>
  daysBetween(shanghaiDate(since), shanghaiDate(now)) >= days;
