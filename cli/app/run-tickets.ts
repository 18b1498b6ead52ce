import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { DeliveryPorts } from '../../bot/tickets/delivery-ports.ts';
import { remindStaff } from '../../bot/tickets/remind-staff.ts';
import { repeatedly } from './repeatedly.ts';

const deliverEveryMs = 1_000;
const remindEveryMs = 30_000;

/**
 * Delivers what was said in tickets, whoever said it and in whichever process, and reminds staff of what waits. All of it
 * stands in the database: a restart goes on where it was. Returns the function that ends it.
 */
export function runTickets(ports: DeliveryPorts & { remindAfterMinutes: number }): () => Promise<void> {
  const { log, stores } = ports;
  let recovered = false;
  const delivering = repeatedly(deliverEveryMs, async () => {
    try {
      if (!recovered) await stores.tickets.recoverDeliveries();
      recovered = true;
      const delivered = await deliverTickets(ports);
      if (delivered > 0) log.info('tickets.delivered', { delivered });
    } catch (error) {
      log.warn('tickets.notDelivered', { error });
    }
  });
  const reminding = repeatedly(remindEveryMs, async () => {
    try {
      const reminders = await remindStaff(ports);
      if (reminders > 0) log.info('tickets.reminded', { reminders });
    } catch (error) {
      log.warn('tickets.notReminded', { error });
    }
  });
  return async () => {
    await Promise.all([delivering.stop(), reminding.stop()]);
  };
}
