import type { Ticket } from '../../activities/ports/tickets.ts';
import { isOfficeOpen, officeMinutesBetween } from '../../knowledge/tickets/office-hours.ts';
import { remindersDue, remindersReached } from '../../knowledge/tickets/staff-reminder.ts';
import type { TicketPorts } from './ports.ts';

const atOnce = 100;

/**
 * Notes a reminder for each ticket that has waited for staff too long, in office hours only and at most once a period,
 * whichever process looks and however often: the reminder is an entry of the ticket, delivered as any other. What was missed
 * while nothing ran is made up for by one.
 */
export async function remindStaff(ports: TicketPorts & { remindAfterMinutes: number }): Promise<number> {
  const { stores, officeHours, remindAfterMinutes } = ports;
  const now = ports.clock.now().toISOString();
  if (!isOfficeOpen(officeHours, now)) return 0;
  const due = remindersDue(officeHours, remindAfterMinutes, now);
  let noted = 0;
  for (;;) {
    const before = noted;
    const waiting = await stores.tickets.waitingFor(due, atOnce);
    for (const ticket of waiting) if (await note(ports, ticket, now)) noted += 1;
    if (waiting.length < atOnce || noted === before) return noted;
  }
}

async function note(
  { stores, officeHours, remindAfterMinutes }: Parameters<typeof remindStaff>[0],
  ticket: Ticket,
  now: string,
): Promise<boolean> {
  const since = ticket.waitingSince;
  if (since === null) return false;
  const reminders = remindersReached(officeHours, remindAfterMinutes, { since, now });
  if (reminders <= ticket.reminders) return false;
  const outcome = await stores.tickets.apply(ticket, { reminders, at: now }, [
    {
      ...{ eventId: `reminder/${ticket.id}/${since}/${reminders}`, kind: 'reminder', author: 'system' },
      text: String(officeMinutesBetween(officeHours, since, now)),
      deliverTo: ['desk'],
    },
  ]);
  return outcome === 'done';
}
