import type { CampaignPlan } from '../../../../knowledge/campaigns/campaign.ts';
import { planOf } from '../../../../knowledge/campaigns/make-plan.ts';
import { previewCampaign } from '../../../../knowledge/campaigns/preview.ts';
import type { CampaignPreview } from '../../../../knowledge/campaigns/preview.ts';
import {
  asPlainText,
  describeBeginning,
  describePlan,
  describeStartProblem,
  renderSample,
} from '../../../../knowledge/campaigns/render-preview.ts';
import { startProblem } from '../../../../knowledge/campaigns/sending-time.ts';
import { reportedSteps } from '../../../../knowledge/enrollment/state.ts';
import { cadenceOf } from '../../../../knowledge/packs/cadence-of.ts';
import type { HandleResult, Reply } from '../../../model.ts';
import { message, say, tap } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { codeProblem } from './uscc-and-rest.ts';
import { parseRemind } from './parse-remind.ts';
import type { ParsedRemind } from './parse-remind.ts';

/** More would push the numbers off a phone's screen. */
const mostSamples = 2;

/** /remind: who would be reminded and who not, and why. Nothing is sent before the requester confirms. */
export async function offerReminders(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts } = context;
  const problem = codeProblem(args, texts);
  if (problem !== null) return say(problem);
  const parsed = parseRemind(args, ports.pack);
  if (!parsed.ok) return say(howToAsk(context, parsed));
  const { uscc } = parsed.filter;
  const row = uscc === undefined ? null : await ports.stores.firms.firmRow(ports.pack.id, uscc);
  if (uscc !== undefined && row === null) return say(texts.staff.firmNotFound({ query: uscc }));
  if (row?.enrollment === null) return say(texts.staff.firmNotTracked({ firm: row.firm.name }));
  // A former code leads to the one that holds now.
  const filter = row === null ? parsed.filter : { ...parsed.filter, uscc: row.firm.uscc };
  const request = { ...parsed, filter };
  return offerCampaign(context, planOf({ kind: 'reminder', text: null }, request, ports.settings.mode));
}

/** Shows what a campaign would do, with buttons for the one who asked. */
export async function offerCampaign(context: StaffContext, plan: CampaignPlan): Promise<HandleResult> {
  const { ports, texts, locale, staff } = context;
  const { remind } = texts.staff;
  const now = ports.clock.now();
  const cadence = cadenceOf(ports.pack);
  const tooEarly = startProblem(plan, cadence, now.toISOString());
  if (tooEarly !== null) return say(describeStartProblem(tooEarly, locale));
  const { campaigns } = ports.stores;
  const meant = campaigns.candidates({ packId: ports.pack.id, ...plan }, now);
  const preview = await previewCampaign(plan, meant, cadence, now);
  const paragraphs = [...describePlan(plan, locale), ...counts(context, plan, preview)];
  if (preview.toWrite === 0) return say([...paragraphs, texts.campaigns.preview.nobody]);

  const campaignId = ports.newId();
  await campaigns.create({ ...plan, id: campaignId, packId: ports.pack.id, requestedBy: staff.staffId });
  await campaigns.setTotal(campaignId, preview.total);
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: plan.kind === 'reminder' ? 'staff.remind' : 'staff.announce',
    target: campaignId,
    outcome: `previewed ${preview.toWrite}/${preview.total}`,
  });
  const question = say(
    [...paragraphs, ...describeBeginning(plan, preview, locale), texts.campaigns.preview.recheck],
    [
      [
        tap(texts.campaigns.confirm({ count: preview.toWrite, kind: plan.kind }), {
          verb: 'campaign',
          campaignId,
          action: 'confirm',
        }),
        tap(remind.cancel, { verb: 'campaign', campaignId, action: 'cancel' }),
      ],
    ],
  );
  return { ...question, replies: [...samples(context, plan, preview), ...question.replies] };
}

function counts({ texts }: StaffContext, plan: CampaignPlan, preview: CampaignPreview): string[] {
  const { preview: said } = texts.campaigns;
  const skips = [...preview.skips].map(([reason, count]) => ({ reason, count }));
  return [
    said.count({ ...preview, kind: plan.kind }),
    ...(skips.length === 0 ? [] : [said.skips({ skips })]),
  ];
}

function samples(
  { ports, locale }: StaffContext,
  plan: CampaignPlan,
  { samples: shown }: CampaignPreview,
): Reply[] {
  return shown.slice(0, mostSamples).map((candidate) => {
    const sample = renderSample(plan, candidate, { pack: ports.pack, locale, now: ports.clock.now() });
    return { kind: 'reply', message: message([sample.heading, asPlainText(sample.message)]) };
  });
}

export function howToAsk({ texts }: StaffContext, parsed: Extract<ParsedRemind, { ok: false }>): string[] {
  const { usage } = texts.staff;
  const { part, cities } = parsed;
  if (cities !== undefined) return [usage.remindUnknown({ part }), usage.cities({ cities })];
  return [
    ...(part === '' ? [] : [usage.remindUnknown({ part })]),
    usage.remind,
    usage.steps({ steps: [null, ...reportedSteps].map((step) => texts.staff.stepOf(step)) }),
  ];
}
