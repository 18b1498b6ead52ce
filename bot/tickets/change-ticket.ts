import type { NewTicketMessage, Ticket, TicketChange } from '../../activities/ports/tickets.ts';
import { afterEvent } from '../../knowledge/tickets/ticket.ts';
import type { TicketEvent, TicketRefusal } from '../../knowledge/tickets/ticket.ts';
import type { TicketPorts } from './ports.ts';

/** `otherOpen`: the asker has another ticket that is open. `busy`: others change it all the time. */
export type ChangeRefusal = TicketRefusal | 'notFound' | 'otherOpen' | 'busy';

export type TicketResult<More extends string = never> =
  { done: true; ticket: Ticket } | { done: false; why: ChangeRefusal | More };

/** Two members of staff and the asker may act at the same moment; more than that is a fault. */
const tries = 8;

/**
 * Changes a ticket by the rules, once for an event however often it is given. What others changed meanwhile is not lost. `refuses` is
 * asked of the ticket as it is changed: nothing comes in between.
 */
export async function changeTicket<More extends string = never>(
  ports: TicketPorts,
  ticketId: number,
  event: TicketEvent,
  message: Omit<NewTicketMessage, 'staffId'> & { staffId?: string | null },
  besides: Omit<TicketChange, 'at'> = {},
  refuses?: (ticket: Ticket) => Promise<More | null>,
): Promise<TicketResult<More>> {
  const { tickets } = ports.stores;
  const known = await tickets.ofEvent(message.eventId);
  if (known !== null) return { done: true, ticket: known };
  for (let left = tries; left > 0; left -= 1) {
    const ticket = await tickets.find(ticketId);
    if (ticket === null) return { done: false, why: 'notFound' };
    const at = ports.clock.now().toISOString();
    const standing = afterEvent(ticket, event, at);
    if (typeof standing === 'string') return { done: false, why: standing };
    if (event.kind === 'reopened' && (await tickets.openOf(ticket.askerId)) !== null) {
      return { done: false, why: 'otherOpen' };
    }
    const refusal = (await refuses?.(ticket)) ?? null;
    if (refusal !== null) return { done: false, why: refusal };
    const outcome = await tickets.apply(ticket, { ...standing, ...besides, at }, [message]);
    if (outcome !== 'stale') {
      return { done: true, ticket: { ...ticket, ...standing, ...besides, version: ticket.version + 1 } };
    }
  }
  ports.log.error('ticket.busy', { ticketId });
  return { done: false, why: 'busy' };
}
