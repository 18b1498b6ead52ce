import type { Client } from '@temporalio/client';
import type { EventApplier } from '../../activities/incoming-events/event-applier.ts';
import type { EnrollmentCommands, Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { Settings } from '../settings.ts';
import type { Closers } from './closers.ts';
import type { Senders } from './by-channel.ts';

/** What every role that talks to people or to workflows is made of. */
export interface AppParts {
  settings: Settings;
  log: Logger;
  closers: Closers;
  stores: Stores;
  client: Client;
  commands: EnrollmentCommands;
  senders: Senders;
  /** Decides official events from outside. */
  events: EventApplier;
  /** Of our own Temporal server; null when the settings name another. */
  embeddedAddress: string | null;
}
