import { afterEvent } from '../../knowledge/tickets/ticket.ts';
import type { TicketPorts } from './ports.ts';

/** The asker can read what staff wrote: from now on the ticket waits for them. A change by somebody else at the same moment stands. */
export async function noteArrival(
  { stores: { tickets }, clock }: Pick<TicketPorts, 'stores' | 'clock'>,
  ticketId: number,
): Promise<void> {
  for (;;) {
    const ticket = await tickets.find(ticketId);
    if (ticket === null) return;
    const at = clock.now().toISOString();
    const standing = afterEvent(ticket, { kind: 'arrived' }, at);
    if (typeof standing === 'string' || standing.answeredAt === ticket.answeredAt) return;
    if ((await tickets.apply(ticket, { ...standing, at }, [])) !== 'stale') return;
  }
}
