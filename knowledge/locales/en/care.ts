import type { care as zhCare } from '../zh-CN/care.ts';
import { enrollment } from './enrollment.ts';

const { statusLabels } = enrollment;
const firms = (count: number): string => (count === 1 ? '1 company' : `${count} companies`);

export const care: typeof zhCare = {
  correct: {
    usage:
      'Please add the unified social credit code, the right status and the reason, for example: /correct 91320800MA1XXXXXXX invited entered for the wrong company. The company will see the reason.',
    unknownStatus: (p) =>
      `There is no status "${p.given}". It can be: ${Object.keys(statusLabels).join(', ')}.`,
    really: (p) => [
      `Correct the official status of ${p.firm} (${p.uscc})?`,
      `Status: "${statusLabels[p.from]}" → "${statusLabels[p.to]}"\nReason: ${p.reason}`,
      'Once confirmed, the company is told of the correction and sees the reason; the earlier entries stay.',
    ],
    confirm: 'Correct it',
    cancel: 'Cancel',
    cancelled: 'Not corrected; nothing was changed.',
    expired: 'This confirmation no longer holds and changed nothing. To correct it, send /correct again.',
    done: (p) =>
      `The official status of ${p.firm} was corrected to "${statusLabels[p.status]}"; ${p.contacts === 0 ? 'it has no linked contact, so please tell it by phone.' : 'its linked contacts will be told.'}`,
  },

  contact: {
    line: (p) =>
      `• Contact ${p.number}${p.primary ? ' (reminded first)' : ''}: ${p.channels.join(', ')}${p.wish === null ? '' : `; ${p.wish}`}`,
    blocked: (p) => `${p.channel} (blocked)`,
    neverPrivate: (p) => `${p.channel} (never in private)`,
    stopped: 'wants no reminders',
    snoozed: (p) => `wants no reminders before ${p.until}`,
  },
  firm: {
    declined: (p) => `Company's own word: it does not take part this year (${p.at}); please verify.`,
    snoozed: (p) => `The company asked for no reminders before ${p.until}.`,
    unanswered: (p) => `Reminders without an answer: ${p.count}.`,
  },
  why: {
    noContact: 'no linked contact',
    blocked: 'no contact can be reached (blocked, or never in private)',
    stopped: 'the contacts want no reminders',
  },

  mine: {
    title: (p) =>
      `Of the companies that you look after (${p.cities === null ? 'no city in particular' : p.cities.join(', ')}), ${firms(p.count)} still ${p.count === 1 ? 'has' : 'have'} to confirm.`,
    none: 'None of the companies that you look after still has to confirm.',
    toVerify: (p) => `Reported all steps, to be verified by you: ${firms(p.count)}.`,
    declined: (p) => `Said that it does not take part, to be verified by you: ${firms(p.count)}.`,
    unanswered: (p) => `Reminded without an answer: ${firms(p.count)}.`,
    row: (p) => `• ${p.name}${p.unanswered === 0 ? '' : ` (${p.unanswered}×)`}: /firm ${p.uscc}`,
    more: (p) => `${p.count} more are not listed.`,
    unreachable: (p) => `Besides, no reminder reaches ${firms(p.count)}: please call.`,
  },
};
