import type { CliContext } from '../../context.ts';
import { textsOf } from '../../language.ts';
import { withEngine } from '../../require-engine.ts';
import { openOne, planOf } from './plan.ts';
import type { RenewalOptions } from './plan.ts';

/** From now on who is not on the next list is not on it for good: they are told so. */
export async function declareListComplete(context: CliContext, options: RenewalOptions): Promise<void> {
  const plan = await planOf(context, options);
  openOne(plan);
  const { stores, pack, now } = plan;
  const { cli } = textsOf(options).renewal;
  const count = (await stores.renewals.counts(pack.id))
    .filter(({ outcome }) => outcome === 'waitingForList')
    .reduce((sum, of) => sum + of.count, 0);
  if (options.yes !== true) {
    context.out(cli.listCompletePreview({ count }));
    return;
  }
  await withEngine(context, null, async (commands) => {
    await stores.renewals.declareListComplete(pack.id, now);
    await commands.wakeRenewal(pack.id);
  });
  const by = { actor: 'cli', action: 'renewalListComplete', target: pack.id };
  await stores.audit.record({ ...by, outcome: 'declared', detail: JSON.stringify({ waiting: count }) });
  context.out(cli.listCompleted({ count }));
}
