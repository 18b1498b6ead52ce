import type { Ticket } from '../../activities/ports/tickets.ts';
import type { ConsolePorts } from '../contract.ts';
import type { SignedIn } from './handlers.ts';
import { Refused } from './refusals.ts';

/** A ticket that the account may see; any other is not there for it. */
export async function visibleTicket(
  { tickets }: Pick<ConsolePorts, 'tickets'>,
  { account }: SignedIn,
  id: number,
): Promise<Ticket> {
  const [ticket, visible] = await Promise.all([
    tickets.side.find(id),
    tickets.pages.visible([id], account.cities),
  ]);
  if (ticket === null || visible.length === 0) throw new Refused('notFound');
  return ticket;
}
