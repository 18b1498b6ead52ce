import type { EnrollmentEvent, Refusal, ReminderSkip, TimelineEntry } from '../../enrollment/state.ts';
import type { commands as zhCommands } from '../zh-CN/commands.ts';
import { enrollment } from './enrollment.ts';
import { renewal } from './renewal.ts';

const { stepLabels, statusLabels, skipLabels } = enrollment;
const firmsOf = (count: number): string => (count === 1 ? '1 firm' : `${count} firms`);

const sources: Record<TimelineEntry['source'], string> = {
  firm: 'firm',
  staff: 'staff',
  import: 'import',
  cli: 'command line',
  api: 'API',
  system: 'system',
};

const eventText = (event: EnrollmentEvent, at: (iso: string) => string): string => {
  switch (event.type) {
    case 'stepReported':
      return `the firm reports as done: ${stepLabels[event.step]}`;
    case 'stepCorrected':
      return event.step === null
        ? 'the firm corrects its report: nothing is done yet'
        : `the firm corrects its report: done up to ${stepLabels[event.step]}`;
    case 'officialChanged':
      return `official status is now "${statusLabels[event.status]}"${event.reason === null ? '' : `, reason: ${event.reason}`}`;
    case 'officialCorrected':
      return `official status corrected to "${statusLabels[event.status]}", reason: ${event.reason}`;
    case 'declinedByFirm':
      return 'the firm says that it does not take part';
    case 'declineTakenBack':
      return 'the firm says that it takes part after all';
    case 'renewalRefused':
      return `cannot renew into ${event.nextPack}: ${renewal.cli.reasonText(event.codes)}`;
    case 'contactLinked':
      return event.by === 'office'
        ? 'another contact, with a code of the office'
        : 'another contact, asked in by one of them';
    case 'moved':
      return `goes on under another code: ${event.to}`;
    case 'movedFrom':
      return `goes on from ${event.from}${event.merged === undefined ? '' : ', which merged into it'}`;
    case 'snoozed':
      return `the firm asked for no reminders until ${at(event.until)}`;
    case 'reminderFellDue':
      return 'a reminder fell due';
  }
};

/** By the kind of the notice. */
const noticeNames: Record<string, string> = {
  renewalRefused: 'notice of no renewal',
  contactLinked: 'notice of another contact',
};
const outcomes: Record<string, string> = {
  sent: 'sent',
  failed: 'failed',
  unknown: 'may or may not have arrived',
  skipped: 'not sent',
};
const outcomeText = (outcome: string): string => {
  const [kind = '', reason = ''] = outcome.split(':');
  const why = reason in skipLabels ? skipLabels[reason as ReminderSkip] : reason;
  return `${outcomes[kind] ?? kind}${why === '' ? '' : ` (${why})`}`;
};

