import type { Campaign, CampaignStore } from '../../activities/ports/campaigns.ts';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';
import { campaignStates, defaultOptions, hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignKind, CampaignOptions, CampaignState } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import { isWithinCities } from '../../knowledge/campaigns/scope.ts';
import { tallyOf } from '../../knowledge/notifications/campaign-tally.ts';
import type { Database } from '../client.ts';
import type { Campaign as StoredCampaign } from '../generated/client.ts';
import { createCandidateReader } from './campaign-candidates.ts';
import { createTargets } from './campaign-targets.ts';

const ended = campaignStates.filter(hasCampaignEnded);

export function createCampaignStore(db: Database): CampaignStore {
  const withTallies = async (stored: StoredCampaign[]): Promise<Campaign[]> => {
    const groups = await db.campaignOutcome.groupBy({
      by: ['campaignId', 'outcome'],
      where: { campaignId: { in: stored.map(({ id }) => id) } },
      _count: { _all: true },
    });
    return stored.map((row) => {
      const own = groups.filter(({ campaignId }) => campaignId === row.id);
      return campaignOf(
        row,
        own.map(({ outcome, _count }) => [outcome, _count._all] as const),
      );
    });
  };

  return {
    ...createCandidateReader(db),
    ...createTargets(db),

    create: async ({ id, packId, requestedBy, kind, filter, text, ...options }) => {
      const columns = { id, packId, requestedBy, kind, state: 'previewed' };
      const { startAt, notWithinWorkingDays, perMinute, outsideHours } = options;
      await db.campaign.create({
        data: {
          ...columns,
          text: text === null ? null : jsonOf(text),
          filter: jsonOf(filter),
          options: JSON.stringify({ startAt, notWithinWorkingDays, perMinute, outsideHours }),
        },
      });
    },

    find: async (id) => {
      const stored = await db.campaign.findUnique({ where: { id } });
      const [campaign] = stored === null ? [] : await withTallies([stored]);
      return campaign ?? null;
    },

    list: async (packId, limit, cities = null) => {
      const known: StoredCampaign[] = [];
      let last: string | undefined;
      while (known.length < limit) {
        const page = await db.campaign.findMany({
          // A preview that nobody confirmed is no campaign.
          where: { packId, state: { not: 'previewed' } },
          orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
          take: limit,
          ...(last !== undefined && { cursor: { id: last }, skip: 1 }),
        });
        known.push(...page.filter(({ filter }) => isWithinCities(filterOf(filter), cities)));
        last = page.at(-1)?.id;
        if (page.length < limit) break;
      }
      return withTallies(known.slice(0, limit));
    },

    idsBeginningWith: async (packId, prefix) => {
      const stored = await db.campaign.findMany({
        where: { packId, id: { startsWith: prefix } },
        take: 2,
        select: { id: true },
      });
      return stored.map(({ id }) => id);
    },

    setProgress: async (id, { channel, chatId, messageId }) => {
      await db.campaign.update({
        where: { id },
        data: { progressChannel: channel, progressChatId: chatId, progressMessageId: messageId },
      });
    },

    setState: async (id, state) => {
      await db.$transaction(async (tx) => {
        const { count } = await tx.campaign.updateMany({
          where: { id, state: { notIn: ended } },
          data: { state },
        });
        if (count === 0 || !hasCampaignEnded(state)) return;
        await tx.campaign.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
        await tx.campaignHold.deleteMany({ where: { campaignId: id } });
      });
    },

    confirm: async (id) => {
      const own = await db.campaign.findUniqueOrThrow({ where: { id } });
      const { packId, kind, filter, text, options, createdAt } = own;
      const alike = { packId, kind, filter, text, options };
      return db.$transaction(async (tx) => {
        // A write to all that are alike, so that of two at once the second sees what the first did.
        await tx.campaign.updateMany({ where: alike, data: { updatedAt: new Date() } });
        const goesOn = { state: { in: ['scheduled', 'running', 'paused'] } };
        const others = { ...alike, id: { not: id }, OR: [goesOn, { startedAt: { gt: createdAt } }] };
        const isOpen = (await tx.campaign.count({ where: { id, state: 'previewed' } })) === 1;
        if (!isOpen) return 'decided';
        if ((await tx.campaign.count({ where: others })) > 0) return 'repeated';
        const { startAt = null } = JSON.parse(options) as Partial<CampaignOptions>;
        await tx.campaign.update({
          where: { id },
          data: { state: startAt === null ? 'running' : 'scheduled' },
        });
        return 'confirmed';
      });
    },

    setTotal: async (id, total) => {
      await db.campaign.update({ where: { id }, data: { total } });
    },
  };
}

/** The same for the same content, so that the database can tell; Chinese stands before English, as it is shown. */
const jsonOf = (value: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a > b ? -1 : 1))));

const filterOf = (stored: string): CampaignFilter => JSON.parse(stored) as CampaignFilter;

function campaignOf(stored: StoredCampaign, counts: (readonly [string, number])[]): Campaign {
  const { progressChannel: channel, progressChatId: chatId, progressMessageId: messageId } = stored;
  return {
    id: stored.id,
    packId: stored.packId,
    requestedBy: stored.requestedBy,
    kind: stored.kind as CampaignKind,
    filter: filterOf(stored.filter),
    text: stored.text === null ? null : (JSON.parse(stored.text) as AnnouncementWords),
    // One that an earlier version stored has no options.
    ...{ ...defaultOptions, ...(JSON.parse(stored.options) as Partial<CampaignOptions>) },
    state: stored.state as CampaignState,
    tally: tallyOf(stored.total, counts),
    progress:
      channel === null || chatId === null || messageId === null ? null : { channel, chatId, messageId },
    createdAt: stored.createdAt.toISOString(),
    startedAt: stored.startedAt?.toISOString() ?? null,
    endedAt: stored.endedAt?.toISOString() ?? null,
  };
}
