import { nextPackOf } from '../../activities/renewal/open-renewal.ts';
import { openingIs } from '../../knowledge/renewal/opening.ts';
import type { CliContext } from '../context.ts';
import type { Finding } from './finding.ts';

/** What the renewal of the served pack needs. Nothing where the pack plans none. */
export async function checkRenewal(context: CliContext, now: () => Date): Promise<Finding[]> {
  try {
    const pack = await context.loadPack();
    if (pack.renewal === null) return [];
    const { opensOn, nextPack: next } = pack.renewal;
    const { renewals } = await context.openStores();
    const found = (mark: Finding['mark'], say: Finding['say']): Finding[] => [{ mark, say }];
    if ((await renewals.find(pack.id)) !== null) {
      return found('✓', (t) => t.renewal.cli.doctor.open({ next }));
    }
    if (openingIs({ opensOn }, now().toISOString()) === 'missed') {
      return found('!', (t) => t.renewal.cli.doctor.missed({ opensOn }));
    }
    const isUsable = (await nextPackOf(context, pack)) !== null;
    return isUsable
      ? found('✓', (t) => t.renewal.cli.doctor.fine({ next, opensOn }))
      : found('!', (t) => t.renewal.cli.doctor.nextPackUnusable({ next, opensOn }));
  } catch (error) {
    // The other checks say what is wrong with the database, and must not be kept from it.
    context.log.warn('doctor.renewalNotChecked', { error });
    return [];
  }
}
