import type { Campaign, CampaignStore } from '../../activities/ports/store.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { ReminderSkip } from '../../knowledge/enrollment/state.ts';
import type { CampaignTally } from '../../knowledge/notifications/campaign-tally.ts';
import type { Database, Queries } from '../client.ts';
import type { Campaign as StoredCampaign } from '../generated/client.ts';
import { enrollmentsMatching } from './enrollment-row.ts';

export function createCampaignStore(db: Database): CampaignStore {
  return {
    create: async ({ id, packId, filter, requestedBy }) => {
      await db.campaign.create({
        data: { id, packId, filter: JSON.stringify(filter), requestedBy, state: 'previewed' },
      });
    },

    find: async (id) => {
      const stored = await db.campaign.findUnique({ where: { id } });
      return (
        stored && {
          id,
          packId: stored.packId,
          filter: filterOf(stored),
          requestedBy: stored.requestedBy,
          state: stored.state as Campaign['state'],
          tally: await tallyOf(db, id, stored.total),
          progress: progressOf(stored),
        }
      );
    },

    setProgress: async (id, { channel, chatId, messageId }) => {
      await db.campaign.update({
        where: { id },
        data: { progressChannel: channel, progressChatId: chatId, progressMessageId: messageId },
      });
    },

    setState: async (id, state) => {
      await db.campaign.update({ where: { id }, data: { state } });
    },

    setTotal: async (id, total) => {
      await db.campaign.update({ where: { id }, data: { total } });
    },

    recordOutcome: async (campaignId, enrollmentId, outcome) =>
      db.$transaction(async (tx) => {
        const { total } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
        await tx.campaignOutcome.upsert({
          where: { campaignId_enrollmentId: { campaignId, enrollmentId } },
          create: { campaignId, enrollmentId, outcome },
          update: {},
        });
        return tallyOf(tx, campaignId, total);
      }),

    targets: async (id, page) => {
      const campaign = await db.campaign.findUniqueOrThrow({ where: { id } });
      const { uscc, ...filter } = filterOf(campaign);
      const stored = await db.enrollment.findMany({
        // Within one pack the order of the IDs is the order of the codes, which the indexes end with.
        where: {
          ...enrollmentsMatching(campaign.packId, filter),
          AND: [
            uscc === undefined ? {} : { uscc },
            page.afterEnrollmentId === undefined ? {} : { uscc: { gt: usccOf(page.afterEnrollmentId) } },
          ],
        },
        orderBy: { uscc: 'asc' },
        take: page.limit,
        select: { id: true },
      });
      return stored.map((enrollment) => enrollment.id);
    },
  };
}

const filterOf = (stored: StoredCampaign): Campaign['filter'] =>
  JSON.parse(stored.filter) as Campaign['filter'];

function progressOf(stored: StoredCampaign): Campaign['progress'] {
  const { progressChannel: channel, progressChatId: chatId, progressMessageId: messageId } = stored;
  return channel === null || chatId === null || messageId === null ? null : { channel, chatId, messageId };
}

async function tallyOf(db: Queries, campaignId: string, total: number): Promise<CampaignTally> {
  const groups = await db.campaignOutcome.groupBy({
    by: ['outcome'],
    where: { campaignId },
    _count: { _all: true },
  });
  const tally: CampaignTally = { total, done: 0, sent: 0, failed: 0, unknown: 0, skipped: {} };
  for (const group of groups) {
    const count = group._count._all;
    tally.done += count;
    const reason = /^skipped:(.+)$/.exec(group.outcome)?.[1];
    if (reason !== undefined) tally.skipped[reason as ReminderSkip] = count;
    else if (group.outcome === 'sent' || group.outcome === 'failed') tally[group.outcome] += count;
    else tally.unknown += count;
  }
  return tally;
}
