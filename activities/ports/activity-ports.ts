import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { Clock, EnrollmentCommands, Logger, MessageSender } from './services.ts';
import type { Stores } from './store.ts';

/** What activities work with. */
export interface ActivityPorts {
  stores: Pick<
    Stores,
    'firms' | 'enrollments' | 'identities' | 'contacts' | 'notifications' | 'campaigns' | 'renewals'
  >;
  /** By channel; a person on a channel without a sender cannot be written to. */
  senders: Record<string, MessageSender>;
  commands: EnrollmentCommands;
  loadPack(packId: string): Promise<PolicyPack>;
  clock: Clock;
  log: Logger;
}
