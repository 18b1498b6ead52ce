import type { RecoveryStore, TrackedEnrollment } from '../../activities/ports/recovery.ts';
import { campaignStates, hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignOptions, CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { openOutcomes } from '../../knowledge/notifications/campaign-tally.ts';
import type { Database } from '../client.ts';
import type { Enrollment } from '../generated/client.ts';
import { snapshotOf } from './enrollment-row.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 500;
/** A preview that nobody confirmed is no campaign. */
const open = campaignStates.filter((state) => state !== 'previewed' && !hasCampaignEnded(state));

const trackedOf = (row: Enrollment): TrackedEnrollment => ({
  snapshot: snapshotOf(row),
  started: row.startedAt !== null,
  updatedAt: row.updatedAt.toISOString(),
});

export function createRecoveryStore(db: Database): RecoveryStore {
  return {
    enrollments: async ({ afterId, limit }) => {
      const stored = await db.enrollment.findMany({
        ...(afterId === undefined ? {} : { where: { id: { gt: afterId } } }),
        orderBy: { id: 'asc' },
        take: limit,
      });
      return stored.map(trackedOf);
    },

    enrollment: async (id) => {
      const stored = await db.enrollment.findUnique({ where: { id } });
      return stored && trackedOf(stored);
    },

    markWaiting: async (enrollmentIds) => {
      for (let start = 0; start < enrollmentIds.length; start += chunkSize) {
        const ids = enrollmentIds.slice(start, start + chunkSize);
        await db.enrollment.updateMany({ where: { id: { in: ids } }, data: { startedAt: null } });
      }
    },

    openCampaigns: async () => {
      const stored = await db.campaign.findMany({
        where: { state: { in: open } },
        orderBy: { id: 'asc' },
        select: { id: true, state: true, options: true },
      });
      return stored.map(({ id, state, options }) => ({
        id,
        state: state as CampaignState,
        startAt: (JSON.parse(options) as Partial<CampaignOptions>).startAt ?? null,
      }));
    },

    giveUpCampaign: (id) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.campaign.updateMany({
          where: { id, state: { in: open } },
          data: { state: 'failed', endedAt: new Date() },
        });
        if (count === 0) return;
        // As if its firms had been chosen: a workflow that comes back would choose them.
        await tx.campaign.updateMany({ where: { id, startedAt: null }, data: { startedAt: new Date() } });
        await tx.campaignOutcome.updateMany({
          where: { campaignId: id, outcome: { in: [...openOutcomes] } },
          data: { outcome: 'unknown', at: new Date() },
        });
        await tx.campaignHold.deleteMany({ where: { campaignId: id } });
      }),

    peopleCollectedFor: async () =>
      db.notification.findMany({
        where: { collected: true, state: { in: ['queued', 'sending'] } },
        distinct: ['identityId'],
        select: { identityId: true, channel: true },
      }),

    doubtWaitingMessages: () =>
      db.$transaction(async (tx) => {
        const notifications = await tx.notification.updateMany({
          where: { state: 'queued' },
          data: { state: 'sending' },
        });
        const officeAnswers = await tx.questionAsk.updateMany({
          where: { state: 'toTell' },
          data: { state: 'telling', tries: { increment: 1 } },
        });
        const tickets = await tx.ticketDelivery.updateMany({
          where: { state: 'queued' },
          data: { state: 'sending', tries: { increment: 1 } },
        });
        return {
          notifications: notifications.count,
          officeAnswers: officeAnswers.count,
          tickets: tickets.count,
        };
      }),
  };
}
