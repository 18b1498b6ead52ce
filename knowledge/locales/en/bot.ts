import type { bot as zhBot } from '../zh-CN/bot.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels } = enrollment;

export const bot: typeof zhBot = {
  commandDescriptions: {
    status: 'See where your company is',
    steps: 'Report a step or get help with it',
    eligible: 'Check whether you qualify',
    ask: 'Ask about the policy',
    link: 'Link your company with a code',
    me: 'My reminders, language and chats',
    stop: 'Do not remind me',
    resume: 'Remind me again',
    language: 'Choose a language',
    decline: 'Tell the office that we do not take part',
    person: 'Talk to a person',
    close: 'Close my ticket',
    reopen: 'Open my ticket again',
    settings: 'What I do in this group (administrators)',
    contacts: 'Who can see our company; invite a colleague',
    leave: 'No longer act for a company',
    mydata: 'What is kept about me',
    erase: 'Delete everything about me',
    mail: 'Reminders by mail: add or remove my address',
    help: 'What I can do',
    start: 'Start again',
  },

  apology:
    'Sorry, something went wrong while I handled your message. It has been logged; please try again in a few minutes.',
  textOnly: 'I can only read text. Please type your question in one sentence.',

  greeting: (p) => [
    `Hello, I am the assistant for "${p.title}".`,
    'Ask me about the policy or the online steps in one sentence, or tap a button below.',
  ],
  greetingLinked: (p) =>
    `You are linked to: ${p.firms.join(', ')}. Send /status to see how far the enrollment is.`,
  greetingUnlinked: "To see your company's progress and get reminders, send me the code that staff gave you.",
  help: [
    'This is what I can do for you:',
    '• Answer questions on the policy and the online steps, such as "what is the payout ratio".\n• /eligible: check whether your company qualifies.\n• /status: see how far your company is (link it first).\n• /steps: tell me which step you have finished, or get help with the current one.',
    'When I do not know, I tell you whom to ask. To talk to the office staff, send "talk to a person".',
  ],
  helpGroup: [
    'In a group, mention me, reply to me or use /ask with your question on the policy or the online steps.',
    "A company's progress, eligibility and reminders are for the private chat only.",
  ],
  unknownCommand: 'I do not know this command. Send /help to see what I can do, or just ask in one sentence.',
  emptyAsk: 'Please write your question after /ask, for example: /ask what is the payout ratio.',
  staleButton: 'This button no longer works. Send /help to start again.',
  staleButtonToast: 'This button no longer works. Send /help to start again.',

  button: {
    anotherFirm: 'Another company',
    status: 'See progress',
    report: 'Report a step',
    stepHelp: 'Help with this step',
    stepDone: 'This step is done',
    reportThis: (p) => `Yes, report "${stepLabels[p.step]}"`,
    correct: 'Reported by mistake',
    nothingDone: 'Not started yet',
    snoozeShort: 'Remind me tomorrow',
    snoozeLong: 'Remind me in 5 working days',
    eligibility: 'Check eligibility',
    eligibilityGoOn: 'Go on checking',
    myStatus: "My company's progress",
    privateChat: 'Talk in private',
    yes: 'Yes',
    no: 'No',
    unknown: 'Not sure',
    nextReminder: 'Demo: skip to next reminder',
  },

  group: {
    firmInPrivate: 'I do not talk about a company in a group. Tap the button and ask me in private.',
    firmInPrivateNoLink: 'I do not talk about a company in a group. Please write to me in private.',
    firmInPrivateToast: 'Please look this up in the private chat',
    codeInGroup:
      'Please send link codes in the private chat; I do not use one that was posted in a group. Everybody here has seen it, so delete the message and ask staff for a new one.',
    ownEligibility: 'Let us check in private whether your own company qualifies.',
    staffInPrivate: 'This command works in the private chat only.',
    more: 'Details in private',
    moreInPrivate: 'In the group I keep it short; for details please ask me in private.',
  },

  link: {
    how: [
      'I do not know yet which company you act for, so I cannot show any progress.',
      'Ask staff for a one-time code and send it to me (or tap the link they gave you). Then you can see the progress and get reminders here.',
    ],
    askCode: 'Please send me the code that staff gave you, or write: /link CODE.',
    linked: (p) => `You are now linked to "${p.firm}". You can see its progress and get reminders here.`,
    alreadyLinked: (p) => `You were already linked to "${p.firm}"; there is nothing left to do.`,
    linkedStaff: 'You are registered as staff. These are your commands.',
    failed: (p) => {
      switch (p.reason) {
        case 'unknown':
          return 'I cannot find this code. Please check it for typing mistakes, or ask staff for a new one.';
        case 'expired':
          return 'This code has expired. Please ask staff for a new one.';
        case 'used':
          return 'This code has been used already. If that was not you, tell staff at once and ask for a new one.';
        case 'tooManyAttempts':
          return 'Too many wrong codes. Please try again in an hour, or contact staff.';
        case 'ownCode':
          return 'This code was made in this very chat. Please send it to me in your other chat.';
        case 'ownInvitation':
          return 'This invitation is for your colleague: please hand it on. You are linked already.';
        case 'staffChat':
          return "A staff member's chat cannot be joined with another one; nothing was changed.";
      }
    },
  },

  status: {
    onlyFirm: (p) => `You are linked to ${p.firm} only.`,
    choose: 'You are linked to several companies. Which one would you like to see?',
    chooseForStep: 'You are linked to several companies. Which one do you mean?',
    notYours:
      'You are not linked to this company, so I cannot talk about it. If it is yours, ask staff for a link code.',
    onlyOwn: 'I can only talk about companies that you are linked to.',
    trialMark: '[Demo data] ',
    official: (p) => `${p.firm}: ${statusLabels[p.status]} (since ${p.since}).`,
    reason: (p) => `Reason: ${p.reason}`,
    notEnrolled: (p) =>
      `${p.firm} has no open enrollment; it may not be on the approved list. Please ask the local commerce bureau.`,
    reported: (p) =>
      `Your company's own report: done up to "${stepLabels[p.step]}"${p.at === null ? '' : ` (${p.at})`}. This is your own word, not an official result.`,
    reportedSubmitted: (p) =>
      `Your company's own report: all steps finished${p.at === null ? '' : ` (${p.at})`}. Until staff have verified it, this is not an official result; reminders are paused.`,
    reportedNothing: 'Your company has not reported any step yet.',
    snoozed: (p) => `As you asked, there are no reminders before ${p.until}.`,
    nextReminder: (p) => `Next reminder: ${p.at}.`,
    noReminder: 'No reminder is planned.',
    several: 'Your companies stand like this:',
    next: {
      step: (p) => `Next step: "${p.step}".`,
      waitForStaff: 'Next, staff will verify it; there is nothing to do for now.',
      waitForReview: 'Next comes the result of the review; I will tell you when something changes.',
      askWhy: (p) =>
        `Next: compare with the conditions, and with questions please ask ${p.people.join(' or ')}.`,
      renew: 'Enrollment for the next year is open: please go through the renewal next.',
      askStaff: 'If things change and you want to take part after all, please tell the staff.',
      readPolicy: (p) => `Next you can read the policy; see "${p.label}".`,
    },
    timelineTitle: 'Latest entries:',
    timelineEntry: {
      invited: 'invited to enroll',
      stepReported: (p) => `company reported "${stepLabels[p.step]}"`,
      stepCorrected: (p) =>
        p.step === null
          ? 'company corrected: nothing done yet'
          : `company corrected: done up to "${stepLabels[p.step]}"`,
      officialChanged: (p) => `status became "${statusLabels[p.status]}"`,
      officialCorrected: (p) => `status corrected to "${statusLabels[p.status]}"`,
      declinedByFirm: 'company said that it does not take part',
      declineTakenBack: 'company said that it takes part after all',
      renewalRefused: 'renewal looked into, not eligible for now',
      contactLinked: 'Another contact joined',
      moved: 'goes on under another credit code',
      movedFrom: 'came from another credit code',
      snoozed: (p) => `asked for no reminders until ${p.until}`,
      reminded: 'reminded',
      noticed: 'status notice sent',
    },
  },

  steps: {
    choose: (p) =>
      `Which step has ${p.firm} finished? Choose the furthest one; everything before it counts as done.`,
    allDone: (p) => `${p.firm} has reported all steps as finished; staff will verify it.`,
    recorded: (p) => `Noted: ${p.firm} reports "${stepLabels[p.step]}" as finished.`,
    recordedSubmitted: (p) =>
      `Noted: ${p.firm} reports all steps as finished. Reminders are paused until staff have verified it; only the review decides.`,
    notFinal:
      'This is your own word, not an official result. The enrollment is complete only after all steps.',
    recordedToast: 'Noted',
    askReport: (p) =>
      `Do you mean that ${p.firm} has finished "${stepLabels[p.step]}"? I note it only when you tap; for another step tap "Report a step".`,
    chooseCorrection: (p) =>
      `No problem. I have ${p.firm} down as finished with "${stepLabels[p.furthest]}". Which step has it really finished?`,
    nothingToCorrect: (p) => `${p.firm} has not reported any step, so there is nothing to change.`,
    corrected: (p) =>
      p.step === null
        ? `Changed: ${p.firm} has not finished any step yet.`
        : `Changed: ${p.firm} reports "${stepLabels[p.step]}" as finished.`,
    remindersGoOn: (p) => `Reminders go on as usual; the next one is ${p.at}.`,
    helpPeople: (p) => `If it still does not work, ask a person: ${p.people.join('; ')}.`,
    person: (p) => `${p.name}, ${p.role} (${p.city}), phone ${p.phone}`,
    unlinked: 'This is how the whole process works:',
  },

  snooze: {
    done: (p) => `All right, no reminders for ${p.firm} before ${p.until}.`,
    toast: 'No reminders for now',
    laterAnyway: (p) =>
      `All right. The next automatic reminder for ${p.firm} is planned for ${p.next} anyway.`,
    nonePlanned: (p) => `No reminder is planned for ${p.firm}, so there is nothing to put off.`,
    asBefore: (p) => `That is settled already: no reminders for ${p.firm} before ${p.until}.`,
  },

  eligibility: {
    askValue: (p) =>
      `What was your company's export value in ${p.year}, in US dollars? For example "450,000 USD". Send "cancel" to stop at any time.`,
    askValueAgain: (p) =>
      `I could not read that number. Please write it like "450,000 USD", for the year ${p.year}; send "cancel" to stop.`,
    askProvince: (p) => `Is your company in ${p.province}?`,
    askListed:
      'Is your company on the approved list of the commerce department? Choose "Not sure" if you do not know.',
    yesOrNo: 'Please tap a button above, or answer "yes", "no" or "not sure".',
    cancelled: 'All right, I have stopped the eligibility check.',
    goOn: 'To check the province and the list as well, tap "Go on checking".',
    backToDialogue: 'Back to the eligibility check:',
  },

  trialClock: {
    done: 'The demo clock has moved on to the next reminder, which will arrive in a moment.',
    toast: 'Clock moved on',
  },

  engineUnavailable:
    'The system cannot be reached right now, so this was not recorded. Please try again in a few minutes; progress can still be viewed.',
  engineSilent:
    'The system is busy and has not answered yet. I have noted what you said, keep at it and tell you as soon as it is done; no need to send it again.',
  afterEarlier:
    'What you asked for before has no result yet. I have noted this one too: it comes right after that, and there is no need to send it again.',
  noAnswerOutside:
    'The system is busy and has not answered: this step may be recorded or not. Please look at the progress in a while, and report it once more if nothing has changed.',
  ended: (p) =>
    `The status of ${p.firm} is "${statusLabels[p.status]}"; its enrollment is over and no longer changes.`,
  lost: (p) =>
    `${p.firm} is recorded as "${statusLabels[p.status]}", but its enrollment cannot be found now, so nothing was changed. Staff should run tongbao doctor.`,
  notTracked:
    'The enrollment of this company is not being tracked yet. Please try again later, or contact staff.',

  refusal: (r) => {
    switch (r.code) {
      case 'transitionNotAllowed':
        return `The status is "${statusLabels[r.from]}" and cannot be changed to "${statusLabels[r.to]}" directly.`;
      case 'sameStatus':
        return `The status is already "${statusLabels[r.status]}".`;
      case 'stepAlreadyReported':
        return r.step === r.furthest
          ? `"${stepLabels[r.step]}" has been reported before.`
          : `"${stepLabels[r.furthest]}" has been reported already; "${stepLabels[r.step]}" comes before it and counts as done.`;
      case 'nothingToCorrect':
        return r.furthest === null
          ? 'No step has been reported, so there is nothing to change.'
          : `I have "${stepLabels[r.furthest]}" as finished; it can only be changed to an earlier step.`;
      case 'notOpenForReports':
        return `The status is "${statusLabels[r.officialStatus]}": there is nothing to report and there are no more reminders.`;
      case 'reasonRequired':
        return `To change the status to "${statusLabels[r.status]}" a reason is needed; the company will see it.`;
      case 'alreadyDeclined':
        return 'I have noted before that your company does not take part, so there are no reminders.';
      case 'notDeclined':
        return 'Nothing says that your company does not take part, so there is nothing to change.';
      case 'moved':
        return 'This company goes on under another credit code; please use that one.';
      case 'changedMeanwhile':
        return 'Something else changed here just now, so this change was not made. Please look at how it stands now.';
      case 'notTrial':
        return 'Only demo data can be moved on in time.';
      case 'nothingScheduled':
        return 'No reminder is planned, so there is nothing to change.';
    }
  },
};
