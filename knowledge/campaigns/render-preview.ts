import type { Locale } from '../answering/types.ts';
import { shanghaiDateTime } from '../calendar/shanghai-time.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import { renderNotification } from '../notifications/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { CampaignPlan } from './campaign.ts';
import { recipientsOf } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { CampaignPreview } from './preview.ts';
import type { StartProblem } from './sending-time.ts';

/** What a campaign is for, in the words of whoever looks at it; `names`: of the staff, by ID, where they are at hand. */
export function describePlan(
  plan: CampaignPlan,
  locale: Locale,
  names?: ReadonlyMap<string, string>,
): string[] {
  const { campaigns: texts } = textsFor(locale);
  return [texts.filter(plan.filter, names), ...texts.options(plan)];
}

/** When the first message goes out, if not at once, and whether that day is known to be a working day. */
export function describeBeginning(plan: CampaignPlan, preview: CampaignPreview, locale: Locale): string[] {
  const { preview: texts } = textsFor(locale).campaigns;
  const { beginsAt, calendarKnown } = preview;
  const say = plan.startAt === beginsAt ? texts.begins : texts.waits;
  return [
    ...(beginsAt === null ? [] : [say({ at: shanghaiDateTime(beginsAt) })]),
    ...(calendarKnown ? [] : [texts.calendarUnknown]),
  ];
}

export function describeStartProblem(problem: StartProblem, locale: Locale): string {
  const { startProblem: texts } = textsFor(locale).campaigns;
  return problem.code === 'startInThePast'
    ? texts.past
    : texts.outsideHours({ next: shanghaiDateTime(problem.next) });
}

export interface RenderedSample {
  heading: string;
  /** As it is sent, in the language of the contact who would get it. */
  message: OutboundMessage;
}

export function renderSample(
  plan: CampaignPlan,
  candidate: Candidate,
  { pack, locale, now }: { pack: PolicyPack; locale: Locale; now: Date },
): RenderedSample {
  const { preview: texts } = textsFor(locale).campaigns;
  const { enrollment, firmName } = candidate;
  const [reader] = recipientsOf(plan.kind, candidate, now).to;
  return {
    heading: texts.sample({ firm: firmName, step: enrollment.reportedStep, kind: plan.kind }),
    message: renderNotification({
      ...{ kind: plan.kind, data: {}, repeated: false, ...(plan.text === null ? {} : { words: plan.text }) },
      ...{ enrollment, firmName, pack, locale: reader?.locale ?? locale },
    }),
  };
}

/** A message as plain text, its buttons in brackets: for showing what somebody else would get. */
export const asPlainText = ({ paragraphs, buttons, citation }: OutboundMessage): string =>
  [
    ...paragraphs,
    ...(citation === null ? [] : [citation]),
    ...buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' ')),
  ].join('\n');
