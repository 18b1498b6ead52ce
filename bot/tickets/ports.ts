import type { Clock, Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { OfficeHours } from '../../knowledge/tickets/office-hours.ts';

/** What tickets need, whichever channel their askers and the staff are on. */
export interface TicketPorts {
  stores: Pick<Stores, 'tickets' | 'identities' | 'audit'>;
  /** The office's own pack: what new tickets are of. */
  packId: string;
  officeHours: OfficeHours;
  clock: Clock;
  log: Logger;
}
