import type { RenewalRefusal } from '../../renewal/refusals.ts';
import type { renewal as zh } from '../zh-CN/renewal.ts';
import { enrollment } from './enrollment.ts';

const refusals = {
  valueBelow: 'exports below the limit',
  valueAbove: 'exports above the limit',
  valueUnknown: 'no export value on the list',
  notListed: 'not on the approved list',
} satisfies Record<RenewalRefusal, string>;
const reasons: Partial<Record<string, string>> = {
  ...refusals,
  ...{
    list: 'not on the list so far',
    value: 'no export value on the list so far',
  },
};
const reasonText = (codes: string[]): string => codes.map((code) => reasons[code] ?? code).join(', ');
const verdicts = {
  eligible: 'Can renew',
  invited: 'Invited to renew',
  notEligible: 'Not eligible',
  waitingForList: 'Waiting for the list',
  notFollowed: 'Its follow-up was not found',
  changedMeanwhile: 'Not insured any more when it was its turn',
};
const firms = (count: number): string => (count === 1 ? '1 firm' : `${count} firms`);

export const renewal: typeof zh = {
  refused: {
    head: (p) =>
      `${p.firm}: by its exports of ${p.baseYear} and the list of ${p.year}, the firm cannot renew into ${p.year} for now.`,
    valueUnknown: (p) =>
      `Exports: the list gives no value of ${p.baseYear} for the firm, so this cannot be judged.`,
    policyStands: 'The present policy is not affected; it stays in force until it ends.',
    next: (p) =>
      `If the list or the value is wrong, tap "${p.contacts}" and ask them to check. When the list is corrected I look again and tell you.`,
  },
  office: {
    calendarUnknown: (p) => [
      `The holidays and make-up working days of ${p.year} are not known yet.`,
      `Without them reminders of ${p.year} go by Monday to Friday: on holidays too, and not on weekend days that are worked.`,
      'Once the State Council has published them, update tongbao and see with tongbao doctor whether they are there.',
    ],
    nextPackMissing: (p) => [
      `Renewal of pack ${p.packId} is to open on ${p.opensOn}, but the next year's pack ${p.nextPackId} is missing or not filled in.`,
      `tongbao pack check ${p.nextPackId} says what is left to do; until then renewal does not open.`,
    ],
    renewalMissed: (p) => [
      `Renewal of pack ${p.packId} was to open on ${p.opensOn} and did not; it is too long ago to be opened unasked.`,
      'If it is still to open, run tongbao renewal open.',
    ],
    renewalOpened: (p) => [
      `Renewal from ${p.packId} into ${p.nextPackId} is open, and all were judged once:`,
      [
        `${firms(p.invited)} invited`,
        `${p.notEligible} not eligible and told why`,
        `${p.waiting} waiting for the list`,
        `${p.unsettled} for a person to look at`,
      ].join(', ') + '.',
      'Details: tongbao renewal report. Those that wait are judged again when the next list is imported.',
    ],
  },
  cli: {
    describe: {
      renewal: 'Renewal into the next year: preview, open, results',
      preview:
        'Preview: who can renew, who cannot and why, who waits for the list; nothing is written or sent',
      open: "Open the renewal: a preview first, --yes opens it; does not wait for the pack's day",
      report: 'Results: who was invited, who is not eligible and why, who waits for the list',
      listComplete: "Declare the next year's list complete: who is not on it is told so; with --yes only",
      out: 'save the details to this file (.xlsx or .csv)',
      pack: 'policy pack by its ID; TONGBAO_PACK where absent',
      check: "the day of renewal and the next year's pack",
    },
    notPlanned: (p) =>
      `Pack "${p.pack}" plans no renewal (renewal is null): put into pack.json when it opens and into which pack.`,
    nextPackUnusable: (p) =>
      `The next year's pack "${p.next}" is missing or not filled in, so renewal cannot open. Run tongbao pack check ${p.next}.`,
    calendar: (p) => `Pack ${p.pack} renews into ${p.next}, from ${p.opensOn} 09:00.`,
    openedAt: (p) => `Renewal opened at ${p.at} (${p.by === 'system' ? "by the pack's calendar" : p.by}).`,
    listCompleteAt: (p) => `The list was declared complete at ${p.at}.`,
    notOpen: (p) => `Renewal of pack "${p.pack}" is not open yet; tongbao renewal open opens it.`,
    total: (p) => `${firms(p.count)} insured:`,
    resultTotal: (p) => `${firms(p.count)} judged:`,
    line: (p) =>
      `${verdicts[p.verdict]}${p.codes.length === 0 ? '' : ` (${reasonText(p.codes)})`}: ${p.count}`,
    others: (p) => `${enrollment.statusLabels[p.status]}: ${p.count}, not up for renewal`,
    stillDue: (p) => `${firms(p.count)} not judged yet; the running system goes on with them.`,
    previewOnly: 'This is a preview only. Add --yes to open.',
    opened: 'Renewal is open, and the system is going through the firms. Results: tongbao renewal report.',
    openAlready:
      'Renewal was open already; the system goes on with those that are left. Results: tongbao renewal report.',
    listCompletePreview: (p) =>
      `${firms(p.count)} wait for the list. Once it is declared complete, those not on it are told that they are not eligible; this cannot be undone. Add --yes.`,
    listCompleted: (p) => `The list is declared complete; ${firms(p.count)} are being judged again.`,
    saved: (p) => `Details of ${firms(p.count)} saved to ${p.file}.`,
    unwritable: (p) => `Cannot write ${p.file}; check path and permissions.`,
    exists: (p) => `${p.file} exists already and is not overwritten; choose another name.`,
    columns: [
      'USCC',
      'Firm',
      'City',
      'Status this year',
      'Verdict',
      'Reason',
      'Next list',
      'Exports (USD)',
      'Export year',
    ],
    verdicts,
    reasonText,
    listed: (p) => (p.listed === null ? 'not named' : p.listed ? 'on it' : 'not on it'),
    leftToRenewal: (p) =>
      `${firms(p.count)} of them have a policy in ${p.packs}: renewal judges them before they are invited.`,
    doctor: {
      fine: (p) => `renewal opens on ${p.opensOn}; the next year's pack ${p.next} is filled in`,
      open: (p) => `renewal into ${p.next} is open`,
      nextPackUnusable: (p) =>
        `renewal opens on ${p.opensOn}, but the next year's pack ${p.next} is missing or not filled in; run tongbao pack check ${p.next}`,
      missed: (p) => `renewal was to open on ${p.opensOn} and did not; tongbao renewal open opens it`,
    },
  },
};
