import { campaignSkip, recipientsOf } from '../../knowledge/campaigns/candidate.ts';
import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import { campaignEventKey } from '../../knowledge/campaigns/keys.ts';
import { byOutcome } from '../../knowledge/campaigns/outcome.ts';
import { paceOf } from '../../knowledge/campaigns/pace.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { Campaign } from '../ports/campaigns.ts';
import { existingCampaign } from './course.ts';
import { noteGone } from './note-gone.ts';
import { outsideHours } from './outside-hours.ts';
import { showProgress } from './show-progress.ts';
import type { Stretch } from './stretch.ts';

/** Firms that are taken up together; `waitMs` is the time to keep until the next. */
export interface TakenTargets extends Stretch {
  enrollmentIds: string[];
}
export interface QueuedMessage {
  notificationId: string;
  channel: string;
}

/** Nobody is left but firms that another campaign is writing to. */
const lookAgainMs = 15_000;

/**
 * Takes up the next firms of an announcement. `fresh`: nothing of the campaign is under way, so what an earlier attempt took
 * and did not tell of is put back, and whom it asked comes first: their messages are on record, and none goes out twice.
 */
export async function takeCampaignTargets(
  ports: ActivityPorts,
  { campaignId, limit, fresh }: { campaignId: string; limit: number; fresh: boolean },
): Promise<TakenTargets> {
  const { campaigns } = ports.stores;
  const campaign = await existingCampaign(ports, campaignId);
  const wait = await outsideHours(ports, campaign);
  if (wait !== null) return { ...wait, enrollmentIds: [] };
  const pace = campaign.perMinute === null ? null : paceOf(campaign.perMinute);
  const most = Math.min(limit, pace?.firms ?? limit);
  const asked = fresh ? await campaigns.takeStock(campaignId) : [];
  const again = asked.slice(0, most).map(({ enrollmentId }) => enrollmentId);
  const enrollmentIds = [...again, ...(await campaigns.claim(campaignId, most - again.length))];
  await showProgress(ports, campaignId);
  const left = await campaigns.countOpen(campaignId);
  return { enrollmentIds, left, waitMs: enrollmentIds.length === 0 ? lookAgainMs : (pace?.everyMs ?? 0) };
}

/** Makes one queued message for each person at these firms, and notes who is not to be written to. Idempotent. */
export async function queueAnnouncements(
  ports: ActivityPorts,
  { campaignId, enrollmentIds }: { campaignId: string; enrollmentIds: string[] },
): Promise<QueuedMessage[]> {
  const { campaigns } = ports.stores;
  const campaign = await existingCampaign(ports, campaignId);
  // Those that an earlier attempt came to have passed the checks.
  const asked = new Set(await campaigns.askingAmong(campaignId, enrollmentIds));
  const queued: QueuedMessage[] = [];
  const candidates = await campaigns.candidatesOf('announcement', enrollmentIds);
  await noteGone(ports, { campaignId, enrollmentIds }, candidates);
  for (const candidate of candidates) {
    const firm = reachedFrom(ports, candidate);
    const { enrollmentId } = firm.enrollment;
    const skip = asked.has(enrollmentId) ? null : campaignSkip(campaign, firm, ports.clock.now());
    if (skip !== null) await campaigns.recordOutcome(campaignId, [enrollmentId], `skipped:${skip}`);
    else if (asked.has(enrollmentId) || (await campaigns.beginAsking(campaignId, enrollmentId)))
      queued.push(...(await queueFor(ports, campaign, firm)));
  }
  return queued;
}

/** Without the channels that nobody sends on here. */
const reachedFrom = ({ senders }: ActivityPorts, candidate: Candidate): Candidate => ({
  ...candidate,
  contacts: candidate.contacts.filter(({ channel }) => senders[channel] !== undefined),
});

async function queueFor(ports: ActivityPorts, { id }: Campaign, firm: Candidate): Promise<QueuedMessage[]> {
  const { enrollmentId } = firm.enrollment;
  const to = recipientsOf('announcement', firm, ports.clock.now()).to;
  // Who looks after several firms reads it once.
  const told = await toldElsewhere(ports, id, firm);
  const records = await ports.stores.notifications.queue(
    to
      .filter((contact) => !told.has(contact.personId))
      .map(({ id: identityId, channel }) => ({
        ...{ key: `${campaignEventKey(id, enrollmentId)}/${identityId}`, kind: 'announcement' as const },
        ...{ enrollmentId, identityId, channel, data: { campaignId: id } },
      })),
  );
  return records.map((record) => ({ notificationId: record.id, channel: record.channel }));
}

/** People of this firm whom the message reaches, or may reach, as those of another one: on whichever channel. */
async function toldElsewhere(
  { stores }: ActivityPorts,
  campaignId: string,
  { enrollment, contacts }: Candidate,
): Promise<Set<string>> {
  const messages = await stores.campaigns.messages(campaignId, { identityIds: contacts.map(({ id }) => id) });
  const counting = messages.filter(
    ({ enrollmentId, state }) =>
      enrollmentId !== enrollment.enrollmentId && state !== 'skipped' && state !== 'failed',
  );
  const reached = new Set(counting.map(({ identityId }) => identityId));
  return new Set(contacts.filter(({ id }) => reached.has(id)).map(({ personId }) => personId));
}

/** Notes what became of firms whose messages are at their end. */
export async function settleAnnouncements(
  ports: ActivityPorts,
  { campaignId, enrollmentIds }: { campaignId: string; enrollmentIds: string[] },
): Promise<void> {
  const { campaigns } = ports.stores;
  const asking = await campaigns.askingAmong(campaignId, enrollmentIds);
  const messages = await campaigns.messages(campaignId, { enrollmentIds: asking });
  const written = new Set(messages.map(({ enrollmentId }) => enrollmentId));
  const silent = asking.filter((enrollmentId) => !written.has(enrollmentId));
  // Without a message of its own its people read it as those of another firm, unless they did not get that one either.
  for (const firm of silent.length > 0 ? await campaigns.candidatesOf('announcement', silent) : [])
    if ((await toldElsewhere(ports, campaignId, firm)).size > 0)
      await campaigns.recordOutcome(campaignId, [firm.enrollment.enrollmentId], 'collected');
  for (const [outcome, ids] of byOutcome(asking, messages, 'failed'))
    await campaigns.recordOutcome(campaignId, ids, outcome);
}
