import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import type { WaitingTime } from '../../../knowledge/tickets/waiting-time.ts';
import type { ChangeRefusal } from '../../tickets/change-ticket.ts';
import { atTheEnd } from '../../tickets/at-the-end.ts';
import { topicRows } from '../handlers/answer-message.ts';
import { message, tap } from '../replies.ts';

/** What a group may hear of a ticket: its number, instants and counts, and nothing of what is said in it. */
export type TicketNews =
  | {
      kind: 'opened' | 'joined' | 'reopened';
      id: number;
      wait: WaitingTime;
      /** Where the answer comes. */
      comes: 'private' | 'group';
      /** Nothing was asked yet. */
      wantsWords: boolean;
    }
  | { kind: 'closed'; id: number; by: 'asker' | 'staff' | 'system' }
  | { kind: 'reopenedByStaff'; id: number }
  | { kind: 'rated'; id: number; score: number }
  | { kind: 'refused'; id: number; why: ChangeRefusal }
  | { kind: 'noneOpen' };

/** In fixed sentences. */
export function ticketNews(news: TicketNews, locale: Locale): OutboundMessage {
  const { tickets } = textsFor(locale);
  switch (news.kind) {
    case 'opened':
    case 'joined':
    case 'reopened': {
      const { kind, id, wait, comes, wantsWords } = news;
      return message(
        [
          tickets[kind]({ id }),
          tickets.waiting(wait),
          ...(wantsWords ? [tickets.writeWhat] : []),
          tickets.answerComes[comes],
          tickets.writeOnInGroup,
        ],
        [
          [tap(tickets.close, { verb: 'ticket', id, action: 'close' })],
          // Who cannot wait may ring up.
          ...topicRows(['contacts'], locale),
        ],
      );
    }
    case 'closed': {
      const { id, by } = news;
      const { closedByAsker, closedByStaff, closedAsQuiet } = tickets;
      const closed = { asker: closedByAsker, staff: closedByStaff, system: closedAsQuiet }[by];
      return atTheEnd(id, closed({ id }), locale);
    }
    case 'reopenedByStaff':
      return message([tickets.reopenedByStaff({ id: news.id })]);
    case 'rated': {
      const { id, score } = news;
      return message(
        [tickets.thanks({ score })],
        [[tap(tickets.reopen, { verb: 'ticket', id, action: 'reopen' })]],
      );
    }
    case 'refused':
      return message([tickets.refused[news.why]({ id: news.id })]);
    case 'noneOpen':
      return message([tickets.noneOpen]);
  }
}
