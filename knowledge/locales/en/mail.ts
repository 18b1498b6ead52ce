import type { mail as zhMail } from '../zh-CN/mail.ts';

const quoted = (labels: string[]): string => labels.map((label) => `"${label}"`).join(', ');

export const mail: typeof zhMail = {
  subject: {
    reminder: 'tongbao: reminder of your enrollment',
    status: 'tongbao: the status of your enrollment has changed',
    announcement: 'tongbao: a notice from the office',
    other: 'tongbao: there is news for you',
    code: 'tongbao: code to verify your mail address',
  },
  inChat: (p) =>
    `For ${quoted(p.labels)} please go to your chat with tongbao; a reply to this mail does not reach it.`,
  inChatAt: (p) => `Open the chat: ${quoted(p.labels)}`,
  why: 'You get this mail because you gave and verified this address in the chat. Enrolling costs nothing: a mail that asks for money is not from us.',
  stop: 'Stop reminding me, by mail and in chats',
  button: {
    show: 'Mail',
    prefer: 'Mail first',
    remove: 'Remove my address',
  },
  chat: {
    notHere: 'There is no mail here; reminders come to the chat only.',
    staffCannot: "A staff member's chat cannot have a mail address.",
    notAnAddress:
      'That does not look like a mail address. Please send just one, such as /mail wang@example.com',
    none: 'You have given no mail address.',
    how: 'To get reminders by mail where the chat does not reach you, send "mail" and your address, such as: mail wang@example.com. A code goes there, and the address counts once you send the code back here.',
    codeSent: (p) => [
      `A code is on its way to ${p.address}. Please send its 6 digits back here within ${p.minutes} minutes.`,
      'If it has not come in a few minutes, look into your spam; if it is not there, check the address and send it again.',
    ],
    noMailbox: 'The mail server says that there is no such address. Please check it and send it again.',
    notSent: 'The code cannot be sent right now; please try again in a few minutes.',
    tooManyForAddress:
      'Enough codes went to this address today; please try again tomorrow, and look into your spam.',
    tooManyForPerson: 'You have asked for enough codes today; please try again tomorrow.',
    tooManyAtAll: 'Too many people ask for codes right now; please try again in an hour.',
    wrong: (p) =>
      `That is not the code; please check the 6 digits in the mail. ${p.left === 1 ? 'One try is' : `${p.left} tries are`} left.`,
    expired: 'This code has expired; send your address again and I send a new one.',
    tooManyAttempts:
      'Too many wrong tries: this code no longer works. Send your address again and I send a new one.',
    done: (p) => `Verified: ${p.address} is your address.`,
    verified: (p) => `Your mail address: ${p.address} (verified).`,
    refused: (p) =>
      `Mail to your address ${p.address} came back, so nothing is sent there now. Please check it and add it again.`,
    chatFirst: 'Reminders go to the chat first, and by mail only where the chat does not work.',
    mailFirst: 'Reminders go by mail first, and to the chat only where mail does not work.',
    preferred: 'All right, mail first from now on.',
    preferredToast: 'Mail first',
    removed: 'All right, your address is removed; there is no more mail.',
    removedToast: 'Removed',
  },
  codeMail: (p) => [
    `Your code: ${p.code}`,
    `Please send it back in your chat with tongbao within ${p.minutes} minutes.`,
    'If it was not you who asked for it, just ignore this mail: without the code there will be no other. Do not give the code to anybody.',
  ],
  page: {
    title: 'Mail from tongbao',
    stopAsk: 'Stop reminding you of your enrollment?',
    stopped: 'Stopped: no more reminders of your enrollment, neither by mail nor in the chat.',
    noticesStill: 'You are still told when the official status changes, such as an approval or a return.',
    resumed: 'All right, the reminders go on.',
    removed:
      'Your address is removed: there will be no mail at all. Reminders in the chat go on; to use mail again, add your address in the chat.',
    gone: 'This link no longer works: the address may have been removed or changed. If you still get mail that you do not want, use the link in the latest one, or contact the office that writes to you.',
    stop: 'Stop the reminders',
    resume: 'Undo: remind me again',
    remove: 'No mail at all: remove this address',
  },
  settingsIncomplete: (p) =>
    `The settings of mail are incomplete: ${p.missing} is missing too; if there is to be no mail, remove all of TONGBAO_SMTP_* and TONGBAO_MAIL_*.`,
  doctor: {
    fine: (p) =>
      `Mail: the server is fine, ${p.secured ? 'over a secured line' : 'on this machine, not encrypted'}; no mail was sent.`,
    links: (p) => `Mail: its links are ${p.url}; make sure that they open from outside.`,
    noLinks:
      'Mail: there is no https address from outside, so readers would have no link to stop mails, and none are sent. Set TONGBAO_MAIL_LINK_URL, see docs/mail.md.',
    otherDomain: (p) =>
      `Mail: the sender is at ${p.from}, the user who signs in at ${p.user}; many servers do not let that through, please check TONGBAO_MAIL_FROM.`,
    refused:
      'Mail: the server does not take this user and password; check TONGBAO_SMTP_USER and TONGBAO_SMTP_PASSWORD (many providers want an app password, not the one to sign in with).',
    notSecured:
      'Mail: no secured line to the server, or its certificate is not trusted, so nothing is sent. For port 465 use smtps://; name a certificate of your own with NODE_EXTRA_CA_CERTS.',
    unreachable: (p) =>
      `Mail: the server cannot be reached (${p.reason}); check the network and TONGBAO_SMTP_URL. Many cloud machines block port 25.`,
  },
};
