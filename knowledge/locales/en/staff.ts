import type { staff as zhStaff } from '../zh-CN/staff.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels } = enrollment;
const firms = (count: number): string => (count === 1 ? '1 company' : `${count} companies`);

export const staff: typeof zhStaff = {
  commandDescriptions: {
    pending: 'Open enrollments by city and step',
    mine: 'Companies you look after: to verify, to call',
    firm: 'Look up a company: /firm USCC or name',
    approve: 'Approve: /approve USCC',
    return: 'Return: /return USCC reason',
    terminate: 'Terminate: /terminate USCC reason',
    correct: 'Correct a wrong status: /correct USCC status reason',
    invite: 'Make a one-time link code: /invite USCC',
    remind: 'Remind: /remind USCC, or city=...',
    announce: 'Announce: /announce city=..., the words below',
    questions: 'Questions that wait for an answer',
    answer: 'Answer one: /answer number text',
    dismiss: 'Close one without an answer: /dismiss number',
    revoke: 'Withdraw an answer of the office: /revoke number',
    tickets: 'Open tickets',
    ticket: 'Show a ticket: /ticket NUMBER',
    reply: 'Answer a ticket: /reply NUMBER TEXT',
  },
  notStarted: 'not started',
  stepOf: (step) => (step === null ? 'not started' : stepLabels[step]),

  helpTitle: 'Commands for staff:',
  helpLine: (p) => `/${p.command} - ${p.description}`,
  refused: 'Only staff may use this command. This attempt has been logged.',

  usage: {
    uscc: (p) => `Please add the unified social credit code, for example: /${p.command} 91320800MA1XXXXXXX.`,
    reason: (p) =>
      `Please add the reason after the code, for example: /${p.command} 91320800MA1XXXXXXX not on the approved list. The company will see it.`,
    firm: 'Please add the unified social credit code or part of the name, for example: /firm Example Trading.',
    remind:
      'Write it like this:\n/remind 91320800MA1XXXXXXX\n/remind city=淮安\n/remind city=淮安 step=sealed\n/remind step=none silent=7\n/remind never-reached\n/remind all not-within=3 per-minute=60 at=2026-12-01T09:30',
    remindUnknown: (p) => `I do not understand "${p.part}".`,
    cities: (p) => `A city can be: ${p.cities.join(', ')}.`,
    steps: (p) => `A step can be: ${p.steps.join(', ')}.`,
  },
  firmNotFound: (p) => `Nothing found for "${p.query}". Please check the code, or import the list first.`,
  firmNotTracked: (p) => `${p.firm} is not on the approved list and has no enrollment.`,

  pending: {
    none: 'No company is waiting to confirm.',
    title: (p) => `Waiting for the company: ${p.total} in total.`,
    city: (p) => `${p.city} ${p.total}: ${p.steps.map((s) => `${s.label} ${s.count}`).join(', ')}`,
    toVerify: (p) =>
      p.count === 0
        ? 'Nothing waits for verification.'
        : `Of these, ${firms(p.count)} reported all steps as finished. To verify, look at /firm, then use /approve or /return.`,
    waiting: (p) =>
      [
        ...p.firms.map(({ name, uscc }) => `${name}: /firm ${uscc}`),
        ...(p.more > 0 ? [`${p.more} more are not listed.`] : []),
      ].join('\n'),
    officially: (p) =>
      `Other statuses: ${p.statuses.map((s) => `${statusLabels[s.status]} ${s.count}`).join(', ')}.`,
    declined: (p) =>
      [
        'Among them these say that they do not take part, which nobody has recorded yet; they are not reminded:',
        ...p.firms.map(({ name, uscc }) => `${name}: /firm ${uscc}`),
        ...(p.more ? ['More are not listed.'] : []),
      ].join('\n'),
    moreCities: (p) => `${p.count} more cities are not shown.`,
  },

  firm: {
    head: (p) => `${p.name}\n${p.uscc}, ${p.city}`,
    listed: (p) => (p.listed ? 'On the approved list.' : 'Not on the approved list.'),
    contacts: (p) =>
      p.count === 0
        ? 'No linked contact, so no reminder can reach it: make a code with /invite.'
        : `Linked contacts: ${p.count}.`,
    reported: (p) => `Company's own report: ${stepLabels[p.step]}${p.at === null ? '' : ` (${p.at})`}`,
    reportedNothing: 'The company has not reported any step.',
    several: (p) =>
      `Found ${p.more ? 'more than ' : ''}${firms(p.count)}. Please be more specific, or use the code:`,
    row: (p) => `${p.uscc} ${p.name}${p.status === null ? '' : ` (${statusLabels[p.status]})`}`,
  },

  engineSilent: (p) =>
    `There is no answer yet. I keep at it and tell you as soon as it is done, so do not record it again; /firm ${p.uscc} shows where it stands.`,
  official: {
    done: (p) =>
      `${p.firm} is now "${statusLabels[p.status]}"; ${p.contacts === 0 ? 'it has no linked contact, so please tell it by phone.' : 'its linked contacts will be told.'}`,
    already: (p) => `${p.firm} already is "${statusLabels[p.status]}"; this had taken effect before.`,
  },

  terminate: {
    really: (p) => [
      `Terminate the policy of ${p.firm} (${p.uscc})?`,
      `Status: "${statusLabels[p.from]}" → "${statusLabels[p.to]}"\nReason: ${p.reason}`,
      'Once confirmed this cannot be taken back and tracking ends; the company will see the reason.',
    ],
    confirm: 'Terminate',
    cancel: 'Cancel',
    cancelled: 'Not terminated; nothing was changed.',
    expired: 'This confirmation no longer holds and changed nothing. To terminate, send /terminate again.',
    reasonTooLong: (p) => `The reason is too long; please use at most ${p.most} characters.`,
  },

  invite: {
    made: (p) => [
      `Link code of ${p.firm}: ${p.code}`,
      `It works once, until ${p.until}, and is shown only now. Please pass it to the company's contact yourself, never in a group. Earlier codes for this company no longer work.`,
    ],
    link: (p) => `Or send this link; opening it is enough: ${p.url}`,
    noLink: 'They should send me the code in a private chat.',
  },

  remind: {
    confirmAgain: 'Confirm again',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was sent.',
    confirmed: 'Confirmed.',
    notRequester: 'Only the person who asked for this can confirm or cancel them.',
    alreadyDecided: 'This has been dealt with already.',
    notFound: 'I cannot find this request. Please start again.',
    notStarted:
      'The system cannot be reached right now, so nothing was started. Please confirm again in a few minutes.',
    unsure:
      'The system did not answer in time, so it is not certain that sending has started. Please confirm again in a few minutes; nothing is sent twice.',
  },
};
