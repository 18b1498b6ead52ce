import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginCampaign } from '../../activities/campaigns/begin-campaign.ts';
import type { Campaign } from '../../activities/ports/campaigns.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import { renderCampaignProgress } from '../../knowledge/notifications/render-campaign.ts';
import { userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { localeOf, textsOf } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { progressEveryMs } from '../progress.ts';
import { withEngine } from '../require-engine.ts';
import type { Planned } from './plan.ts';
import { previewOf, showPreview } from './preview.ts';

export interface StartOptions extends LanguageOption {
  dryRun?: true;
  yes?: true;
  wait: boolean;
  samples?: boolean;
}

/** Previews a campaign and, with `--yes`, starts it. */
export async function previewAndStart(
  context: CliContext,
  planned: Planned,
  options: StartOptions,
): Promise<void> {
  const { cli: texts, preview: said } = textsOf(options).campaigns;
  const { stores, plan, pack } = planned;
  const preview = await previewOf(context, planned);
  showPreview(context, { ...planned, preview }, options);
  if (options.yes !== true || options.dryRun === true) {
    context.out(texts.previewOnly);
    return;
  }
  // Whom a later start is for shows only then.
  if (preview.toWrite === 0 && plan.startAt === null) {
    context.out(said.nobody);
    return;
  }
  const id = randomUUID();
  const audit = (outcome: string): Promise<void> =>
    stores.audit.record({ actor: 'cli', action: 'campaign.start', target: id, outcome });
  await withEngine(context, null, async (commands) => {
    const { campaigns } = stores;
    await campaigns.create({ ...plan, id, packId: pack.id, requestedBy: 'cli' });
    await campaigns.setState(id, plan.startAt === null ? 'running' : 'scheduled');
    await beginCampaign({ campaigns, commands }, { id, total: preview.total }).catch(
      async (error: unknown) => {
        if (!(error instanceof EnrollmentUnavailable) || error.code !== 'noAnswer') throw error;
        await audit('noAnswer');
        throw userError((t) => t.campaigns.cli.unsure({ id }), error);
      },
    );
  });
  await audit(plan.kind);
  context.out(texts.started({ id }));
  if (options.wait && plan.startAt === null) await waitForEnd(context, stores, id, options);
}

async function waitForEnd(
  context: CliContext,
  stores: Stores,
  id: string,
  options: LanguageOption,
): Promise<void> {
  const clock = (): number => (context.now?.() ?? new Date()).getTime();
  const { cli: texts } = textsOf(options).campaigns;
  let shown = 0;
  let shownAt = clock();
  for (;;) {
    const campaign = await stores.campaigns.find(id);
    if (campaign === null) throw new Error(`campaign ${id} is gone`);
    const { tally, state } = campaign;
    if (hasCampaignEnded(state)) {
      showTally(context, campaign, options);
      if (state === 'failed') throw new CommandFailed();
      return;
    }
    if (tally.done > shown && clock() - shownAt >= progressEveryMs) {
      context.out(texts.progress({ done: tally.done, total: tally.total }));
      [shown, shownAt] = [tally.done, clock()];
    }
    await sleep(500);
  }
}

/** Where a campaign stands, in lines. */
export function showTally(context: CliContext, campaign: Campaign, options: LanguageOption): void {
  const { paragraphs } = renderCampaignProgress({ ...campaign, waitsUntil: null }, localeOf(options));
  for (const line of paragraphs) context.out(line);
}
