import type { ActivityPorts } from '../ports/activity-ports.ts';
import { usablePack } from './open-renewal.ts';

/** Packs with enrollments whose firms renew into this one. */
export async function packsRenewingInto(
  ports: Pick<ActivityPorts, 'loadPack'> & { stores: Pick<ActivityPorts['stores'], 'enrollments'> },
  packId: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const id of await ports.stores.enrollments.packIds()) {
    if ((await usablePack(ports, id))?.renewal?.nextPack === packId) found.push(id);
  }
  return found;
}
