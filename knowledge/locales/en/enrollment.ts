import type { OfficialStatus, ReminderSkip, ReportedStep } from '../../enrollment/state.ts';

const stepLabels: Record<ReportedStep, string> = {
  realNameVerified: 'company real-name verification',
  opened: 'pending application opened',
  contactFilled: 'contact details filled in',
  documentsRead: 'documents read',
  confirmed: 'enrollment confirmed',
  sealed: 'seal made',
  agreementSigned: 'agreement signed',
  dataAuthorised: 'company data authorised',
  submitted: 'application finished',
};
const statusLabels: Record<OfficialStatus, string> = {
  invited: 'waiting for the firm to confirm',
  submitted: 'submitted, waiting for review',
  underReview: 'under review',
  approved: 'approved',
  inForce: 'policy in force',
  renewalOpen: 'policy in force, renewal open',
  renewed: 'renewed into the next year',
  returned: 'returned',
  declined: 'not taking part',
  lapsed: 'deadline passed',
  terminated: 'policy terminated',
  expired: 'policy expired',
};
const skipLabels: Record<ReminderSkip, string> = {
  officiallyPastInvitation: 'no longer waiting for the firm',
  reportedSubmitted: 'the firm reports it has finished',
  declined: 'the firm says it does not take part',
  snoozed: 'the firm asked for no reminders now',
  noVerifiedContact: 'no linked contact',
  contactBlockedBot: 'the contact has blocked the bot',
  remindersStopped: 'the contacts want no reminders',
  alreadySent: 'already reminded today',
  remindedRecently: 'reminded only lately',
  weeklyCap: 'reminded often enough this week',
  quietHours: 'not a time to write to people',
  moved: 'goes on under another credit code, and is reminded there',
  notTracked: 'not tracked',
};

export const enrollment = { stepLabels, statusLabels, skipLabels };
