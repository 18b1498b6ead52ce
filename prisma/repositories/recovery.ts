import type { RecoveryStore } from '../../activities/ports/recovery.ts';
import type { Database } from '../client.ts';
import { snapshotOf } from './enrollment-row.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 500;

export function createRecoveryStore(db: Database): RecoveryStore {
  return {
    enrollments: async ({ afterId, limit }) => {
      const stored = await db.enrollment.findMany({
        ...(afterId === undefined ? {} : { where: { id: { gt: afterId } } }),
        orderBy: { id: 'asc' },
        take: limit,
      });
      return stored.map((row) => ({
        snapshot: snapshotOf(row),
        started: row.startedAt !== null,
        updatedAt: row.updatedAt.toISOString(),
      }));
    },

    markWaiting: async (enrollmentIds) => {
      for (let start = 0; start < enrollmentIds.length; start += chunkSize) {
        const ids = enrollmentIds.slice(start, start + chunkSize);
        await db.enrollment.updateMany({ where: { id: { in: ids } }, data: { startedAt: null } });
      }
    },

    runningCampaigns: async () => {
      const stored = await db.campaign.findMany({ where: { state: 'running' }, select: { id: true } });
      return stored.map(({ id }) => id);
    },

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
        return { notifications: notifications.count, officeAnswers: officeAnswers.count };
      }),
  };
}
