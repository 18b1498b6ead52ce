import { shanghaiDate } from '../calendar/shanghai-time.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Locale } from '../answering/types.ts';
import { nowOf } from '../enrollment/enrollment-clock.ts';
import { announcementSkip, requestedReminderSkip } from '../enrollment/reminders.ts';
import type { EnrollmentSnapshot, ReminderSkip } from '../enrollment/state.ts';
import { recipientsOfAnnouncement, recipientsOfReminder } from '../notifications/recipients.ts';
import type { ReachableContact, Recipients } from '../notifications/recipients.ts';
import type { CampaignKind, CampaignPlan } from './campaign.ts';

/** A channel of somebody linked to a firm. */
export interface CampaignContact extends Omit<ReachableContact, 'canBeReached'> {
  id: string;
  channel: string;
  /** Null: never met in private, so there is nowhere to write to. */
  privateChatId: string | null;
  locale: Locale;
}

/** A firm that a campaign may write to, as it is now. */
export interface Candidate {
  enrollment: EnrollmentSnapshot;
  firmName: string;
  contacts: CampaignContact[];
  /** Of the staff, who looks after it; null: nobody is named. */
  officerId: string | null;
  /** When a message of the campaign's kind last went out, or may have; ISO 8601. */
  lastWrittenAt: string | null;
  /** Whether any message that the system started arrived at a contact. */
  everReached: boolean;
}

/**
 * Why a campaign does not write to this firm now; null when it does. Only what can be told before: the firm's enrollment
 * has the last word on a reminder.
 */
export function campaignSkip(
  { kind, notWithinWorkingDays }: Pick<CampaignPlan, 'kind' | 'notWithinWorkingDays'>,
  candidate: Candidate,
  now: Date,
): ReminderSkip | null {
  const { enrollment } = candidate;
  const enrollmentNow = nowOf(enrollment, now);
  const skipOf = kind === 'reminder' ? requestedReminderSkip : announcementSkip;
  const unwanted = skipOf(enrollment, enrollmentNow);
  if (unwanted !== null) return unwanted;
  const { skip, quietUntil } = recipientsOf(kind, candidate, now);
  if (skip !== null) return skip;
  if (quietUntil !== null) return 'snoozed';
  // The record of messages knows the wall clock only; a trial enrollment may be days ahead of it.
  const lastWrittenAt = enrollment.trial ? enrollment.lastReminderAt : candidate.lastWrittenAt;
  return isTooSoon(lastWrittenAt, notWithinWorkingDays, enrollmentNow) ? 'remindedRecently' : null;
}

export const canBeReached = ({ blocked, privateChatId }: CampaignContact): boolean =>
  !blocked && privateChatId !== null;

/** Where a message would go. Who asked for quiet, or for no reminders, hears of what is official only. */
export function recipientsOf(
  kind: CampaignKind,
  { enrollment, contacts }: Candidate,
  now: Date,
): Recipients<CampaignContact> {
  const people = contacts.map((contact) => ({
    ...contact,
    canBeReached: canBeReached(contact),
  }));
  const { unanswered } = enrollment;
  const enrollmentNow = nowOf(enrollment, now);
  return kind === 'reminder'
    ? recipientsOfReminder(people, { unanswered, now: enrollmentNow })
    : recipientsOfAnnouncement(people, { now: enrollmentNow });
}

/** Written to on Monday, and one working day apart: again on Tuesday. */
function isTooSoon(lastWrittenAt: string | null, workingDays: number, now: string): boolean {
  if (lastWrittenAt === null || workingDays === 0) return false;
  return shanghaiDate(now) < addWorkingDays(shanghaiDate(lastWrittenAt), workingDays).date;
}
