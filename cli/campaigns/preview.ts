import { previewCampaign } from '../../knowledge/campaigns/preview.ts';
import type { CampaignPreview } from '../../knowledge/campaigns/preview.ts';
import {
  asPlainText,
  describeBeginning,
  describePlan,
  describeStartProblem,
  renderSample,
} from '../../knowledge/campaigns/render-preview.ts';
import { startProblem } from '../../knowledge/campaigns/sending-time.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { CliContext } from '../context.ts';
import { localeOf, textsOf } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import type { Planned } from './plan.ts';

/** Works out what a campaign would do now. Throws UserError for a time at which nothing is sent. */
export async function previewOf(
  context: CliContext,
  { stores, plan, pack }: Planned,
): Promise<CampaignPreview> {
  const now = nowOf(context);
  const cadence = cadenceOf(pack);
  const problem = startProblem(plan, cadence, now.toISOString());
  if (problem !== null)
    throw new UserError({
      zh: describeStartProblem(problem, 'zh-CN'),
      en: describeStartProblem(problem, 'en'),
    });
  const meant = stores.campaigns.candidates({ packId: pack.id, ...plan }, now);
  return previewCampaign(plan, meant, cadence, now);
}

export function showPreview(
  context: CliContext,
  { plan, preview, pack }: Planned & { preview: CampaignPreview },
  options: LanguageOption & { samples?: boolean },
): void {
  const { preview: texts } = textsOf(options).campaigns;
  const locale = localeOf(options);
  for (const line of describePlan(plan, locale)) context.out(line);
  context.out(texts.count({ ...preview, kind: plan.kind }));
  for (const [reason, count] of preview.skips) context.out(`  ${texts.skip({ reason, count })}`);
  for (const line of describeBeginning(plan, preview, locale)) context.out(line);
  if (options.samples !== true) return;
  for (const candidate of preview.samples) {
    const { heading, message } = renderSample(plan, candidate, { pack, locale, now: nowOf(context) });
    context.out('');
    context.out(heading);
    for (const line of asPlainText(message).split('\n')) context.out(`  ${line}`);
  }
}

const nowOf = (context: CliContext): Date => context.now?.() ?? new Date();
