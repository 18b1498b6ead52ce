import { daysBetween, shanghaiDate } from '../calendar/shanghai-time.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { canBeReached } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { CampaignFilter } from './filter.ts';

/** Whether a firm of the pack is meant. `now`: what its enrollment calls now. */
export function isMeant(filter: CampaignFilter, candidate: Candidate, now: string): boolean {
  const { enrollment, everReached } = candidate;
  const { uscc, usccs, city, cities, officialStatus, reportedStep, officerId, reachable } = filter;
  const { silentForDays, invitedForDays, notRemindedForDays, unchangedForDays } = filter;
  return (
    (uscc === undefined || enrollment.uscc === uscc) &&
    (usccs === undefined || usccs.includes(enrollment.uscc)) &&
    (city === undefined || enrollment.city === city) &&
    (cities === undefined || cities.includes(enrollment.city)) &&
    (officialStatus === undefined || enrollment.officialStatus === officialStatus) &&
    (reportedStep === undefined || (enrollment.reportedStep ?? 'none') === reportedStep) &&
    (silentForDays === undefined || isPast(lastWordAt(enrollment), silentForDays, now)) &&
    (invitedForDays === undefined || isPast(enrollment.invitedAt, invitedForDays, now)) &&
    (notRemindedForDays === undefined ||
      enrollment.lastReminderAt === null ||
      isPast(enrollment.lastReminderAt, notRemindedForDays, now)) &&
    (filter.neverReached === undefined || !everReached) &&
    (officerId === undefined || (candidate.officerId ?? 'none') === officerId) &&
    (unchangedForDays === undefined || isPast(lastChangeAt(enrollment), unchangedForDays, now)) &&
    (reachable === undefined || candidate.contacts.some(canBeReached) === reachable)
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

/** As the list of firms shows it. */
const lastChangeAt = ({ officialSince, reportedAt }: EnrollmentState): string =>
  reportedAt !== null && Date.parse(reportedAt) > Date.parse(officialSince) ? reportedAt : officialSince;

const isPast = (since: string, days: number, now: string): boolean =>
  daysBetween(shanghaiDate(since), shanghaiDate(now)) >= days;
