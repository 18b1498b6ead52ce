import type { DueDelivery, TicketDelivery } from '../../activities/ports/tickets.ts';
import type { Destination } from '../../knowledge/tickets/destination.ts';

/** The staff's end on a channel: a group of theirs, with a place for each ticket. */
export interface StaffDesk {
  /**
   * Shows what happened in a ticket in its place there, making that first where it is missing. `goesTo` is whom words written
   * there reach, and `changed` whether staff are to be told so now. `again`: it may be there already. Resolves to the channel's
   * ID of it, or to null while no group can be written to. Throws `SendError`.
   */
  show(
    due: DueDelivery,
    o: { goesTo: Destination; changed: boolean; again: boolean },
  ): Promise<{ chatId: string; messageId: string } | null>;
  /** Tells what became of a message that staff wrote. As `show`. */
  report(
    due: DueDelivery,
    fate: Pick<TicketDelivery, 'state' | 'error'> & { where: Destination },
  ): Promise<{ chatId: string; messageId: string } | null>;
}
