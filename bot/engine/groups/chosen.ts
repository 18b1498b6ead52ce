import type { GroupSettings } from '../../../activities/ports/groups.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';

/** What a group chose, with the pack that it asks of. */
export interface ChosenForGroup extends GroupSettings {
  pack: PolicyPack;
}
