import type { ReminderCadence } from '../calendar/cadence.ts';
import { shanghaiDate } from '../calendar/shanghai-time.ts';
import { calendarKnows } from '../calendar/working-days.ts';
import type { ReminderSkip } from '../enrollment/state.ts';
import type { CampaignPlan } from './campaign.ts';
import { campaignSkip, recipientsOf } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { firstSendingAt } from './sending-time.ts';

const mostSamples = 3;

export interface CampaignPreview {
  /** Firms that the filter names. */
  total: number;
  /** Firms that would be written to, and people at them. */
  toWrite: number;
  recipients: number;
  /** Enrollments of the firms that would be written to, in the order of the candidates. */
  writesTo: string[];
  skips: Map<ReminderSkip, number>;
  /** Firms at different steps, to show what they would read. */
  samples: Candidate[];
  /** When the first message goes out; null: at once. */
  beginsAt: string | null;
  /** False: the holidays of that day's year are not published yet, and Monday to Friday stand in for them. */
  calendarKnown: boolean;
}

/**
 * What a campaign would do at `now`. Only a preview: who is meant is looked up again when it starts, and each firm is
 * checked again before its message.
 */
export async function previewCampaign(
  plan: CampaignPlan,
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  cadence: ReminderCadence,
  now: Date,
): Promise<CampaignPreview> {
  const beginsAt = firstSendingAt(plan, cadence, now.toISOString());
  const preview: CampaignPreview = {
    ...{ total: 0, toWrite: 0, recipients: 0, writesTo: [], skips: new Map(), samples: [], beginsAt },
    calendarKnown: calendarKnows(Number(shanghaiDate(beginsAt ?? now.toISOString()).slice(0, 4))),
  };
  const shownSteps = new Set<string>();
  for await (const candidate of candidates) {
    preview.total += 1;
    const skip = campaignSkip(plan, candidate, now);
    if (skip !== null) {
      preview.skips.set(skip, (preview.skips.get(skip) ?? 0) + 1);
      continue;
    }
    preview.toWrite += 1;
    preview.writesTo.push(candidate.enrollment.enrollmentId);
    const { to } = recipientsOf(plan.kind, candidate, now);
    preview.recipients += to.length;
    // An announcement reads the same for everybody, but for its language.
    const step = candidate.enrollment.reportedStep ?? 'none';
    const differs = plan.kind === 'announcement' ? (to[0]?.locale ?? '') : step;
    if (shownSteps.size < mostSamples && !shownSteps.has(differs)) {
      shownSteps.add(differs);
      preview.samples.push(candidate);
    }
  }
  return preview;
}
