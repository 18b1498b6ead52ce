import { nextPackOf } from '../../../activities/renewal/open-renewal.ts';
import type { Renewal } from '../../../activities/ports/renewals.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import { userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import type { LanguageOption } from '../../language.ts';
import type { PackOption } from '../../pack-option.ts';

export interface RenewalOptions extends LanguageOption, PackOption {
  yes?: true;
  out?: string;
}

/** What a renewal goes from and into, and whether it is open. */
export interface Plan {
  stores: Stores;
  pack: PolicyPack;
  next: PolicyPack;
  opensOn: string;
  renewal: Renewal | null;
  now: string;
}

/** Throws UserError where the pack plans no renewal, or the next year's pack is not there to judge by. */
export async function planOf(context: CliContext, options: RenewalOptions): Promise<Plan> {
  const pack = await context.loadPack(options.pack);
  if (pack.renewal === null) throw userError((t) => t.renewal.cli.notPlanned({ pack: pack.id }));
  const { opensOn, nextPack } = pack.renewal;
  const next = await nextPackOf(context, pack);
  if (next === null) throw userError((t) => t.renewal.cli.nextPackUnusable({ next: nextPack }));
  const stores = await context.openStores();
  const renewal = await stores.renewals.find(pack.id);
  const now = (context.now?.() ?? new Date()).toISOString();
  return { stores, pack, next, opensOn, renewal, now };
}

/** Throws UserError where it is not open yet. */
export function openOne({ renewal, pack }: Plan): Renewal {
  if (renewal === null) throw userError((t) => t.renewal.cli.notOpen({ pack: pack.id }));
  return renewal;
}
