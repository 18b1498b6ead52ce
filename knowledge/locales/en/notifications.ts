import type { notifications as zhNotifications } from '../zh-CN/notifications.ts';
import { enrollment } from './enrollment.ts';

export const notifications: typeof zhNotifications = {
  trialMark: '[Demo data] ',
  repeatedMark: '[Sent again] ',
  correctedMark: '[Correction] What I told you before was wrong; this is right. ',
  status: {
    invited: (p) => `Enrollment of ${p.firm} is open again; please confirm it online once more.`,
    submitted: (p) => `The application of ${p.firm} has been submitted and is waiting for review.`,
    underReview: (p) => `The application of ${p.firm} is being reviewed.`,
    approved: (p) => `Good news: the application of ${p.firm} has been approved.`,
    returned: (p) => `The application of ${p.firm} has been returned.`,
    terminated: (p) => `The policy of ${p.firm} has been terminated.`,
    inForce: (p) => `The policy of ${p.firm} is now in force.`,
    renewalOpen: (p) =>
      `${p.firm} can renew now: enrollment for the next year is open, and the present policy stays in force.`,
    renewed: (p) => `${p.firm} has been renewed into the next year.`,
    declined: (p) => `It has been recorded that ${p.firm} does not take part this year.`,
    lapsed: (p) =>
      `${p.firm} did not finish its enrollment before the deadline, so this year's enrollment is closed.`,
    expired: (p) => `The policy of ${p.firm} has expired.`,
  },
  statusNext: {
    invited: () => 'Tell me when you have finished a step, and I will tell you the next one.',
    submitted: () =>
      'There is nothing more to do now and I will not remind you again. I will tell you when the review has a result.',
    underReview: () => 'There is nothing to do now. I will tell you when the review has a result.',
    approved: () => 'To see how to view the policy and what it covers, choose below.',
    returned: (p) => `If the reason does not match the facts, tap "${p.contacts}" and check with them.`,
    terminated: (p) => `If you have questions, tap "${p.contacts}" and check with them.`,
    renewalOpen: () =>
      'Confirm online as before. Tell me when you have finished a step, and I will tell you the next one.',
    renewed: () => 'Choose "See progress" below to see how far the next year is.',
    declined: (p) => `If this is wrong, or you have changed your mind, tap "${p.contacts}" and tell them.`,
    lapsed: (p) =>
      `If you still want to take part, tap "${p.contacts}" and ask whether it is still possible.`,
    inForce: () => 'To see what is covered and how to view the policy, choose below.',
    expired: (p) => `To ask about the next policy year, tap "${p.contacts}".`,
  },
  reason: (p) => `Reason: ${p.reason}`,
  reminder: {
    nothingReported: (p) =>
      `Hello, ${p.firm} has not confirmed its ${p.year} enrollment online yet. Only then is it enrolled.`,
    underWay: (p) =>
      `Hello, ${p.firm} last said it had finished "${enrollment.stepLabels[p.step]}". A few steps are left: it is done when the page shows "${p.done}".`,
    next: (p) => `Next step: ${p.guide}`,
    deadline: (p) => `Please finish before ${p.date}.`,
    howToStop: 'If now is a bad time, put it off below; to get no more reminders, reply "no reminders".',
    howToStopByMail:
      'If now is a bad time, put it off in the chat; to get no more reminders, use the last link of this mail.',
    ifDone: 'If it is done already, choose "Report progress" and I will not remind you of it again.',
  },
  free: 'Enrolling costs nothing, and the pages never show a payment link. If anything asks you to pay, do not pay.',
  buttons: {
    report: 'Report progress',
    help: 'How to do this step',
    snooze: (p) => `Remind me in ${p.workingDays} working days`,
    status: 'See progress',
    contacts: 'Who can see us',
  },
  contactLinked: (p) => [
    `Another contact is now linked to ${p.firm}, ${p.byColleague ? 'invited by one of its contacts' : 'with a code from the office'}, and can see its progress too.`,
    'If you do not know of this person, choose "Who can see us" below and tell staff at once.',
  ],
  verifySubmission: (p) => [
    `${p.firm} (${p.uscc}) says that it has submitted its application. Please verify.`,
    'Until then its reminders are paused; this is not an official status yet.',
    `Details: /firm ${p.uscc}`,
  ],
  firmDeclined: (p) => [
    `${p.firm} (${p.uscc}) says that it does not take part this year. Please verify.`,
    'Until then its reminders are paused; this is not an official status yet.',
    `Details: /firm ${p.uscc}`,
  ],
  escalation: (p) => [
    `${p.firm} (${p.uscc}) has not answered ${p.count} reminders. Please call it.`,
    `Details: /firm ${p.uscc}`,
  ],
  digest: {
    waiting: (p) =>
      `Hello, ${p.count} companies that you look after have not finished their enrollment; only then are they enrolled:`,
    waitingLine: (p) =>
      `• ${p.firm}: next is "${p.step}"${p.deadline === null ? '' : `, please finish before ${p.deadline}`}`,
    howByMail:
      'To see how to do a step, report progress or put reminders off, choose the company in the chat; to get no more reminders, use the last link of this mail.',
    how: 'Choose a company to see how to do its step, report progress or put reminders off; to get no more reminders, reply "no reminders".',
    silent: (p) => `${p.count} companies have not answered several reminders. Please call them:`,
    silentLine: (p) => `• ${p.firm} (${p.uscc}): ${p.count} reminders`,
    more: (p) => `${p.count} more are not listed.`,
  },
};
