import { isOfficeOpen } from '../../knowledge/tickets/office-hours.ts';
import { quietSince } from '../../knowledge/tickets/quiet-ticket.ts';
import { afterEvent } from '../../knowledge/tickets/ticket.ts';
import type { TicketPorts } from './ports.ts';

const atOnce = 100;

/**
 * Closes what was answered and where nobody has written for `closeAfterDays` working days; 0 closes nothing. In office hours, since
 * its asker is told and may open it again. Whoever writes at the same moment goes first.
 */
export async function closeQuiet(ports: TicketPorts & { closeAfterDays: number }): Promise<number> {
  const { stores, officeHours, closeAfterDays } = ports;
  const now = ports.clock.now().toISOString();
  if (closeAfterDays === 0 || !isOfficeOpen(officeHours, now)) return 0;
  const since = quietSince(officeHours, closeAfterDays, now);
  let closed = 0;
  for (;;) {
    const before = closed;
    const quiet = await stores.tickets.quiet(since, atOnce);
    for (const ticket of quiet) {
      const standing = afterEvent(ticket, { kind: 'closed', by: 'system' }, now);
      if (typeof standing === 'string') continue;
      const outcome = await stores.tickets.apply(ticket, { ...standing, at: now }, [
        {
          ...{ eventId: `quiet/${ticket.id}/${ticket.answeredAt ?? ''}`, kind: 'closed', author: 'system' },
          ...{ text: '', deliverTo: ['asker', 'desk'] },
        },
      ]);
      if (outcome === 'done') closed += 1;
    }
    if (quiet.length < atOnce || closed === before) return closed;
  }
}
