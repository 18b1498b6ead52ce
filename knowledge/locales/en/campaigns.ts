import type { ReportedStep } from '../../enrollment/state.ts';
import type { campaigns as zhCampaigns } from '../zh-CN/campaigns.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels, skipLabels } = enrollment;
const firms = (count: number): string => (count === 1 ? '1 company' : `${count} companies`);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const stepOf = (step: ReportedStep | 'none'): string => (step === 'none' ? 'not started' : stepLabels[step]);

const officerOf = (id: string, names?: ReadonlyMap<string, string>): string =>
  id === 'none' ? 'nobody looks after it' : `looked after by ${names?.get(id) ?? id}`;

const outcomes: Record<string, string> = {
  pending: 'not taken up yet',
  waiting: 'another campaign is writing to it',
  held: 'being taken up',
  asking: 'being sent',
  sent: 'sent',
  collected: 'one message with others to the same contact',
  failed: 'failed',
  unknown: 'may or may not have arrived',
  cancelled: 'stopped before its turn',
};
const states: typeof zhCampaigns.states = {
  previewed: 'not confirmed',
  scheduled: 'scheduled',
  running: 'running',
  paused: 'paused',
  cancelled: 'stopped',
  finished: 'finished',
  failed: 'ended by an error',
};

export const campaigns: typeof zhCampaigns = {
  kinds: { reminder: 'reminder', announcement: 'announcement' },
  states,
  actions: { pause: 'Pause', resume: 'Go on', cancel: 'Stop' },
  outcome: (p) => (p.skip === null ? (outcomes[p.outcome] ?? p.outcome) : `not sent: ${skipLabels[p.skip]}`),

  outcomeGroups: {
    sent: 'Sent',
    collected: 'Sent as one with others',
    skipped: 'Not written to',
    failed: 'Failed',
    unknown: 'Unknown whether it arrived',
    cancelled: 'Not reached',
    open: 'No outcome yet',
  },

  filter: (f, names) => {
    const parts = [
      f.uscc,
      f.usccs && `${f.usccs.length} firms that were selected`,
      f.city ? `city: ${f.city}` : f.cities && `cities: ${f.cities.join(', ')}`,
      f.officialStatus && `status: ${statusLabels[f.officialStatus]}`,
      f.reportedStep && `step: ${stepOf(f.reportedStep)}`,
      f.silentForDays !== undefined && `silent for ${days(f.silentForDays)} or more`,
      f.invitedForDays !== undefined && `invited ${days(f.invitedForDays)} ago or earlier`,
      f.notRemindedForDays !== undefined && `not reminded for ${days(f.notRemindedForDays)} or more`,
      f.neverReached && 'no message ever arrived',
      f.officerId !== undefined && officerOf(f.officerId, names),
      f.unchangedForDays !== undefined && `no change for ${days(f.unchangedForDays)} or more`,
      f.reachable !== undefined && (f.reachable ? 'has a contact' : 'has no contact'),
    ].filter(Boolean);
    return parts.length === 0 ? 'Scope: all' : `Scope: ${parts.join(', ')}`;
  },
  options: (o) => [
    ...(o.notWithinWorkingDays === 1
      ? []
      : [`At least ${o.notWithinWorkingDays} working days between two messages to the same company.`]),
    ...(o.perMinute === null ? [] : [`At most ${o.perMinute} companies a minute.`]),
    ...(o.outsideHours === 'skip' ? ['Outside sending time, who is left gets no message.'] : []),
  ],

  preview: {
    count: (p) =>
      `${firms(p.total)} matched, of which ${p.toWrite} will ${p.kind === 'reminder' ? 'be reminded' : 'get the announcement'}${p.recipients > p.toWrite ? ` (${p.recipients} contacts)` : ''}.`,
    skips: (p) => `No message: ${p.skips.map((s) => `${skipLabels[s.reason]} ${s.count}`).join(', ')}.`,
    skip: (p) => `No message: ${skipLabels[p.reason]}: ${p.count}`,
    sample: (p) =>
      p.kind === 'announcement'
        ? `Sample (what ${p.firm} would read):`
        : `Sample (what ${p.firm} would read, ${stepOf(p.step ?? 'none')}):`,
    begins: (p) => `Sending begins at ${p.at} (Beijing time); who is meant is looked up again then.`,
    waits: (p) => `This is no sending time: once confirmed, it waits until ${p.at} (Beijing time).`,
    calendarUnknown:
      'The public holidays of that year are not published yet; Monday to Friday count as working days. Please keep an eye on it.',
    recheck: 'Each status is checked again right before sending. Sending starts once you confirm.',
    nobody: 'There is nobody to write to, so nothing will be sent.',
  },
  confirm: (p) => (p.kind === 'reminder' ? `Remind ${firms(p.count)}` : `Send to ${firms(p.count)}`),
  beginning: (p) =>
    `${p.kind === 'reminder' ? 'Reminding' : 'Telling'} ${firms(p.total)}; progress will be updated in this message…`,
  usage: {
    announce:
      'Say in the first line whom it is for, and the words below, for example:\n/announce city=淮安\nThe system is under maintenance on Friday afternoon.\n\nFor every company, begin with: /announce all\nFor contacts who read English, write a line “English:” and the English words below it.',
  },
  startProblem: {
    past: 'That time has passed.',
    outsideHours: (p) =>
      `Nothing is sent at that time (only in office hours of working days). The next sending time is ${p.next} (Beijing time).`,
  },
  announcement: (p) => [
    `[From the office] ${p.words}`,
    p.byMail
      ? 'To get no more reminders or announcements like this one, use the last link of this mail.'
      : 'To get no more reminders or announcements like this one, reply "no reminders".',
  ],

  textProblem: (p) => {
    switch (p.code) {
      case 'textMissing':
        return 'An announcement needs a text.';
      case 'textTooLong':
        return `An announcement has at most ${p.most} characters in each language; this one has ${p.is}.`;
      case 'linkRefused':
        return `Links in an announcement must be whole addresses that begin with https://; please change this one: ${p.link}`;
    }
  },
  namesSomebody:
    'Please leave names of companies and people, credit codes and identity numbers out of an announcement: the contacts of every company read the same.',

  steered: {
    pause: 'Paused: what is being sent goes out, then it stops.',
    resume: 'It goes on.',
    cancel: 'Stopped: what is being sent goes out, the rest does not.',
    refused: (p) => `It is "${states[p.state]}"; that cannot be done now.`,
  },

  progress: {
    scheduled: (p) => `Scheduled: begins at ${p.at} (Beijing time).`,
    running: (p) => `Sending: ${p.done} of ${firms(p.total)} done.`,
    waits: (p) => `This is no sending time; it goes on at ${p.at} (Beijing time).`,
    paused: (p) => `Paused: ${p.done} of ${firms(p.total)} done.`,
    finished: (p) => `Finished: ${firms(p.done)}.`,
    cancelled: (p) => `Stopped: ${firms(p.done)} done before.`,
    failed: (p) =>
      `Ended by an error: ${firms(p.done)} done before. Please ask the administrator to look at the log.`,
    tally: (p) =>
      `Sent ${p.sent}, skipped ${p.skipped}, failed ${p.failed}, not known whether delivered ${p.unknown}.`,
    skip: (p) => `Skipped: ${skipLabels[p.reason]}, ${p.count}`,
    collected: (p) => `Joined with other messages to the same contact: ${p.count}`,
    notReached: (p) => `Not taken up: ${p.count}`,
  },

  cli: {
    describe:
      'messages to many firms (reminders, announcements): preview, start, pause, resume, cancel, export',
    preview: 'who would get a message, who would not and why, and what it says; nothing is sent',
    start: 'previews first, sends with --yes',
    list: 'list campaigns, newest first',
    show: 'how far a campaign is',
    steer: { pause: 'pause it', resume: 'go on', cancel: 'stop it; who is left gets no message' },
    export: 'save what became of each firm as a sheet',
    exportOut: 'file to save it to (.xlsx or .csv)',
    id: 'ID, see campaign list; its first characters are enough',
    options: {
      silent: 'only firms silent for so many days (since they last reported, or were invited)',
      invited: 'only firms invited at least so many days ago',
      notReminded: 'only firms not reminded for so many days',
      neverReached: 'only firms that no message ever arrived at',
      at: 'start at this time (Beijing time), such as 2026-12-01T09:30',
      notWithin: 'at least so many working days between two messages to the same firm (default 1)',
      perMinute: 'at most so many firms a minute',
      text: 'an announcement with these words (the office’s own, 1000 characters at most; English ones below a line “English:”) instead of reminders',
      textFile: 'the words of the announcement are in this text file',
      outside: 'outside sending time: wait until it begins again (default), or skip who is left',
    },
    textTwice: 'Use only one of --text and --text-file.',
    textUnreadable: (p) => `${p.file} cannot be read; check the path.`,
    targetMissing: 'Give a USCC, or choose firms with --city, --step and so on; for every firm use --all.',
    targetTwice: 'A USCC cannot be combined with --city, --step, --all and so on.',
    previewOnly:
      'This is a preview, nothing was sent. Add --yes to send; each firm is checked again before its message.',
    started: (p) => `Started (${p.id}). Ctrl-C stops waiting, not the sending.`,
    unsure: (p) =>
      `There was no answer in time, and it is not certain that it has started (${p.id}). Do not start another: look with tongbao campaign show; if it does not begin, tongbao reconcile --yes starts this one, and nothing is sent twice.`,
    progress: (p) => `${p.done} of ${p.total} done...`,
    none: 'There has been no campaign yet.',
    columns: ['ID', 'time (Beijing)', 'kind', 'state', 'done', 'sent', 'scope'],
    startedAt: (p) => `started: ${p.at}`,
    endedAt: (p) => `ended: ${p.at}`,
    ambiguous: (p) => `More than one ID begins with ${p.id}; please give more of it.`,
    notFound: (p) => `No campaign has an ID that begins with ${p.id}; see campaign list.`,
    exportColumns: ['USCC', 'name', 'city', 'outcome code', 'outcome', 'time (Beijing)'],
    exported: (p) => `Saved the outcomes of ${p.count} firms to ${p.file}.`,
    exportExists: (p) => `${p.file} is there already and is not overwritten; please choose another name.`,
    exportUnwritable: (p) => `${p.file} cannot be written; check the path.`,
  },
};
