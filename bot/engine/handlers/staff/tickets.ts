import { shanghaiDateTime } from '../../../../knowledge/calendar/shanghai-time.ts';
import type { HandleResult } from '../../../model.ts';
import { transcriptLines } from '../../../tickets/transcript-lines.ts';
import { staffWords } from '../../misses/staff-words.ts';
import { say } from '../../replies.ts';
import { staffSideOf } from '../../tickets/sides.ts';
import type { StaffContext } from './as-staff.ts';

const mostListed = 20;
/** The newest entries of a long ticket; all of it is in `tongbao tickets show`. */
const mostShown = 30;

/** /tickets: those that are open, the longest quiet first. */
export async function listTickets({ ports, texts }: StaffContext): Promise<HandleResult> {
  const { list } = texts.tickets.staff;
  const lines = await staffSideOf(ports).list({ closed: false, limit: mostListed });
  if (lines.length === 0) return say(list.none);
  return say([
    list.title({ count: lines.length }),
    lines
      .map(({ ticket: { id, state }, first }) => list.row({ id, state, first: first.slice(0, 60) }))
      .join('\n'),
    list.how,
  ]);
}

/** /ticket: what was said, whether it arrived, whose it is, and where a reply goes. */
export async function showTicket(
  { ports, texts, locale }: StaffContext,
  args: string,
): Promise<HandleResult> {
  const { staff, shown } = texts.tickets;
  const id = ticketNumber(args);
  if (id === null) return say(staff.usage.ticket);
  const side = staffSideOf(ports);
  const ticket = await side.find(id);
  if (ticket === null) return say(staff.refused.notFound({ id }));
  const entries = (await ports.stores.tickets.transcript(id)).slice(-mostShown);
  const firms = await ports.stores.identities.linkedFirms(ticket.askerId);
  return say([
    shown.title({ id, state: ticket.state, openedAt: shanghaiDateTime(ticket.openedAt) }),
    shown.firms({ names: firms.map(({ name }) => name) }),
    transcriptLines(entries, locale).join('\n'),
    ...(ticket.rating === null ? [] : [shown.rating({ rating: ticket.rating })]),
    staff.goesTo[await side.destination(ticket)],
  ]);
}

/** `/reply 12 群 ……`: said for all to read. */
const inGroup = /^\s*(?:(群里?|group)\s+)?([\s\S]*)$/i;

/** /reply: to the asker. */
export async function replyToTicket(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff, eventId, message } = context;
  const said = texts.tickets.staff;
  // Not the cleaned text that commands are read from: these words go out as the staff's own.
  const [, number = '', typed = ''] = /^\s*(\S+)\s+([\s\S]+)$/.exec(message.command?.args ?? args) ?? [];
  const id = ticketNumber(number);
  const [, openly = '', words = ''] = inGroup.exec(typed) ?? [];
  const text = staffWords(words);
  if (id === null || text === '') return say(said.usage.reply);
  const side = staffSideOf(ports);
  const ticket = await side.find(id);
  if (ticket === null) return say(said.refused.notFound({ id }));
  const told = await side.destination(ticket);
  // Everybody there reads it: it must be meant so.
  if (openly === '' && told === 'group') return say([said.goesTo.group, said.inGroupHow({ id })]);
  const result = await side.reply(id, text, { actor: staff.staffId, eventId, told });
  if (!result.done) return say(said.refused[result.why]({ id }));
  return say([said.replied({ id }), said.goesTo[told]]);
}

export async function closeAsStaff(
  { ports, texts, staff, eventId }: StaffContext,
  what: 'close' | 'reopen',
  id: number,
): Promise<HandleResult> {
  const said = texts.tickets.staff;
  const result = await staffSideOf(ports)[what](id, { actor: staff.staffId, eventId });
  if (!result.done) return say(said.refused[result.why]({ id }));
  return say(what === 'close' ? said.closed({ id }) : said.reopened({ id }));
}

export const ticketNumber = (args: string): number | null => {
  const match = /^[#第]?\s*(\d{1,9})\s*[号条]?$/.exec(args.trim());
  return match === null ? null : Number(match[1]);
};
