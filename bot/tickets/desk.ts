import type { DueDelivery, TicketDelivery } from '../../activities/ports/tickets.ts';
import type { Destination } from '../../knowledge/tickets/destination.ts';

/**
 * The channel's ID of what was shown. `noGroup`: staff have none there. `notWritable`: it takes nothing from the bot, which is not
 * in it any more, or may not write. `nothingToSay`: where it is seen already.
 */
export type DeskOutcome = { chatId: string; messageId: string } | 'noGroup' | 'notWritable' | 'nothingToSay';

/** The staff's end on a channel: a group of theirs, with a place for each ticket. */
export interface StaffDesk {
  /**
   * Shows what happened in a ticket in its place there, making that first where it is missing. `goesTo` is whom words written
   * there reach, and `changed` whether staff are to be told so now. `again`: it may be there already. Throws `SendError`.
   */
  show(due: DueDelivery, o: { goesTo: Destination; changed: boolean; again: boolean }): Promise<DeskOutcome>;
  /** Tells what became of a message that staff wrote. As `show`. */
  report(
    due: DueDelivery,
    fate: Pick<TicketDelivery, 'state' | 'error'> & { where: Destination },
  ): Promise<DeskOutcome>;
}
