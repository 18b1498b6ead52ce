import type { CampaignMessage, CampaignRecipient, CampaignStore } from '../../activities/ports/campaigns.ts';
import { campaignKey } from '../../knowledge/campaigns/keys.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { openOutcomes } from '../../knowledge/notifications/campaign-tally.ts';
import type { OutcomeGroup } from '../../knowledge/notifications/campaign-tally.ts';
import type { Database, Queries } from '../client.ts';
import type { CampaignOutcome, Prisma } from '../generated/client.ts';

type Targets = Pick<
  CampaignStore,
  | 'addTargets'
  | 'markStarted'
  | 'claim'
  | 'beginAsking'
  | 'takeStock'
  | 'askingAmong'
  | 'countOpen'
  | 'recordOutcome'
  | 'closePending'
  | 'messages'
  | 'recipients'
  | 'recipientPage'
>;

const pageSize = 500;
/** Longer than any message may wait: a campaign whose workflow was ended by hand must not hold its firms for ever. */
const holdEndsAfterMs = 24 * 3_600_000;
const notAsked = ['pending', 'waiting', 'held'];

/** The firms of a campaign, from being meant to what became of each. */
export function createTargets(db: Database): Targets {
  return {
    addTargets: async (campaignId, enrollmentIds) => {
      for (let start = 0; start < enrollmentIds.length; start += pageSize) {
        const page = enrollmentIds.slice(start, start + pageSize);
        await db.$transaction(async (tx) => {
          const stored = await tx.campaignOutcome.findMany({
            where: { campaignId, enrollmentId: { in: page } },
            select: { enrollmentId: true },
          });
          const known = new Set(stored.map(({ enrollmentId }) => enrollmentId));
          const added = page.filter((id) => !known.has(id) && known.add(id));
          const data = added.map((enrollmentId) => ({ campaignId, enrollmentId, outcome: 'pending' }));
          if (data.length > 0) await tx.campaignOutcome.createMany({ data });
        });
      }
    },

    markStarted: async (id) => {
      await db.$transaction(async (tx) => {
        const total = await tx.campaignOutcome.count({ where: { campaignId: id } });
        await tx.campaign.updateMany({
          where: { id, startedAt: null },
          data: { startedAt: new Date(), total },
        });
      });
    },

    claim: async (id, limit) =>
      db.$transaction(async (tx) => ((await isRunning(tx, id)) ? claimWithin(tx, id, limit) : [])),

    beginAsking: async (campaignId, enrollmentId) =>
      db.$transaction(async (tx) => {
        if (!(await isRunning(tx, campaignId))) return false;
        const { count } = await tx.campaignOutcome.updateMany({
          where: { campaignId, enrollmentId, outcome: 'held' },
          data: { outcome: 'asking', at: new Date() },
        });
        return count === 1;
      }),

    takeStock: async (campaignId) =>
      db.$transaction(async (tx) => {
        const held = await tx.campaignOutcome.findMany({ where: { campaignId, outcome: 'held' } });
        await letGo(
          tx,
          campaignId,
          held.map(({ enrollmentId }) => enrollmentId),
        );
        await tx.campaignOutcome.updateMany({
          where: { campaignId, outcome: { in: ['waiting', 'held'] } },
          data: { outcome: 'pending', at: new Date() },
        });
        const asking = await tx.campaignOutcome.findMany({
          where: { campaignId, outcome: 'asking' },
          orderBy: [{ at: 'asc' }, { enrollmentId: 'asc' }],
        });
        return asking.map(({ enrollmentId, at }) => ({ enrollmentId, since: at.toISOString() }));
      }),

    askingAmong: async (campaignId, enrollmentIds) => {
      const stored = await db.campaignOutcome.findMany({
        where: { campaignId, enrollmentId: { in: enrollmentIds }, outcome: 'asking' },
        orderBy: { enrollmentId: 'asc' },
      });
      return stored.map(({ enrollmentId }) => enrollmentId);
    },

    countOpen: async (campaignId) =>
      db.campaignOutcome.count({ where: { campaignId, outcome: { in: [...openOutcomes] } } }),

    recordOutcome: async (campaignId, enrollmentIds, outcome) => {
      await db.$transaction(async (tx) => {
        const which = { campaignId, enrollmentId: { in: enrollmentIds } };
        await tx.campaignOutcome.updateMany({
          where: { ...which, outcome: { in: [...openOutcomes] } },
          data: { outcome, at: new Date() },
        });
        await letGo(tx, campaignId, enrollmentIds);
      });
    },

    closePending: async (campaignId, outcome) => {
      await db.campaignOutcome.updateMany({
        where: { campaignId, outcome: { in: notAsked } },
        data: { outcome, at: new Date() },
      });
    },

    messages: async (campaignId, { enrollmentIds, identityIds }) => {
      const found: CampaignMessage[] = [];
      const ids = enrollmentIds ?? identityIds ?? [];
      for (let start = 0; start < ids.length; start += pageSize) {
        const page = { in: ids.slice(start, start + pageSize) };
        found.push(
          ...(await db.notification.findMany({
            where: {
              key: { startsWith: `${campaignKey(campaignId)}/` },
              ...(enrollmentIds === undefined ? { identityId: page } : { enrollmentId: page }),
            },
            select: { enrollmentId: true, identityId: true, state: true, collected: true, error: true },
            orderBy: { key: 'asc' },
          })),
        );
      }
      return found;
    },

    async *recipients(campaignId) {
      let after = '';
      for (;;) {
        const page = await db.campaignOutcome.findMany({
          where: { campaignId, enrollmentId: { gt: after } },
          orderBy: { enrollmentId: 'asc' },
          take: pageSize,
        });
        yield* await named(db, page);
        after = page.at(-1)?.enrollmentId ?? '';
        if (page.length < pageSize) return;
      }
    },

    recipientPage: async (campaignId, { outcome, offset, limit }) => {
      const where = { campaignId, ...(outcome !== null && { outcome: inGroup(outcome) }) };
      const [total, page] = await Promise.all([
        db.campaignOutcome.count({ where }),
        db.campaignOutcome.findMany({
          ...{ where, orderBy: { enrollmentId: 'asc' }, skip: offset, take: limit },
        }),
      ]);
      return { total, rows: await named(db, page) };
    },
  };
}

