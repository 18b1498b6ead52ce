import { isOfficeOpen, officeMinutesBetween } from '../../knowledge/tickets/office-hours.ts';
import { remindersReached } from '../../knowledge/tickets/staff-reminder.ts';
import type { TicketPorts } from './ports.ts';

const looked = 500;

/**
 * Notes a reminder for each ticket that has waited for staff too long, in office hours only and at most once a period,
 * whichever process looks and however often: the reminder is an entry of the ticket, delivered as any other. What was missed
 * while nothing ran is made up for by one.
 */
export async function remindStaff(ports: TicketPorts & { remindAfterMinutes: number }): Promise<number> {
  const { stores, officeHours, remindAfterMinutes } = ports;
  const now = ports.clock.now().toISOString();
  if (!isOfficeOpen(officeHours, now)) return 0;
  let noted = 0;
  for (const ticket of await stores.tickets.waiting(looked)) {
    const since = ticket.waitingSince;
    if (since === null) continue;
    const reminders = remindersReached(officeHours, remindAfterMinutes, { since, now });
    if (reminders <= ticket.reminders) continue;
    const outcome = await stores.tickets.apply(ticket, { reminders, at: now }, [
      {
        ...{ eventId: `reminder/${ticket.id}/${since}/${reminders}`, kind: 'reminder', author: 'system' },
        text: String(officeMinutesBetween(officeHours, since, now)),
        deliverTo: ['desk'],
      },
    ]);
    if (outcome === 'done') noted += 1;
  }
  return noted;
}
