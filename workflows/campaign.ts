import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  patched,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import type { CampaignKind } from '../knowledge/campaigns/campaign.ts';
import type { SteeringAction } from '../knowledge/campaigns/steering.ts';
import { announce } from './announce.ts';
import { CampaignCourse } from './campaign-course.ts';
import { remindInGroups } from './campaign-in-groups.ts';
import * as messages from './campaign-messages.ts';
import type { CampaignInput, SteerCampaignInput, SteerCampaignResult } from './contract.ts';

const { readCampaignStart, saveCampaignState, closeCampaign } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  // Who pauses a campaign waits for the answer: come back soon once the database answers again.
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});
const { chooseCampaignTargets, remindCampaignTargets } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  // A worker that is gone is noticed by its silence; the next one goes on where it stopped.
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Far below the server's limits: a stretch of reminders costs a few events, one of announcements some hundred. */
const longestHistory: Record<CampaignKind, number> = { reminder: 1_500, announcement: 500 };

/**
 * Writes to each firm of a campaign that staff confirmed, one outcome a firm. The firms and their outcomes are in the
 * database; the workflow holds when to go on and what staff made of it. An activity works through a stretch of firms, so that
 * 10,000 of them take some hundred events.
 *
 * Replay: which command comes next depends on the course and on results in history only, never on a clock or calendar.
 */
export async function campaign(input: CampaignInput): Promise<void> {
  // Campaigns that an earlier version began go on as they began.
  if (!patched('steeredCampaigns')) return remindInGroups(input);
  const { campaignId } = input;
  const course = new CampaignCourse(input.carried);
  setHandler(messages.getCampaignQuery, () => ({ state: course.state }));
  const validator = { validator: messages.validateSteering };
  setHandler(messages.pauseCampaignUpdate, (u) => steer('pause', u), validator);
  setHandler(messages.resumeCampaignUpdate, (u) => steer('resume', u), validator);
  setHandler(messages.cancelCampaignUpdate, (u) => steer('cancel', u), validator);
  const keeping = keepState();

  try {
    const kind = input.carried?.kind ?? (await begin());
    const isWhole = await goOn(kind);
    if (!isWhole)
      await continueAsNew<typeof campaign>({ campaignId, carried: { ...course.carried(), kind } });
    await close(course.is('cancelled') ? 'cancelled' : 'finished');
  } catch (error) {
    // Nothing more is tried: what was sent is on record, and the rest is shown as not sent.
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => close('cancelled'));
    else if (error instanceof ActivityFailure) await close('failed');
    throw error;
  }

  async function begin(): Promise<CampaignKind> {
    const { kind, startsInMs } = await readCampaignStart({ campaignId });
    if (startsInMs > 0) await condition(() => course.is('cancelled'), startsInMs);
    course.begin();
    await condition(() => !course.is('paused'));
    await saved();
    if (course.is('running')) await chooseCampaignTargets({ campaignId });
    return kind;
  }

  /** True once every firm has its outcome or the campaign is cancelled; false when the history is long enough. */
  async function goOn(kind: CampaignKind): Promise<boolean> {
    for (;;) {
      await condition(() => !course.is('paused'));
      await saved();
      if (course.is('cancelled')) return true;
      if (course.is('paused')) continue;
      const { version } = course;
      const { left, waitMs } =
        kind === 'announcement'
          ? await announce(campaignId, () => course.is('running'))
          : await remindCampaignTargets({ campaignId });
      if (left === 0) return true;
      if (waitMs > 0) await condition(() => course.version !== version, waitMs);
      if (mayLeave(longestHistory[kind])) return false;
    }
  }

  function mayLeave(longest: number): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const isLong = historyLength > longest || continueAsNewSuggested;
    return isLong && !course.hasUnsaved && allHandlersFinished();
  }

  async function steer(
    action: SteeringAction,
    { eventId }: SteerCampaignInput,
  ): Promise<SteerCampaignResult> {
    const outcome = course.steer(action, eventId);
    await saved();
    return { outcome, state: course.state };
  }

  /** One at a time and in order: the database, which whoever sends looks at, never falls back to an earlier state. */
  async function keepState(): Promise<void> {
    for (;;) {
      await condition(() => course.hasUnsaved || course.hasEnded);
      if (!course.hasUnsaved) return;
      const { state, version } = course;
      await saveCampaignState({ campaignId, state });
      course.saved(version);
    }
  }

  function saved(): Promise<void> {
    const { version } = course;
    return condition(() => course.savedVersion >= version);
  }

  async function close(state: 'finished' | 'cancelled' | 'failed'): Promise<void> {
    course.end(state);
    await keeping;
    await closeCampaign({ campaignId, state });
    await condition(allHandlersFinished);
  }
}
