import type { Operation } from './operation.ts';
import { nothing } from './schemas.ts';
import * as tickets from './ticket-schemas.ts';

/** Tickets in the table of operations. `ofTicket`: of one that its account may see. */
export const ticketOperations = {
  searchTickets: {
    ...{ method: 'POST', path: '/tickets/search', role: 'viewer' },
    summary: 'One page of the tickets of a box, and how many each box has.',
    body: tickets.ticketSearch,
    answer: tickets.ticketPage,
  },
  watchTickets: {
    ...{ method: 'GET', path: '/tickets/events', role: 'viewer' },
    summary: 'Which tickets changed, as it happens; resumes after `Last-Event-ID`.',
    answer: nothing,
    file: 'text/event-stream',
    byItself: true,
  },
  readTicket: {
    ...{ method: 'POST', path: '/tickets/read', role: 'viewer', ofTicket: true },
    summary: 'A ticket’s conversation, and where its asker’s firms stand.',
    body: tickets.ticketBody,
    answer: tickets.ticketDetail,
  },
  replyToTicket: {
    ...{ method: 'POST', path: '/tickets/reply', role: 'operator', ofTicket: true },
    summary: 'Write to the asker.',
    body: tickets.replyBody,
    answer: nothing,
  },
  noteOnTicket: {
    ...{ method: 'POST', path: '/tickets/note', role: 'operator', ofTicket: true },
    summary: 'A note among staff.',
    body: tickets.noteBody,
    answer: nothing,
  },
  closeTicket: {
    ...{ method: 'POST', path: '/tickets/close', role: 'operator', ofTicket: true },
    summary: 'Close a ticket; its asker is told.',
    body: tickets.closeBody,
    answer: nothing,
  },
  reopenTicket: {
    ...{ method: 'POST', path: '/tickets/reopen', role: 'operator', ofTicket: true },
    summary: 'Open a closed ticket again.',
    body: tickets.reopenBody,
    answer: nothing,
  },
  assignTicket: {
    ...{ method: 'POST', path: '/tickets/assign', role: 'operator', ofTicket: true },
    summary: 'Take a ticket, give it to somebody or to nobody.',
    body: tickets.assignBody,
    answer: nothing,
  },
  suggestAnswer: {
    ...{ method: 'POST', path: '/tickets/suggest', role: 'operator', ofTicket: true },
    summary: 'What the bot would say, with where it is from.',
    body: tickets.ticketBody,
    answer: tickets.suggestion,
  },
  keepTicketAnswer: {
    ...{ method: 'POST', path: '/tickets/keep', role: 'operator', ofTicket: true },
    summary: 'Keep an answer for whoever asks the same.',
    body: tickets.keepBody,
    answer: tickets.kept,
  },
  listCannedReplies: {
    ...{ method: 'GET', path: '/canned-replies', role: 'operator' },
    summary: 'Words that the office keeps to answer with.',
    answer: tickets.cannedReplies,
  },
  saveCannedReply: {
    ...{ method: 'POST', path: '/canned-replies/save', role: 'operator' },
    summary: 'Add such words, or change them.',
    body: tickets.cannedBody,
    answer: nothing,
  },
  removeCannedReply: {
    ...{ method: 'POST', path: '/canned-replies/remove', role: 'operator' },
    summary: 'Remove such words.',
    body: tickets.removeCannedBody,
    answer: nothing,
  },
} as const satisfies Record<string, Operation>;
