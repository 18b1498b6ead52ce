import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { Invitation } from '../ports/firm-actions.ts';
import type { Clock, EnrollmentCommands } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';

export interface FirmActionPorts {
  stores: Pick<Stores, 'audit' | 'campaigns' | 'firms' | 'enrollments' | 'identities'>;
  commands: Pick<EnrollmentCommands, 'applyOfficialEvent' | 'correctStatus' | 'requestReminder'>;
  packs: readonly PolicyPack[];
  mode: 'trial' | 'live';
  newCode: () => string;
  codeValidDays: number;
  /** Of the doors that are connected. */
  invitationLinks: (code: string) => Invitation['links'];
  clock: Clock;
}
