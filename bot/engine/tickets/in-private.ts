import type { TicketCallback } from '../../../knowledge/ticket-callbacks.ts';
import type { TicketResult } from '../../tickets/change-ticket.ts';
import { atTheEnd } from '../../tickets/at-the-end.ts';
import type { HandleResult } from '../../model.ts';
import { staffWords } from '../misses/staff-words.ts';
import type { PrivateContext } from '../private-context.ts';
import { topicRows } from '../handlers/answer-message.ts';
import { edit, message, reply, say, tap } from '../replies.ts';
import { closeAsStaff, ticketNumber } from '../handlers/staff/tickets.ts';
import { asStaff } from '../handlers/staff/as-staff.ts';
import { openedMessage } from './opened-message.ts';
import { askerSideOf } from './sides.ts';
import { matterOf } from './matter.ts';

/** 转人工, /person, the button under an honest "I don't know": a ticket, or the one that is open. */
export async function wantPerson(context: PrivateContext, said: string): Promise<HandleResult> {
  const { ports, identity, locale, before, eventId, texts } = context;
  // What staff write could never be sent here: then whom to ring up is the honest answer.
  if (context.message.chat.answersOnly === true) {
    return say(texts.tickets.cannotWriteFirst, topicRows(['contacts'], locale));
  }
  const given = staffWords(said);
  // What the bot could not answer just now is what a person is wanted for.
  const about = given === '' ? (before?.question ?? '') : given;
  const comes = await askerSideOf(ports).wantPerson(identity, {
    ...{ eventId, about, locale, group: null },
    matter: given === '' ? matterOf(before) : null,
  });
  return reply(openedMessage(comes, { about, locale, inGroup: null }));
}

/** /close and /reopen without a number are the asker's own; with one they are for staff. */
export async function closeOrReopen(
  context: PrivateContext,
  what: 'close' | 'reopen',
  args: string,
): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const id = ticketNumber(args);
  if (id !== null && context.staff !== null) {
    const staff = await asStaff(context, what);
    if (staff !== null) return closeAsStaff(staff, what, id);
  }
  const side = askerSideOf(ports);
  const own = what === 'close' ? await side.openHere(identity, null) : await side.closedLately(identity);
  if (id !== null && id !== own?.id) return say(texts.tickets.refused.notFound({ id }));
  return own === null ? say(texts.tickets.noneOpen) : change(context, own.id, what);
}

export async function tappedTicket(context: PrivateContext, callback: TicketCallback): Promise<HandleResult> {
  switch (callback.verb) {
    case 'person':
      return wantPerson(context, '');
    case 'ticket':
      return change(context, callback.id, callback.action);
    case 'rate':
      return rate(context, callback.id, callback.score);
  }
}

async function change(context: PrivateContext, id: number, what: 'close' | 'reopen'): Promise<HandleResult> {
  const { ports, identity, locale, eventId, texts } = context;
  const side = askerSideOf(ports);
  const result = await side[what](identity, id, eventId);
  if (!result.done) return refused(context, id, result);
  if (what === 'close') return reply(atTheEnd(id, texts.tickets.closedByAsker({ id }), locale));
  const wait = await side.wait(result.ticket);
  return reply(
    openedMessage({ outcome: 'reopened', ticket: result.ticket, wait }, { about: '', locale, inGroup: null }),
  );
}

async function rate(context: PrivateContext, id: number, score: number): Promise<HandleResult> {
  const { ports, identity, eventId, texts } = context;
  const { tickets } = texts;
  const result = await askerSideOf(ports).rate(identity, id, score, eventId);
  if (!result.done) return refused(context, id, result);
  const reopen = tap(tickets.reopen, { verb: 'ticket', id, action: 'reopen' });
  return { replies: [edit(message([tickets.thanks({ score })], [[reopen]]))], toast: tickets.thanksToast };
}

const refused = (
  { texts }: PrivateContext,
  id: number,
  { why }: Extract<TicketResult, { done: false }>,
): HandleResult => say(texts.tickets.refused[why]({ id }));