export const commands: typeof zhCommands = {
  describe: {
    program: 'enrollment follow-up and policy chat bot for small-exporter export credit insurance',
    start: 'start everything: workflows, bot, web page and database; Ctrl-C stops it',
    role: 'start only this part of it; the parts may be processes or machines of their own',
    import: 'import an approved list (.xlsx or .csv)',
    importFile: 'file of the list',
    unit: 'unit of the export values where the header names none: usd|wan-usd (ten thousands)',
    listedOption: 'for a file without that column: yes = all firms are on the approved list, no = none is',
    dryRun: 'only check or preview; nothing is written or sent',
    lang: 'language of the output',
    firms: 'list the firms and how far they are',
    city: 'only this city',
    status: 'only this official status, e.g. invited',
    step: 'only firms that reported this step last, e.g. sealed; none = nothing reported yet',
    unlinked: 'only listed firms that nobody has linked',
    json: 'print JSON',
    statusCommand: 'show how far a firm is, and its history',
    uscc: 'unified social credit code',
    event: "record a change of a firm's official status",
    eventStatus: 'new official status',
    results: 'import a list of results (.xlsx or .csv)',
    resultsFile: 'the list: code and result, and better also firm, reason and date',
    reason: 'reason, shown to the firm',
    eventId: 'event ID; the same ID counts once',
    staff: 'manage staff',
    staffAdd: 'add a staff member and get a one-time link code',
    staffName: 'name',
    staffList: 'list the staff',
    staffRemove: 'remove a staff member, at once',
    staffId: 'ID, as staff list shows it',
    invite: 'make one-time link codes for firms',
    inviteAll: 'for every listed firm that nobody has linked',
    inviteRenew: 'also for firms whose code is still unused; the old one ends',
    inviteOut: 'save the codes to this file (.xlsx or .csv)',
    days: 'days until the codes expire',
    remind: 'send reminders: previews first, sends with --yes',
    remindAll: 'every city and step',
    yes: 'send them',
    noWait: 'do not wait for the result',
    help: 'show help',
    helpCommand: 'show help of a command',
  },
  usage: {
    title: 'Usage:',
    options: 'Options:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    globalOptions: 'Global options:',
    unknownCommand: (p) => `There is no command "${p.name}"; tongbao --help lists them.`,
    unknownOption: (p) => `Unknown option ${p.name}; --help lists them.`,
    missingArgument: (p) => `The argument <${p.name}> is missing.`,
    optionWithoutValue: (p) => `The option ${p.name} needs a value.`,
    tooManyArguments: 'Too many arguments; put text with blanks into quotation marks.',
    badValue: (p) => `${p.name} cannot be "${p.value}"; allowed: ${p.allowed.join(', ')}.`,
    badDays: (p) => `--days cannot be "${p.value}"; give a whole number from 1 to 90.`,
    other: (p) => `The command is not right: ${p.message}`,
  },
  unexpected: (p) =>
    `Unexpected error: ${p.message}. Run tongbao doctor; TONGBAO_LOG_LEVEL=debug shows the details.`,
  firmNotFound: (p) => `There is no firm with code ${p.uscc}; check it, or import the list first.`,
  firmNotTracked: (p) => `${p.name} is not on the approved list and not tracked.`,
  engineNotRunning: 'Nothing is running, so this command cannot work; run npm start first, then try again.',
  engineUnreachable:
    'The tracking service cannot be reached and nothing was changed; try again later, or run tongbao doctor.',
  engineSilent:
    'There is no answer yet and this may still take effect; look with tongbao status first and do not record it again. If nothing changes, run tongbao doctor.',
  trackingEnded: (p) =>
    `The status of ${p.name} is "${statusLabels[p.status]}"; tracking has ended and nothing was changed.`,
  trackingLost: (p) =>
    `${p.name} is recorded as "${statusLabels[p.status]}", but Temporal does not know its tracking and nothing was changed; check that TEMPORAL_ADDRESS and TONGBAO_DATA_DIR are the usual ones, and if they are, run tongbao reconcile.`,
  notStartedYet: (p) => `Tracking of ${p.name} has not started yet; try again in a moment.`,
  stop: '.',
  trial: '[demo data]',
  yes: 'yes',
  no: 'no',
  none: 'none',
  noStep: 'nothing yet',
  notTracked: 'not tracked',

  firms: {
    columns: ['USCC', 'Firm', 'City', 'Listed', 'Official status', 'Reported', 'Contacts', 'Next reminder'],
    total: (p) => `${firmsOf(p.count)}.`,
    empty: 'No firm matches.',
  },

  status: {
    listed: (p) => (p.listed ? 'on the approved list' : 'not on the approved list'),
    exports: (p) =>
      `${p.year === null ? 'Exports (year not stated)' : `Exports of ${p.year}`}: ${p.value ?? 'not known'}`,
    contact: (p) =>
      `Contact on the list: ${[p.name, p.phone].filter((x) => x !== null).join(' ') || 'none'}; linked: ${p.linked}`,
    official: (p) =>
      `Official status: ${statusLabels[p.status]} (since ${p.since})${p.reason === null ? '' : `, reason: ${p.reason}`}`,
    reported: (p) =>
      p.step === null
        ? 'Reported by the firm: nothing yet'
        : `Reported by the firm as done: ${stepLabels[p.step]}${p.at === null ? '' : ` (${p.at})`}`,
    snoozed: (p) => `No reminders until ${p.until}`,
    nextReminder: (p) => `Next reminder: ${p.at ?? 'none planned'}`,
    timelineTitle: 'History:',
    timelineLine: (p) => `${p.at}  ${sources[p.source]}: ${p.text}`,
    timelineText: (event, at, actor) => {
      switch (event.type) {
        case 'invited':
          return 'tracking started, waiting for the firm to confirm';
        case 'reminded':
          return `reminder ${outcomeText(event.outcome)}`;
        case 'noticed':
          return actor === 'verifySubmission'
            ? `request to staff to verify ${event.outcome === 'skipped:noVerifiedContact' ? 'not sent (no member of staff is linked yet)' : outcomeText(event.outcome)}`
            : `${noticeNames[actor] ?? 'status notice'} ${outcomeText(event.outcome)}`;
        default:
          return eventText(event, at);
      }
    },
  },

  event: {
    noAnswer: (p) =>
      `There is no answer yet, so nobody knows whether it was recorded; what status shows may still change. Run this command again in a few minutes with --event-id ${p.eventId}: the same ID counts once.`,
    applied: (p) =>
      `The official status of ${p.name} is now "${statusLabels[p.status]}"; ${p.contacts === 0 ? 'it has no linked contact, so please tell it by phone.' : 'its linked contacts will be told.'}`,
    alreadyApplied: (p) => `This event was recorded before; ${p.name} is now "${statusLabels[p.status]}".`,
    refused: (p) => `Not recorded: ${p.name} ${refusalText(p.refusal)}`,
  },

  codes: {
    staffAdded: (p) => `Staff member ${p.name} was added. One-time code: ${p.code}`,
    staffHow: (p) =>
      `Before ${p.until} this person sends the code to the bot in a private chat. It works once and is shown only now.`,
    staffColumns: ['ID', 'Name', 'Linked', 'Cities'],
    staffNone: 'There is no staff yet. Add somebody with tongbao staff add.',
    staffRemoved: 'Removed. The link and unused codes of this person no longer hold.',
    staffUnknown: (p) => `No staff member has the ID ${p.id}; check with tongbao staff list.`,
    staffNameBad: 'Give a name of 50 characters at most.',
    invited: (p) => `One-time code for ${p.name}: ${p.code}`,
    inviteHow: (p) =>
      `Send it to the firm's contact alone, not to a group. It is valid until ${p.until} and works once; earlier codes of this firm are void.`,
    link: (p) => `Link: ${p.url}`,
    localLink:
      'There is no Telegram bot and no TONGBAO_PUBLIC_URL, so the link above opens on this machine only.',
    notListed: (p) => `${p.name} is not on the approved list; there is nothing to link.`,
    saved: (p) =>
      `Codes for ${firmsOf(p.count)} that nobody has linked were saved to ${p.file} (valid until ${p.until}).`,
    savedHow: 'Only you can read the file; send each code alone. Earlier codes of these firms are void.',
    leftOut: (p) =>
      `Left out: ${firmsOf(p.count)} with a code that is neither used nor expired; --renew makes new ones and ends the old.`,
    outExists: (p) =>
      `${p.file} exists and may hold codes that were not sent yet, so it is not overwritten; choose another name. No codes were made.`,
    nobody: 'Every listed firm is linked; no codes were made.',
    outMissing: 'Say with --out where to save the codes, e.g. --out codes.xlsx.',
    outBad: (p) => `${p.file} should end in .xlsx or .csv.`,
    outUnwritable: (p) => `${p.file} cannot be written and no codes were made; check the path.`,
    targetMissing: 'Give a credit code, or --all --out codes.xlsx for every firm.',
    targetTwice: 'Use either a credit code or --all.',
    fileColumns: ['Firm', 'USCC', 'City', 'Contact', 'Phone', 'Code', 'Link', 'Valid until (Beijing time)'],
  },
};

function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'transitionNotAllowed':
      return `cannot go from "${statusLabels[refusal.from]}" to "${statusLabels[refusal.to]}".`;
    case 'sameStatus':
      return `is "${statusLabels[refusal.status]}" already.`;
    case 'reasonRequired':
      return `needs a reason for "${statusLabels[refusal.status]}": add --reason "...".`;
    case 'stepAlreadyReported':
      return `has reported "${stepLabels[refusal.furthest]}" already.`;
    case 'nothingToCorrect':
      return 'a correction can only go back to a step before the reported one.';
    case 'notOpenForReports':
      return `is "${statusLabels[refusal.officialStatus]}" and takes no more reports.`;
    case 'alreadyDeclined':
      return 'has said before that it does not take part.';
    case 'notDeclined':
      return 'has not said that it does not take part.';
    case 'moved':
      return `goes on under another code (${refusal.to}); nothing changes here any more.`;
    case 'changedMeanwhile':
      return 'was changed by somebody else just now; this change was not made.';
    case 'notTrial':
      return 'is not a demo firm; its clock cannot be moved.';
    case 'nothingScheduled':
      return 'has no reminder planned.';
  }
}