function inGroup(group: OutcomeGroup): Prisma.StringFilter {
  if (group === 'open') return { in: [...openOutcomes] };
  return group === 'skipped' ? { startsWith: 'skipped:' } : { equals: group };
}

async function named(db: Database, page: CampaignOutcome[]): Promise<CampaignRecipient[]> {
  const usccs = page.map(({ enrollmentId }) => usccOf(enrollmentId));
  const stored = await db.firm.findMany({ where: { uscc: { in: usccs } } });
  const firms = new Map(stored.map((firm) => [firm.uscc, firm]));
  return page.map(({ enrollmentId, outcome, at }) => {
    const uscc = usccOf(enrollmentId);
    const { name = '', city = '' } = firms.get(uscc) ?? {};
    return { enrollmentId, uscc, firmName: name, city, outcome, at: at.toISOString() };
  });
}

/** Asked with a write, so that pausing and cancelling wait for what is under way: nothing begins once they are done. */
async function isRunning(tx: Queries, id: string): Promise<boolean> {
  const data = { updatedAt: new Date() };
  return (await tx.campaign.updateMany({ where: { id, state: 'running' }, data })).count === 1;
}

async function claimWithin(tx: Queries, campaignId: string, limit: number): Promise<string[]> {
  const pending = await tx.campaignOutcome.findMany({
    where: { campaignId, outcome: 'pending' },
    orderBy: { enrollmentId: 'asc' },
    take: limit,
    select: { enrollmentId: true },
  });
  const ids = pending.map(({ enrollmentId }) => enrollmentId);
  const at = new Date();
  const old = new Date(at.getTime() - holdEndsAfterMs);
  await tx.campaignHold.deleteMany({ where: { enrollmentId: { in: ids }, at: { lt: old } } });
  const holds = await tx.campaignHold.findMany({ where: { enrollmentId: { in: ids } } });
  const held = new Set(holds.map(({ enrollmentId }) => enrollmentId));
  const free = ids.filter((id) => !held.has(id));
  const become = async (enrollmentIds: string[], outcome: string): Promise<void> => {
    const where = { campaignId, enrollmentId: { in: enrollmentIds } };
    if (enrollmentIds.length > 0) await tx.campaignOutcome.updateMany({ where, data: { outcome, at } });
  };
  if (free.length > 0)
    await tx.campaignHold.createMany({
      data: free.map((enrollmentId) => ({ enrollmentId, campaignId, at })),
    });
  await become(free, 'held');
  await become([...held], 'waiting');
  return free;
}

async function letGo(tx: Queries, campaignId: string, enrollmentIds: string[]): Promise<void> {
  if (enrollmentIds.length > 0)
    await tx.campaignHold.deleteMany({ where: { campaignId, enrollmentId: { in: enrollmentIds } } });
}
