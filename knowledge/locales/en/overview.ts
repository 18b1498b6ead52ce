import type { overview as chinese } from '../zh-CN/overview.ts';

export const overview: typeof chinese = {
  describe:
    'how the season stands: firms at each stage, submissions of each working day, what followed reminders',
  days: 'days to look back, today among them',
  daysBad: (p) => `--days takes a whole number from 1 to ${p.most}, not "${p.given}".`,
  title: (p) => `${p.packId}, ${p.city ?? 'all cities'}, as of ${p.at}`,
  stageColumns: ['Stage', 'Stand here', 'Came this far'],
  nothingReported: 'nothing reported yet',
  byFirm: (p) => `done, by the firm’s word: ${p.step}`,
  aside: (p) => `${p.status}: ${p.count}`,
  total: (p) => `${p.count} firms in all`,
  dayColumns: ['Date', 'Submitted', 'So far'],
  deadline: (p) =>
    p.workingDaysLeft === 0
      ? `Deadline ${p.date} (set by the office): no working day is left.`
      : `Deadline ${p.date} (set by the office): ${p.workingDaysLeft} working days left, today among them.`,
  cityColumns: ['City', 'Firms', 'Submitted'],
  questions: (p) =>
    p.answered + p.handedOff === 0
      ? 'Nobody asked about the policy in these days.'
      : `Questions on the policy: ${p.answered} answered (${p.useless} of them found useless), ${p.handedOff} passed to the office.`,
  noDeadline: 'No deadline is set.',
  reminders: (p) =>
    p.sent === 0
      ? 'No reminder went out in these days.'
      : `${p.sent} reminders went out; within ${p.days} days the firm did something after ${p.followed} of them, and submitted after ${p.submitted}; ` +
        `after ${p.pending} nothing yet, and the ${p.days} days are not over. This says what came after, not what came of it.`,
};
