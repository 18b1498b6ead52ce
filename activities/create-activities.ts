import { activityInfo, heartbeat } from '@temporalio/activity';
import type { EnrollmentSnapshot, TimelineEntry } from '../knowledge/enrollment/state.ts';
import {
  listCampaignTargets,
  openCampaign,
  remindCampaignTarget,
  showCampaignProgress,
} from './campaign-in-groups.ts';
import { queueAnnouncements, settleAnnouncements, takeCampaignTargets } from './campaigns/announce.ts';
import {
  chooseCampaignTargets,
  closeCampaign,
  readCampaignStart,
  saveCampaignState,
} from './campaigns/course.ts';
import { remindCampaignTargets } from './campaigns/remind-targets.ts';
import { beatingUntilDone, runningNow } from './campaigns/running.ts';
import { deliverDigest } from './deliver-digest.ts';
import { deliverNotification } from './deliver-notification.ts';
import type { DeliverInput, DeliveryOutcome } from './deliver-notification.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { lookAhead } from './look-ahead.ts';
import { prepareNotification } from './prepare-notification.ts';
import type { PrepareInput, Prepared } from './prepare-notification.ts';
import { countRenewals } from './renewal/count-renewals.ts';
import { judgeRenewals } from './renewal/judge-renewals.ts';
import { openRenewal } from './renewal/open-renewal.ts';
import { findPredecessor } from './renewal/find-predecessor.ts';
import { renewPredecessor } from './renewal/renew-predecessor.ts';

type Input<F extends (ports: ActivityPorts, input: never, ...more: never[]) => unknown> = Parameters<F>[1];

/** The side effects that workflows ask for. Arguments and results carry IDs, never personal data: history keeps them. */
export const createActivities = (ports: ActivityPorts) => ({
  /** Writes the projection that chat and console read, with what is new in the timeline. Idempotent by version. */
  saveProjection: (input: { snapshot: EnrollmentSnapshot; timeline: TimelineEntry[] }): Promise<void> =>
    ports.stores.enrollments.saveProjection(input.snapshot, input.timeline),

  prepareNotification: (input: PrepareInput): Promise<Prepared> => prepareNotification(ports, input),

  /** Runs on the channel's own queue. */
  deliverNotification: (input: DeliverInput): Promise<DeliveryOutcome> =>
    beatingUntilDone(heartbeat, () => deliverNotification(ports, input, activityInfo().scheduledTimestampMs)),

  /** Runs on the channel's own queue. */
  deliverDigest: (input: Input<typeof deliverDigest>): Promise<boolean> =>
    beatingUntilDone(heartbeat, () => deliverDigest(ports, input)),
  startDigests: async ({ people }: { people: Prepared['collectedBy'] }): Promise<void> => {
    for (const person of people) await ports.commands.startDigest(person);
  },

  readCampaignStart: (input: Input<typeof readCampaignStart>) => readCampaignStart(ports, input),
  saveCampaignState: (input: Input<typeof saveCampaignState>) => saveCampaignState(ports, input),
  closeCampaign: (input: Input<typeof closeCampaign>) => closeCampaign(ports, input),
  chooseCampaignTargets: (input: Input<typeof chooseCampaignTargets>) =>
    chooseCampaignTargets(ports, input, runningNow()),
  remindCampaignTargets: (input: Input<typeof remindCampaignTargets>) =>
    remindCampaignTargets(ports, input, runningNow()),

  takeCampaignTargets: (input: Input<typeof takeCampaignTargets>) => takeCampaignTargets(ports, input),
  queueAnnouncements: (input: Input<typeof queueAnnouncements>) => queueAnnouncements(ports, input),
  settleAnnouncements: (input: Input<typeof settleAnnouncements>) => settleAnnouncements(ports, input),

  openRenewal: (input: Input<typeof openRenewal>) => openRenewal(ports, input),
  judgeRenewals: (input: Parameters<typeof judgeRenewals>[1]) => judgeRenewals(ports, input, heartbeat),
  countRenewals: (input: Input<typeof countRenewals>) => countRenewals(ports, input),
  findPredecessor: (input: Input<typeof findPredecessor>) => findPredecessor(ports, input),
  renewPredecessor: (input: Input<typeof renewPredecessor>) => renewPredecessor(ports, input),
  lookAhead: () => lookAhead(ports),

  /** For campaigns that an earlier version began; see `workflows/campaign-in-groups.ts`. */
  openCampaign: (input: Input<typeof openCampaign>) => openCampaign(ports, input),
  listCampaignTargets: (input: Input<typeof listCampaignTargets>) => listCampaignTargets(ports, input),
  remindCampaignTarget: (input: Input<typeof remindCampaignTarget>) => remindCampaignTarget(ports, input),
  showCampaignProgress: (input: Input<typeof showCampaignProgress>) => showCampaignProgress(ports, input),
});

export type Activities = ReturnType<typeof createActivities>;
