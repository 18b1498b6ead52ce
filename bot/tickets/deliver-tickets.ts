import { SendError } from '../../activities/ports/services.ts';
import type { DueDelivery } from '../../activities/ports/tickets.ts';
import { deliverToAsker } from './deliver-to-asker.ts';
import { deliverToStaff } from './deliver-to-staff.ts';
import type { Delivered, DeliveryPorts } from './delivery-ports.ts';

const atOnce = 50;

/**
 * Delivers what tickets hold for askers and staff, each at most once and in the order in which it was said. Resolves to how
 * many were delivered or given up.
 */
export async function deliverTickets(ports: DeliveryPorts): Promise<number> {
  const held = new Set<string>();
  let done = 0;
  for (const due of await ports.stores.tickets.due(atOnce)) {
    const way = due.to === 'asker' ? `asker/${due.ticketId}` : 'staff';
    if (held.has(way)) continue;
    if ((await deliver(ports, due)) === 'later') held.add(way);
    else done += 1;
  }
  return done;
}

async function deliver(ports: DeliveryPorts, due: DueDelivery): Promise<Delivered> {
  if (!(await ports.stores.tickets.beginDelivery(due.id))) return 'done';
  try {
    return due.to === 'asker' ? await deliverToAsker(ports, due) : await deliverToStaff(ports, due);
  } catch (error) {
    return settleFailed(ports, due, error);
  }
}

/** What is known of its fate decides: what surely was not sent is tried again, and staff hear of everything else. */
async function settleFailed(ports: DeliveryPorts, due: DueDelivery, error: unknown): Promise<Delivered> {
  const { tickets } = ports.stores;
  const code = error instanceof SendError ? error.code : 'unexpected';
  ports.log.warn('ticket.notDelivered', { ticketId: due.ticketId, deliveryId: due.id, to: due.to, code });
  const report = due.to === 'asker' ? ({ then: 'report' } as const) : {};
  if (!(error instanceof SendError) || error.fate === 'ambiguous') {
    // Staff may see it twice rather than not at all; an asker is not written to on a guess.
    const onceMore = due.to !== 'asker' && due.error === null;
    await tickets.settleDelivery(
      due.id,
      onceMore ? { state: 'queued', error: code } : { state: 'unknown', error: code, ...report },
    );
    return onceMore ? 'later' : 'done';
  }
  if (code === 'rateLimited' || code === 'network' || code === 'server' || code === 'timeout') {
    await tickets.settleDelivery(due.id, { state: 'queued', error: null });
    return 'later';
  }
  await tickets.settleDelivery(due.id, { state: 'failed', error: code, ...report });
  return 'done';
}
