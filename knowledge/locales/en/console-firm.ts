import type { consoleFirm as zh } from '../zh-CN/console-firm.ts';
import { enrollment } from './enrollment.ts';

export const consoleFirm: typeof zh = {
  fromConsole: 'Console',
  who: {
    cli: 'Command line',
    import: 'An imported list',
    system: 'The program',
    formerStaff: 'Somebody who left the staff',
    contact: 'A contact of the firm',
    contactOn: ({ channel, primary }) =>
      `${primary ? 'The first contact' : 'A contact of the firm'} (${channel})`,
  },
  note: ({ text }) => `Note: ${text}`,
  noteHidden: 'A note (operators see what it says)',
  applied: 'Changed; the linked contacts will be told.',
  alreadyApplied: 'This change was made before.',
  unavailable: {
    notFound:
      'This firm is not followed yet, or no longer, so nothing was changed. One that is over can only be corrected.',
    unreachable:
      'The workflow engine does not answer, so nothing was done. Try again later, or have an administrator run tongbao doctor.',
    noAnswer:
      'No answer yet: it may have been done, or not. Look at what happened in a while; pressing again counts once.',
  },
  reminded: (r) => {
    switch (r.outcome) {
      case 'sent':
        return `Sent to ${r.sent === 1 ? 'one contact' : `${r.sent} contacts`}.`;
      case 'collected':
        return 'It goes out within minutes, in one message with what else this contact is due.';
      case 'skipped':
        return `Not sent: ${enrollment.skipLabels[r.reason]}.`;
      case 'failed':
        return 'Not sent: the contacts cannot be reached on any channel.';
      case 'unknown':
        return 'Sent, but nobody knows whether it arrived.';
    }
  },
};
