import { staffHear } from '../../bot/tickets/who-hears.ts';
import type { CliContext } from '../context.ts';
import { notice, type Finding } from './finding.ts';

/** An office may look at its tickets with `tongbao tickets` alone, so this stops nothing. */
export async function checkTickets(context: CliContext): Promise<Finding[]> {
  try {
    const stores = await context.openStores();
    if (await staffHear(stores)) return [];
    const waiting = await stores.tickets.countWaiting();
    return [notice((t) => t.ticketsReachNobody({ waiting }))];
  } catch (error) {
    // The other checks say what is wrong with the database, and must not be kept from it.
    context.log.warn('doctor.ticketsNotChecked', { error });
    return [];
  }
}
