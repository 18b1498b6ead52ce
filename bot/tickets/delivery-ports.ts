import type { MessageSender } from '../../activities/ports/services.ts';
import type { StaffDesk } from './desk.ts';
import type { TicketPorts } from './ports.ts';

export interface DeliveryPorts extends TicketPorts {
  senders: Record<string, MessageSender>;
  /** Names that are no firm's, which staff may write into a group. */
  knownNames: () => readonly string[];
  /** Null: there is no channel with a group for staff. */
  desk: StaffDesk | null;
  /** How often whoever sends says that it still does. */
  keepEveryMs?: number;
}

/**
 * `later`: the channel wants a pause, or cannot be reached; what follows on the same way waits with it. `taken`: another process
 * has it, or one before it.
 */
export type Delivered = 'done' | 'later' | 'taken';
