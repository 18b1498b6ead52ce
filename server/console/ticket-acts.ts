import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import type { TicketResult } from '../../bot/tickets/change-ticket.ts';
import type { StaffActs } from '../../bot/tickets/staff-side.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import { Refused } from './refusals.ts';
import type { RefusalCode } from './refusals.ts';
import { assignable } from './tickets.ts';
import { visibleTicket } from './visible-ticket.ts';

type Ids =
  | 'replyToTicket'
  | 'noteOnTicket'
  | 'closeTicket'
  | 'reopenTicket'
  | 'assignTicket'
  | 'suggestAnswer'
  | 'keepTicketAnswer';

/** What staff do with tickets, by the rules that hold at every end; here is only who may, and with which words it is refused. */
export function ticketActHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { tickets, identities } = ports;
  const { side } = tickets;

  return {
    replyToTicket: async ({ viewer, body: { id, key, text, seen, destination } }) => {
      const ticket = await visibleTicket(ports, viewer, id);
      const words = written(text);
      // Nobody waits for what reaches nobody.
      if ((await side.destination(ticket)) === 'nowhere') throw new Refused('ticketNowhere');
      return done(await side.reply(id, words, { ...actsOf(viewer, key), seen, told: destination }));
    },

    noteOnTicket: async ({ viewer, body: { id, key, text } }) => {
      await visibleTicket(ports, viewer, id);
      return done(await side.note(id, written(text), actsOf(viewer, key)));
    },

    closeTicket: async ({ viewer, body: { id, key, seen } }) => {
      await visibleTicket(ports, viewer, id);
      return done(await side.close(id, { ...actsOf(viewer, key), seen }));
    },

    reopenTicket: async ({ viewer, body: { id, key } }) => {
      await visibleTicket(ports, viewer, id);
      return done(await side.reopen(id, actsOf(viewer, key)));
    },

    assignTicket: async ({ viewer, body: { id, staffId, from } }) => {
      const ticket = await visibleTicket(ports, viewer, id);
      if (staffId !== null) {
        const able = await assignable(ports, ticket, await identities.listStaff());
        if (!able.some((member) => member.staffId === staffId)) throw new Refused('holderBlind');
      }
      return done(await side.assign(id, staffId, { actor: viewer.account.staffId, from }));
    },

    suggestAnswer: async ({ viewer, body: { id } }) => {
      const { locale } = await visibleTicket(ports, viewer, id);
      return { suggestion: await tickets.suggest(await tickets.transcript(id), locale) };
    },

    keepTicketAnswer: async ({ viewer, body: { id, question, text } }) => {
      const { locale } = await visibleTicket(ports, viewer, id);
      const answer = { question: written(question), text: written(text), locale };
      const kept = await tickets.keep(answer, {
        ...{ actor: viewer.account.staffId, action: 'console.keepAnswer' },
      });
      if (!kept.done) throw new Refused(kept.why === 'tooLong' ? 'answerTooLong' : 'answerNamesSomebody');
      return { answerId: kept.id };
    },
  };
}

const actsOf = ({ account: { staffId } }: SignedIn, key: string): StaffActs => ({
  ...{ actor: staffId, eventId: `console:${staffId}:${key}` },
});

function written(text: string): string {
  const words = staffWords(text);
  if (words === '') throw new Refused('textMissing');
  return words;
}

type Result = TicketResult<'news' | 'elsewhere' | 'heldByOther'>;
type Why = Exclude<Result, { done: true }>['why'];
const refusals: Record<Why, RefusalCode> = {
  closed: 'ticketClosed',
  notClosed: 'ticketNotClosed',
  tooLate: 'ticketTooLate',
  otherOpen: 'ticketOtherOpen',
  busy: 'ticketBusy',
  notFound: 'notFound',
  news: 'ticketNews',
  elsewhere: 'ticketElsewhere',
  heldByOther: 'ticketHeld',
  badScore: 'badRequest',
};

function done(result: Result): Record<string, never> {
  if (!result.done) throw new Refused(refusals[result.why]);
  return {};
}
