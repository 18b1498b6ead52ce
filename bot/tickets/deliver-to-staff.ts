import { SendError } from '../../activities/ports/services.ts';
import type { StaffIdentity } from '../../activities/ports/store.ts';
import type { DueDelivery } from '../../activities/ports/tickets.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { toldOf } from '../../knowledge/tickets/destination.ts';
import type { Destination } from '../../knowledge/tickets/destination.ts';
import { fateLine, forStaff } from './lines.ts';
import { createStaffSide } from './staff-side.ts';
import type { Delivered, DeliveryPorts } from './delivery-ports.ts';

/** Shown in the staff's group; where there is none, or it takes nothing, in the private chats of linked staff. */
export async function deliverToStaff(ports: DeliveryPorts, due: DueDelivery): Promise<Delivered> {
  const { tickets } = ports.stores;
  const destination = await createStaffSide(ports).destination(due.ticket);
  if (due.to === 'report') return report(ports, due, destination);
  const changed = due.ticket.toldDestination !== destination;
  const shown =
    (await ports.desk?.show(due, { goesTo: destination, changed, again: due.error !== null })) ?? 'noGroup';
  if (typeof shown === 'string') return tellInPrivate(ports, due, { groupBroken: shown === 'notWritable' });
  if (changed) await remember(ports, due.ticketId, destination);
  await tickets.settleDelivery(due.id, {
    ...{ state: 'sent', chatId: shown.chatId, externalMessageId: shown.messageId, error: null },
  });
  return 'done';
}

/** Told once; who of them looks after it takes it. */
async function tellInPrivate(
  ports: DeliveryPorts,
  due: DueDelivery,
  { groupBroken }: { groupBroken: boolean },
): Promise<Delivered> {
  const { tickets } = ports.stores;
  const { ticket, message } = due;
  // What they did themselves is theirs to know, and their colleagues' to hear.
  const people = (await staffFor(ports, ticket.staffId)).filter(({ staffId }) => staffId !== message.staffId);
  let reached = 0;
  let held: SendError | null = null;
  for (const person of people) {
    const sender = ports.senders[person.channel];
    if (sender === undefined || person.privateChatId === null || person.blocked) continue;
    const line = forStaff(message, ticket.groupChatId !== null, person.locale);
    const { staff } = textsFor(person.locale).tickets;
    const paragraphs = [staff.notice({ id: ticket.id, line }), ...(groupBroken ? [staff.groupBroken] : [])];
    try {
      await sender.send(person.privateChatId, { paragraphs, buttons: [], citation: null });
      reached += 1;
    } catch (error) {
      ports.log.warn('ticket.staffNotTold', { ticketId: ticket.id, identityId: person.id });
      if (error instanceof SendError && error.fate === 'notSent') held = error;
      else reached += 1;
    }
  }
  if (reached === 0 && held !== null) throw held;
  // Who answers a ticket that nobody was told of? Whoever looks at `/tickets`, or at what `doctor` says.
  if (reached === 0 && message.author === 'asker')
    ports.log.error('ticket.nobodyTold', { ticketId: ticket.id });
  await tickets.settleDelivery(due.id, { state: reached === 0 ? 'skipped' : 'sent', error: null });
  return 'done';
}

/** Who looks after it; where nobody does, or not any more, everybody. */
async function staffFor({ stores }: DeliveryPorts, staffId: string | null): Promise<StaffIdentity[]> {
  const all = await stores.identities.staffIdentities();
  const named = all.filter((person) => person.staffId === staffId);
  return named.length === 0 ? all : named;
}

async function report(ports: DeliveryPorts, due: DueDelivery, destination: Destination): Promise<Delivered> {
  const { tickets } = ports.stores;
  const transcript = await tickets.transcript(due.ticketId);
  const asker = transcript
    .find(({ id }) => id === due.messageId)
    ?.deliveries.find(({ to }) => to === 'asker');
  const skip = async (): Promise<Delivered> => {
    await tickets.settleDelivery(due.id, { state: 'skipped', error: null });
    return 'done';
  };
  if (asker === undefined) return skip();
  const where: Destination =
    asker.chatId !== null && asker.chatId === due.ticket.groupChatId ? 'group' : 'private';
  const fate = { state: asker.state, error: asker.error, where: asker.chatId === null ? destination : where };
  if (fateLine(fate, 'zh-CN') === null) return skip();
  const shown = (await ports.desk?.report(due, fate)) ?? 'noGroup';
  if (typeof shown === 'string') {
    if (fate.state !== 'sent') await tellAuthor(ports, due, fate);
    return skip();
  }
  await tickets.settleDelivery(due.id, {
    ...{ state: 'sent', chatId: shown.chatId, externalMessageId: shown.messageId, error: null },
  });
  return 'done';
}

/** Without a group whoever wrote it hears in private that it did not arrive. */
async function tellAuthor(
  ports: DeliveryPorts,
  { ticketId: id, message }: DueDelivery,
  fate: Parameters<typeof fateLine>[0],
): Promise<void> {
  for (const person of await staffFor(ports, message.staffId)) {
    const line = fateLine(fate, person.locale);
    if (line === null || person.privateChatId === null) continue;
    const { staff } = textsFor(person.locale).tickets;
    const paragraphs = [staff.withTicket({ id, line })];
    try {
      await ports.senders[person.channel]?.send(person.privateChatId, {
        ...{ paragraphs, buttons: [], citation: null },
      });
    } catch (error) {
      ports.log.warn('ticket.authorNotTold', { ticketId: id, error });
    }
  }
}

/** Where staff believe that their words go; a change of the ticket by somebody else meanwhile is no reason to forget it. */
async function remember(ports: DeliveryPorts, ticketId: number, toldDestination: Destination): Promise<void> {
  const { tickets } = ports.stores;
  for (;;) {
    const ticket = await tickets.find(ticketId);
    if (ticket === null) return;
    const at = ports.clock.now().toISOString();
    const told = toldOf(ticket.toldDestination, toldDestination);
    if ((await tickets.apply(ticket, { toldDestination: told, at }, [])) !== 'stale') return;
  }
}
