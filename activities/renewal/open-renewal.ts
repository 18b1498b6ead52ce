import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { openingIs } from '../../knowledge/renewal/opening.ts';
import { UserError } from '../../knowledge/user-error.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';

type OpeningPorts = Pick<ActivityPorts, 'loadPack' | 'clock'> & {
  stores: Pick<ActivityPorts['stores'], 'renewals'>;
  commands: Pick<ActivityPorts['commands'], 'wakeRenewal'>;
};

/** `missed`: the day passed too long ago to be caught up with unasked. */
export type OpeningOutcome =
  'opened' | 'openAlready' | 'notPlanned' | 'ahead' | 'missed' | 'nextPackUnusable';

/** Opens the renewal of a pack when its day has come, once. */
export async function openRenewal(
  ports: OpeningPorts,
  { packId }: { packId: string },
): Promise<OpeningOutcome> {
  const pack = await ports.loadPack(packId);
  const { renewal } = pack;
  if (renewal === null) return 'notPlanned';
  if ((await ports.stores.renewals.find(packId)) !== null) return wake(ports, packId, 'openAlready');
  const day = openingIs(renewal, ports.clock.now().toISOString());
  if (day !== 'due') return day;
  if ((await nextPackOf(ports, pack)) === null) return 'nextPackUnusable';
  return openNow(ports, { packId, nextPackId: renewal.nextPack, by: 'system' });
}

/** Opens it whatever the day. */
export async function openNow(
  ports: OpeningPorts,
  { packId, nextPackId, by }: { packId: string; nextPackId: string; by: string },
): Promise<'opened' | 'openAlready'> {
  const openedAt = ports.clock.now().toISOString();
  const opened = await ports.stores.renewals.open({ packId, nextPackId, openedAt, openedBy: by });
  return wake(ports, packId, opened ? 'opened' : 'openAlready');
}

/** The pack that firms renew into; null for one that is missing or not filled in yet, and for an invented one of a real one. */
export async function nextPackOf(
  ports: Pick<ActivityPorts, 'loadPack'>,
  { renewal, fictional }: PolicyPack,
): Promise<PolicyPack | null> {
  const next = renewal === null ? null : await usablePack(ports, renewal.nextPack);
  return next !== null && next.fictional && !fictional ? null : next;
}

/** Null for a pack that is missing or not filled in. */
export async function usablePack(
  { loadPack }: Pick<ActivityPorts, 'loadPack'>,
  packId: string,
): Promise<PolicyPack | null> {
  try {
    return await loadPack(packId);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function wake<O extends OpeningOutcome>(ports: OpeningPorts, packId: string, outcome: O): Promise<O> {
  await ports.commands.wakeRenewal(packId);
  return outcome;
}
