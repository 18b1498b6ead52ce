import { closeQuiet } from '../../bot/tickets/close-quiet.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { DeliveryWay } from '../../activities/ports/tickets.ts';
import type { DeliveryPorts } from '../../bot/tickets/delivery-ports.ts';
import { remindStaff } from '../../bot/tickets/remind-staff.ts';
import { repeatedly } from './repeatedly.ts';

const deliverEveryMs = 1_000;
const recoverEveryMs = 10_000;
const remindEveryMs = 30_000;

/**
 * Delivers what was said in tickets, whoever said it and in whichever process, and reminds staff of what waits. All of it
 * stands in the database: a restart goes on where it was, and several processes share the work. Returns the function that ends
 * it.
 */
export function runTickets(
  ports: DeliveryPorts & { remindAfterMinutes: number; closeAfterDays: number },
): () => Promise<void> {
  const { log, stores } = ports;
  const delivering = (way: DeliveryWay) =>
    repeatedly(deliverEveryMs, async () => {
      try {
        const delivered = await deliverTickets(ports, [way]);
        if (delivered > 0) log.info('tickets.delivered', { delivered, way });
      } catch (error) {
        log.warn('tickets.notDelivered', { error, way });
      }
    });
  const work = [delivering('asker'), delivering('staff')];
  const recovering = repeatedly(recoverEveryMs, async () => {
    try {
      await stores.tickets.recoverDeliveries();
    } catch (error) {
      log.warn('tickets.notRecovered', { error });
    }
  });
  const reminding = repeatedly(remindEveryMs, async () => {
    try {
      const reminders = await remindStaff(ports);
      if (reminders > 0) log.info('tickets.reminded', { reminders });
      const closed = await closeQuiet(ports);
      if (closed > 0) log.info('tickets.closedAsQuiet', { closed });
    } catch (error) {
      log.warn('tickets.notReminded', { error });
    }
  });
  return async () => {
    await Promise.all([...work, recovering, reminding].map((repeated) => repeated.stop()));
  };
}
