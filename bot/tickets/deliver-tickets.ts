import { SendError } from '../../activities/ports/services.ts';
import type { DeliveryWay, DueDelivery } from '../../activities/ports/tickets.ts';
import { keepingClaim } from '../keep-claim.ts';
import { deliverToAsker } from './deliver-to-asker.ts';
import { deliverToStaff } from './deliver-to-staff.ts';
import type { Delivered, DeliveryPorts } from './delivery-ports.ts';

const atOnce = 50;

/**
 * Delivers what tickets hold for askers and staff, each at most once and in the order in which it was said. Neither way waits
 * for the other, and no asker for another one. Resolves to how many were delivered or given up.
 */
export async function deliverTickets(
  ports: DeliveryPorts,
  only: readonly DeliveryWay[] = ['asker', 'staff'],
): Promise<number> {
  const done = await Promise.all(only.map((way) => (way === 'asker' ? toAskers(ports) : toStaff(ports))));
  return done.reduce((sum, count) => sum + count, 0);
}

/** Those whose chats want a pause fill no room of the others. */
async function toAskers(ports: DeliveryPorts): Promise<number> {
  const held: number[] = [];
  let done = 0;
  for (;;) {
    const due = await ports.stores.tickets.due(atOnce, { way: 'asker', exceptTickets: held });
    if (due.length === 0) return done;
    const tickets = [...new Set(due.map(({ ticketId }) => ticketId))];
    const counts = await Promise.all(
      tickets.map(async (ticketId) => {
        const { count, end } = await inOrder(
          ports,
          due.filter((delivery) => delivery.ticketId === ticketId),
        );
        if (end !== 'done') held.push(ticketId);
        return count;
      }),
    );
    done += counts.reduce((sum, count) => sum + count, 0);
  }
}

/** All of it goes into one group, or to the same few people. */
async function toStaff(ports: DeliveryPorts): Promise<number> {
  const held: number[] = [];
  let done = 0;
  for (;;) {
    const due = await ports.stores.tickets.due(atOnce, { way: 'staff', exceptTickets: held });
    const { count, end, at } = await inOrder(ports, due);
    done += count;
    if (end === 'later' || due.length === 0) return done;
    if (at !== null) held.push(at);
  }
}

/** Up to the first that has to wait. */
async function inOrder(
  ports: DeliveryPorts,
  due: readonly DueDelivery[],
): Promise<{ count: number; end: Delivered; at: number | null }> {
  for (const [count, { id, ticketId }] of due.entries()) {
    const end = await deliver(ports, id);
    if (end !== 'done') return { count, end, at: ticketId };
  }
  return { count: due.length, end: 'done', at: null };
}

async function deliver(ports: DeliveryPorts, id: number): Promise<Delivered> {
  const { tickets } = ports.stores;
  const due = await tickets.beginDelivery(id);
  if (due === null) return 'taken';
  const send = (): Promise<Delivered> =>
    due.to === 'asker' ? deliverToAsker(ports, due) : deliverToStaff(ports, due);
  return keepingClaim(
    () => tickets.keepDelivery(id),
    () => send().catch((error: unknown) => settleFailed(ports, due, error)),
    ports.keepEveryMs,
  );
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
