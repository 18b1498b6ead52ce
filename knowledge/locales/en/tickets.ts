import { shanghaiDate, shanghaiTime, weekdayOf } from '../../calendar/shanghai-time.ts';
import type { Destination } from '../../tickets/destination.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import type { WaitingTime } from '../../tickets/waiting-time.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const moment = (at: string): string =>
  `${shanghaiTime(at)} on ${weekdays[weekdayOf(shanghaiDate(at))] ?? ''} ${shanghaiDate(at)} (Beijing time)`;
const lasting = (minutes: number): string => {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const half = Math.round(minutes / 30) / 2;
  return half === 1 ? '1 working hour' : `${half} working hours`;
};
const stateLabels: Record<TicketState, string> = {
  open: 'new',
  waitingStaff: 'waits for staff',
  waitingAsker: 'waits for the asker',
  closed: 'closed',
};

export const tickets = {
  talkToPerson: 'Ask a person',
  close: 'Close the ticket',
  reopen: 'Reopen',
  score: (p: { score: number }): string => String(p.score),

  opened: (p: { id: number }): string => `I have passed this on to the office staff as ticket ${p.id}.`,
  reopened: (p: { id: number }): string =>
    `Ticket ${p.id} is open again; the staff can see everything that was said before.`,
  joined: (p: { id: number }): string => `Ticket ${p.id} is open already, no need to ask again.`,
  about: (p: { question: string }): string => `Your question: “${p.question}”.`,
  writeWhat: 'Please write down what you want to ask; I will pass it on.',
  writeOn:
    'From now on I pass on what you write to the staff and keep quiet myself; your progress, buttons and policy questions still work. Send /close when you are done.',
  writeOnInGroup:
    'From now on I pass on what you say here when you mention me or reply to me, and only what you say. Please keep your company’s affairs out of the group; write to me in private. Send /close when you are done.',
  waiting: ({ opensAt, calendarKnown, usualMinutes, ahead }: WaitingTime): string =>
    [
      opensAt === null
        ? 'The office is open now.'
        : `The office is closed now; the staff will see this after it opens at ${moment(opensAt)}.`,
      usualMinutes === null
        ? 'I cannot say how long an answer takes; it comes once somebody has seen this.'
        : `Lately most people had an answer within ${lasting(usualMinutes)}.`,
      ...(ahead === 0 ? [] : [ahead === 1 ? '1 other person is waiting.' : `${ahead} others are waiting.`]),
      ...(calendarKnown
        ? []
        : ['(The holidays of that year are not published yet; the office’s own hours hold.)']),
    ].join(' '),
  botAnswered: (p: { id: number }): string =>
    `(Ticket ${p.id} is still open. I answered this one myself and did not pass it on; to do so, send it again after “talk to a person:”.)`,

  botAnsweredInGroup:
    '(Your ticket with the staff is still open. I answered this one myself and did not pass it on; to do so, send it again after “talk to a person:”.)',
  notYours: 'This is not your ticket.',
  notChanged: 'Nothing was changed: the ticket is so already, or its 7 days are over.',
  filesNotPassed: 'I have passed the words on; what came with them I cannot read, and it was not passed on.',
  cannotWriteFirst:
    'In this chat I cannot send you what the staff write later, so I have opened no ticket. Please contact them directly, or find me on Telegram or in the web chat.',
  passedOn: 'Passed on.',
  answerComes: {
    private: 'The answer comes to you in private.',
    group: 'The answer comes here, as a reply to you.',
  },
  fromStaff: (p: { id: number }): string => `Answer from the office staff (ticket ${p.id}):`,
  closedByAsker: (p: { id: number }): string => `Ticket ${p.id} is closed.`,
  closedByStaff: (p: { id: number }): string => `The staff have closed ticket ${p.id}.`,
  closedAsQuiet: (p: { id: number }): string =>
    `Nobody wrote in ticket ${p.id} for some working days after the answer, so it is closed; please open it again if it is not settled.`,
  reopenedByStaff: (p: { id: number }): string =>
    `The staff have opened ticket ${p.id} again; please go on here.`,
  howWasIt:
    'How was it? Please tap a score; 5 is best. Within 7 days you can open the ticket again if there is more.',
  thanks: (p: { score: number }): string => `Thank you, noted: ${p.score} of 5.`,
  thanksToast: 'Thank you!',
  noneOpen: 'You have no open ticket. To reach the staff, send “talk to a person”.',
  refused: {
    closed: (p: { id: number }): string =>
      `Ticket ${p.id} is closed. If there is more, send “talk to a person”.`,
    notClosed: (p: { id: number }): string => `Ticket ${p.id} is open; just write.`,
    tooLate: (p: { id: number }): string =>
      `Ticket ${p.id} was closed more than 7 days ago; send “talk to a person” for a new one.`,
    otherOpen: (p: { id: number }): string =>
      `Another ticket of yours is open, so there is no need for ticket ${p.id}; just write.`,
    notFound: (p: { id: number }): string => `This is not your ticket (${p.id}).`,
    badScore: (p: { id: number }): string => `The score of ticket ${p.id} was not noted; please tap 1 to 5.`,
    busy: (p: { id: number }): string => `Ticket ${p.id} is being changed just now; please try again.`,
  },
  askFirst: 'Please mention me with your question first, then ask for a person.',

  staff: {
    states: stateLabels,
    goesTo: {
      private: 'What you write goes to the asker in private.',
      group:
        'The asker has no private chat with the bot: what you write goes into the group as a reply, where everybody reads it. Nothing about a firm there, please.',
      nowhere: 'Nothing can reach the asker now (no private chat, or the bot is blocked).',
    } satisfies Record<Destination, string>,
    inGroupHow: (p: { id: number }): string =>
      `Nothing was sent. If it really is for the group, write: /reply ${p.id} group YOUR WORDS`,
    topicName: (p: { id: number; first: string }): string =>
      p.first === '' ? `Ticket ${p.id}` : `Ticket ${p.id}: ${p.first}`,
    opened: (p: { id: number; inGroup: boolean }): string =>
      `🆕 Ticket ${p.id}, asked ${p.inGroup ? 'in a group' : 'in private'}.`,
    /** `goesTo` is one of the sentences above. */
    how: 'What is written here (without topics: in reply to a message of this ticket) goes to the asker. What begins with // is a note and stays here. Close: /close; open again: /reopen.',
    asker: (p: { text: string }): string => `Asker: ${p.text}`,
    groupBroken:
      '(The staff group takes nothing from the bot, so this comes here. An administrator should see whether the bot is still in it and may write; for another group, send /staffgroup there.)',
    bystander: (p: { text: string }): string => `Staff, from elsewhere: ${p.text}`,
    note: (p: { text: string }): string => `Note: ${p.text}`,
    closedByAsker: 'The asker closed the ticket.',
    closedByStaff: 'Staff closed the ticket.',
    closedAsQuiet: 'Nobody wrote for some working days after the answer; the ticket was closed.',
    reopenedByAsker: 'The asker opened the ticket again.',
    reopenedByStaff: 'Staff opened the ticket again.',
    rated: (p: { score: string }): string => `The asker gave ${p.score} of 5.`,
    reminder: (p: { id: number; minutes: number }): string =>
      `⏰ Ticket ${p.id} has waited for ${lasting(p.minutes)} without an answer.`,
    again: '(Sent again) ',
    withTicket: (p: { id: number; line: string }): string => `Ticket ${p.id} | ${p.line}`,
    delivered: {
      private: '✅ Delivered in private.',
      group: '✅ Posted in the group.',
    },
    notDelivered: (p: { reason: string }): string => `⚠️ Not delivered: ${p.reason}`,
    unknownFate:
      '⚠️ Nobody knows whether it arrived: the connection broke while sending. It was not sent again; please make sure.',
    reasons: {
      blocked: 'the asker has blocked the bot.',
      deactivated: 'the asker’s account is gone.',
      chatNotFound: 'the chat with the asker was not found.',
      badRequest: 'the messenger refuses this message.',
      namesFirm:
        'it names a company, and nothing of a company is said in a group. Please write it differently, or ask for a private chat.',
      noWayToReach: 'there is no private way to the asker.',
      other: 'sending failed.',
    } as Record<string, string>,
    notLinked:
      'You are not linked as staff, so this did not go to the asker. Get a staff code and send it to the bot in private.',
    textOnly: 'Only text can be passed on for now; this was not sent.',
    edited: '✏️ Changed to the edited text.',
    refused: {
      closed: (p: { id: number }): string =>
        `Ticket ${p.id} is closed; nothing was sent. To go on, send /reopen first.`,
      notClosed: (p: { id: number }): string => `Ticket ${p.id} is open.`,
      tooLate: (p: { id: number }): string => `Ticket ${p.id} was closed too long ago.`,
      otherOpen: (p: { id: number }): string =>
        `The asker has another open ticket, so ticket ${p.id} was not opened again.`,
      notFound: (p: { id: number }): string => `There is no ticket ${p.id}.`,
      badScore: (p: { id: number }): string => `The score of ticket ${p.id} is wrong.`,
      busy: (p: { id: number }): string =>
        `Ticket ${p.id} is being changed by somebody else; please try again.`,
      elsewhere: (p: { id: number }): string =>
        `Where words of ticket ${p.id} go has just changed, so this was not sent; please look at the ticket first.`,
      news: (p: { id: number }): string =>
        `There is something new in ticket ${p.id}; this was not sent. Please look and send it again.`,
    },

    groupTied:
      'This is the staff group now. New tickets show up here, a topic each; in a group without topics, a thread of replies each.',
    groupTiedForumHint:
      'For a topic a ticket, turn on topics in the group’s settings and make the bot an administrator who may manage topics.',
    groupUntied:
      'This is no staff group any more. The tickets are still there: tongbao tickets, or /tickets in private.',
    groupOnOrOff:
      'This was not understood, and nothing was changed. To make this group the staff group, send /staffgroup; to end that, /staffgroup off.',
    groupNotTied: 'This was no staff group.',
    groupOnlyByStaff: 'Only linked staff may make a group the staff group. The attempt has been recorded.',

    list: {
      none: 'No ticket is open.',
      title: (p: { count: number }): string => `Open tickets: ${p.count}.`,
      row: (p: { id: number; state: TicketState; first: string }): string =>
        `${p.id}. ${p.first === '' ? '(no question yet)' : p.first} (${stateLabels[p.state]})`,
      how: 'In full: /ticket NUMBER. Answer: /reply NUMBER TEXT. Close: /close NUMBER.',
    },
    usage: {
      ticket: 'Please give the number, such as /ticket 12. Numbers: /tickets.',
      reply: 'Please give number and text, such as /reply 12 Please bring your licence. Numbers: /tickets.',
      close: 'Please give the number, such as /close 12. Numbers: /tickets.',
      reopen: 'Please give the number, such as /reopen 12.',
    },
    replied: (p: { id: number }): string =>
      `Noted and on its way to the asker of ticket ${p.id}; /ticket ${p.id} shows whether it arrived.`,
    closed: (p: { id: number }): string => `Ticket ${p.id} is closed; the asker is told.`,
    reopened: (p: { id: number }): string => `Ticket ${p.id} is open again.`,
    notice: (p: { id: number; line: string }): string =>
      `Ticket ${p.id}: ${p.line}\nAnswer: /reply ${p.id} TEXT`,
  },

  shown: {
    title: (p: { id: number; state: TicketState; openedAt: string }): string =>
      `Ticket ${p.id} (${stateLabels[p.state]}), opened ${p.openedAt}`,
    firms: (p: { names: string[] }): string =>
      p.names.length === 0 ? 'The asker is linked to no firm.' : `The asker’s firms: ${p.names.join(', ')}.`,
    rating: (p: { rating: number }): string => `Rating: ${p.rating} of 5.`,
    authors: { asker: 'asker', staff: 'staff', system: 'system' },
    kinds: {
      note: '(note)',
      opened: 'opened the ticket',
      closed: 'closed the ticket',
      reopened: 'opened the ticket again',
      rated: 'rated it',
      reminder: 'reminded the staff; minutes waited:',
    },
    fates: {
      queued: 'waits to be sent',
      sending: 'being sent',
      sent: 'delivered',
      failed: 'not delivered',
      unknown: 'nobody knows whether it arrived',
      skipped: 'not sent',
    },
    edited: '(edited)',
  },

  cli: {
    describe: 'tickets handed to the staff: list, show, reply, note, close, reopen, erase',
    list: 'lists the open tickets (default)',
    closedOnes: 'lists those that are closed',
    json: 'prints JSON',
    show: 'shows all that was said in a ticket, and whether it arrived',
    reply: 'answers the asker',
    inGroup:
      'allows an answer in the group it was asked in, where the asker has no private chat with the bot',
    note: 'keeps a note that the asker does not get',
    close: 'closes a ticket and tells the asker',
    reopen: 'opens a ticket again',
    erase: 'erases all tickets of one asker and what was said in them, for good',
    yes: 'yes, erase',
    id: 'number of the ticket',
    text: 'the text',
    columns: ['no.', 'state', 'opened', 'waits (office minutes)', 'question'],
    badId: (p: { given: string }): string => `The number of a ticket is wanted, not “${p.given}”.`,
    noText: 'Please give the text.',
    none: 'No tickets.',
    needsGroup:
      'The asker has no private chat with the bot: the answer would go into the group it was asked in, where everybody reads it. To send it, add --in-group.',
    nowhere: 'Nothing can reach the asker now (no private chat, or the bot is blocked); nothing was noted.',
    sentBy: 'The running tongbao (npm start) sends it; where none runs, the next start does.',
    needsYes: (p: { id: number; count: number }): string =>
      `This erases all ${p.count} tickets of the asker of ticket ${p.id}. To do so, add --yes.`,
    erased: (p: { count: number }): string => `Erased ${p.count} tickets.`,
    noted: (p: { id: number }): string => `Noted under ticket ${p.id}.`,
  },
};
