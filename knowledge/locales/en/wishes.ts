import type { wishes as zhWishes } from '../zh-CN/wishes.ts';

const companies = (count: number): string => (count === 1 ? 'your company' : `your ${count} companies`);

export const wishes: typeof zhWishes = {
  button: {
    settings: 'My reminders',
    stop: 'Stop reminding me',
    stopAll: 'Stop all of them',
    resume: 'Remind me again',
    resumeAll: 'Resume all of them',
    primary: 'Remind me first',
    decline: 'We do not take part',
    reallyDecline: 'Yes, we do not take part',
    takeBack: 'We take part after all',
    chinese: '中文',
    english: 'English',
    asClient: 'As my device is set',
    join: 'Join my other chat',
    prefer: 'Write to me here first',
  },

  stop: {
    which: 'For which company should the reminders stop?',
    done: (p) => `All right, reminders for ${p.firm} no longer go to you.`,
    doneAll: (p) => `All right, reminders for ${companies(p.count)} no longer go to you.`,
    noticesStill: 'Official notices, such as an approval or a return, still come to you.',
    othersStill: 'The other contacts of the company are still reminded.',
    nobodyLeft: 'Nobody at this company is reminded any more, so please keep an eye on the time yourself.',
    notLinked: 'You are not linked to any company, so I send you no reminders.',
    toast: 'No more reminders to you',
  },

  resume: {
    which: 'For which company should the reminders resume?',
    done: (p) => `All right, you get the reminders for ${p.firm} again.`,
    doneAll: (p) => `All right, you get the reminders for ${companies(p.count)} again.`,
    nothing: 'You have not stopped any reminders, so there is nothing to resume.',
    declined: (p) =>
      `${p.firm} said that it does not take part, so there are still no reminders; to change that, tap "We take part after all".`,
    toast: 'Reminders resumed',
  },

  snooze: {
    done: (p) => `All right, I do not remind you about ${p.firm} before ${p.until}; this is for you alone.`,
    asBefore: (p) => `That is settled already: I do not remind you about ${p.firm} before ${p.until}.`,
  },

  own: {
    stopped: 'As you asked, reminders do not go to you; official notices still do.',
    snoozed: (p) => `As you asked, I do not remind you before ${p.until}.`,
    reminded: 'Reminders go to you as usual.',
  },

  primary: {
    only: (p) => `You are the only contact of ${p.firm}: its reminders go to you.`,
    you: (p) => `Reminders for ${p.firm} go to you first, and to another contact when you cannot be reached.`,
    another: (p) =>
      `Reminders for ${p.firm} go to another contact first, and to you when that one cannot be reached.`,
    which: 'For which company do you want to be reminded first?',
    done: (p) => `All right, from now on reminders for ${p.firm} go to you first.`,
    already: (p) => `Reminders for ${p.firm} go to you first already.`,
    toast: 'You are reminded first',
  },

  language: {
    choose:
      'Which language would you like? Reminders and replies will be in it; when you ask in the other one, I answer in that.',
    chosen: 'All right, reminders and replies will be in English.',
    asClient: 'All right, I follow the language that your device is set to.',
    current: 'I write to you in English.',
    toast: 'Language set',
  },

  channels: {
    names: { telegram: 'Telegram', web: 'web chat', onebot: 'QQ', botpress: 'Botpress', mail: 'mail' },
    blocked: (p) => `${p.channel} (blocked me)`,
    only: 'I write to you in this chat only. To see the progress and get reminders in another chat as well, join the two.',
    order: (p) =>
      `I write to you in this order: ${p.channels.join(', ')}. The next one is used only when the one before it does not work.`,
    preferred: 'All right, I write to you here first from now on.',
    toast: 'Here first',
    code: (p) => [
      `Code to join your chats: ${p.code}`,
      `Within ${p.minutes} minutes, send it to me in your own other chat; it works once.`,
      'Do not give it to anybody: whoever uses it sees what you see.',
    ],
    joined:
      'Joined: this chat and your other one are the same person now, with the same companies and the same wishes for reminders.',
    alreadyJoined: 'These two chats were joined before; there is nothing left to do.',
    notYou: 'If it was not you who wanted this, please tell staff at once.',
    staffCannot: "A staff member's chat cannot be joined with another one.",
  },

  decline: {
    which: 'You are linked to several companies. Which one does not take part?',
    really: (p) => [
      `Is it certain that ${p.firm} does not take part this year?`,
      'Taking part costs nothing. Once you confirm, I stop the reminders and ask staff to verify it; you can change your mind at any time.',
    ],
    done: (p) => [
      `Noted: ${p.firm} says that it does not take part this year, and the reminders have stopped.`,
      'This is your own word and not an official status yet; staff will verify it.',
    ],
    takenBack: (p) => `All right, ${p.firm} takes part after all: just go on with the steps.`,
    toast: 'Noted',
    said: (p) =>
      `Your company's own word: it does not take part this year (${p.at}). Until staff have verified it, this is not an official status; the reminders have stopped.`,
    mayTakeBack: 'To change your mind, tap "We take part after all".',
  },
};
