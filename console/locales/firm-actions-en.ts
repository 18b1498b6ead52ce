import type { FirmActionTexts } from './firm-actions-zh-CN.ts';

export const firmActionsEn: FirmActionTexts = {
  title: 'Actions',
  status: 'Official status',
  remind: 'Remind',
  note: 'Note',
  invite: 'Invitation code',
  officer: 'Officer',
  officerHint:
    'The officer is told of firms that do not answer; where nobody is named, whoever has the city.',
  nameOfficer: 'Name officer',
  officerNamed: (count) => `Named, for ${count === 1 ? 'one firm' : `${count} firms`}.`,
  officerChanged: 'Somebody else has just named another officer for these; look, then name one:',
  kind: 'How',
  change: 'The status has changed',
  correction: 'Correction (a wrong one was entered)',
  changeHint: 'To the next status, as things have gone on. Why some cannot be chosen is said below.',
  correctionHint: 'To any status, with a reason; both entries stay in what happened.',
  to: 'Becomes',
  choose: 'Choose',
  notNow: 'Not possible now',
  reason: 'Reason',
  reasonHint: 'The firm will see it.',
  reasonOptional: 'Optional; the firm will see it.',
  reasonMissing: 'Give the reason; the firm will see it.',
  toMissing: 'Choose what it becomes.',
  confirm: (from, to, contacts) =>
    contacts === 0
      ? `From "${from}" to "${to}"? Nobody is linked, so tell the firm by phone.`
      : `From "${from}" to "${to}"? ${contacts === 1 ? 'One contact' : `${contacts} contacts`} will be told.`,
  save: 'Change',
  meanwhile: 'Not changed: somebody else was first while you looked. What happened meanwhile:',
  lookAgain: 'What stands below is up to date now. Look at it, then decide.',
  preview: 'The contact will see',
  recipients: (count) => `Goes to ${count === 1 ? 'one contact' : `${count} contacts`}.`,
  willNotGo: (why) => `Cannot be sent now: ${why}.`,
  quietUntil: (at) => `It can be sent from ${at}.`,
  send: 'Send now',
  noteText: 'Note',
  noteHint:
    'Goes into what happened and cannot be changed or removed; operators and administrators see what it says. Up to 1000 characters.',
  noteSaved: 'Noted.',
  inviteHint:
    'Makes a one-time code. Give it to the firm’s contact alone, never in a group. Earlier codes of this firm end.',
  makeCode: 'Make a code',
  code: 'Code',
  once: 'Shown this once: it is gone when you leave this page.',
  validUntil: (at) => `Works until ${at}, and once.`,
  scan: (channel) => `Scan to link (${channel})`,
  local:
    'This link opens on the server’s own machine only; set TONGBAO_PUBLIC_URL before you give it to a firm.',
  byHand: 'Or open a chat with the bot and send it this code.',
  printCode: 'Print',
  workflow: 'Its workflow in Temporal',
  who: 'Who',
};
