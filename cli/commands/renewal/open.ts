import { openNow } from '../../../activities/renewal/open-renewal.ts';
import type { CliContext } from '../../context.ts';
import { textsOf } from '../../language.ts';
import { withEngine } from '../../require-engine.ts';
import { planOf } from './plan.ts';
import type { RenewalOptions } from './plan.ts';
import { showPlan } from './show.ts';

/** Opens the renewal of a pack, whatever its day: a preview, and with `--yes` for good. */
export async function openRenewal(context: CliContext, options: RenewalOptions): Promise<void> {
  const plan = await planOf(context, options);
  const { stores, pack, next } = plan;
  const { cli } = textsOf(options).renewal;
  await showPlan(context, plan, options, 'preview');
  if (options.yes !== true) {
    context.out(cli.previewOnly);
    return;
  }
  const clock = { now: () => context.now?.() ?? new Date() };
  const outcome = await withEngine(context, null, (commands) =>
    openNow(
      { stores, commands, clock, loadPack: (id) => context.loadPack(id) },
      { packId: pack.id, nextPackId: next.id, by: 'cli' },
    ),
  );
  await stores.audit.record({ actor: 'cli', action: 'openRenewal', target: pack.id, outcome });
  context.out(outcome === 'opened' ? cli.opened : cli.openAlready);
}
