import type { z } from 'zod';
import type { PreviewedCampaign } from '../../activities/ports/campaign-office.ts';
import type { Campaign } from '../../activities/ports/campaigns.ts';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import { describeBeginning, describePlan, renderSample } from '../../knowledge/campaigns/render-preview.ts';
import { firstSendingAt } from '../../knowledge/campaigns/sending-time.ts';
import { steeringFor } from '../../knowledge/campaigns/steering.ts';
import { mayAs } from '../../knowledge/console/roles.ts';
import type { ReminderSkip } from '../../knowledge/enrollment/state.ts';
import type { OutcomeGroup } from '../../knowledge/notifications/campaign-tally.ts';
import { campaignHeadline } from '../../knowledge/notifications/render-campaign.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { campaignDetail as detailSchema, campaignList, previewAnswer } from './campaign-schemas.ts';
import { inBoth } from './both.ts';

interface Words {
  zh: string;
  en: string;
}
type Line = z.output<typeof campaignList>['campaigns'][number];

export interface ShownWith {
  /** Of the staff, by ID. */
  names: ReadonlyMap<string, string>;
  account: ConsoleAccount;
  pack: PolicyPack;
  now: Date;
}

export function campaignLine(campaign: Campaign, { names, account }: ShownWith): Line {
  const { id, kind, state, tally, requestedBy } = campaign;
  const { createdAt, startAt, startedAt, endedAt } = campaign;
  return {
    ...{ id, kind, state, createdAt, startAt, startedAt, endedAt, ended: hasCampaignEnded(state) },
    kindWords: inBoth((t) => t.campaigns.kinds[kind]),
    stateWords: inBoth((t) => t.campaigns.states[state]),
    scope: inBoth((t) => t.campaigns.filter(campaign.filter, names)),
    requestedBy: requestedBy === 'cli' ? null : (names.get(requestedBy) ?? requestedBy),
    ...{ total: Math.max(tally.total, tally.done), done: tally.done, sent: tally.sent },
    may: mayAs(account.role, 'operator') ? steeringFor(state) : [],
  };
}

export function campaignDetail(campaign: Campaign, more: ShownWith): z.output<typeof detailSchema> {
  const { state, tally } = campaign;
  const isSending = state === 'running';
  const now = more.now.toISOString();
  const waitsUntil = isSending
    ? firstSendingAt({ ...campaign, startAt: null }, cadenceOf(more.pack), now)
    : null;
  const skipped = skipsOf(Object.entries(tally.skipped) as [ReminderSkip, number][]);
  const counts: Record<OutcomeGroup, number> = {
    ...{ sent: tally.sent, collected: tally.collected, failed: tally.failed, unknown: tally.unknown },
    skipped: skipped.reduce((sum, { count }) => sum + count, 0),
    cancelled: tally.cancelled,
    open: Math.max(0, tally.total - tally.done),
  };
  return {
    ...campaignLine(campaign, more),
    lines: linesOf(campaign, more),
    text: Object.values(campaign.text ?? {}),
    progress: {
      zh: campaignHeadline({ ...campaign, waitsUntil }, 'zh-CN'),
      en: campaignHeadline({ ...campaign, waitsUntil }, 'en'),
    },
    tally: (Object.entries(counts) as [OutcomeGroup, number][]).map(([outcome, count]) => ({
      ...{ outcome, count },
      words: inBoth((t) => t.campaigns.outcomeGroups[outcome]),
    })),
    skips: skipped,
  };
}

export function previewOf(
  { id, plan, preview, audience }: PreviewedCampaign,
  { pack, now, names }: ShownWith,
): z.output<typeof previewAnswer> {
  const { total, toWrite, recipients } = preview;
  return {
    ...{ id, audience, kind: plan.kind, total, toWrite, recipients, scheduled: plan.startAt !== null },
    lines: linesOf(plan, { names }),
    chosen: plan.filter.usccs?.length ?? null,
    exclusions: skipsOf([...preview.skips]),
    samples: preview.samples.map((candidate) => {
      const sampleIn = (locale: Locale) => renderSample(plan, candidate, { pack, locale, now });
      // It is in its reader's language, whoever looks.
      const { heading: zh, message } = sampleIn('zh-CN');
      const { paragraphs, buttons, citation } = message;
      return {
        heading: { zh, en: sampleIn('en').heading },
        ...{ paragraphs, citation, buttons: buttons.map((row) => row.map(({ label }) => label)) },
      };
    }),
    beginning: linesIn((locale) => describeBeginning(plan, preview, locale)),
  };
}

const linesOf = (plan: CampaignPlan, { names }: Pick<ShownWith, 'names'>): Words[] =>
  linesIn((locale) => describePlan(plan, locale, names));

function linesIn(say: (locale: Locale) => string[]): Words[] {
  const english = say('en');
  return say('zh-CN').map((zh, i) => ({ zh, en: english[i] ?? '' }));
}

const skipsOf = (counts: [ReminderSkip, number][]): { reason: Words; count: number }[] =>
  counts
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => ({ reason: inBoth((t) => t.enrollment.skipLabels[reason]), count }));
