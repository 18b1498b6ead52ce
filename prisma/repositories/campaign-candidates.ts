import type { CampaignStore } from '../../activities/ports/campaigns.ts';
import type { CampaignKind } from '../../knowledge/campaigns/campaign.ts';
import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import { isMeant } from '../../knowledge/campaigns/meant.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { enrollmentsMatching, snapshotOf } from './enrollment-row.ts';
import { contactsOfFirms } from './contacts.ts';

/** Fewer than a statement can have parameters. */
const pageSize = 500;

/** Firms with what a campaign must know of each: enrollment, contacts, and what was written to them. */
export function createCandidateReader(db: Database): Pick<CampaignStore, 'candidates' | 'candidatesOf'> {
  return {
    async *candidates({ packId, kind, filter, afterUscc }, now) {
      let after = afterUscc;
      for (;;) {
        const where = columnsOf(packId, filter, after);
        const stored = await db.enrollment.findMany({
          ...{ where, include: { firm: true }, take: pageSize },
          orderBy: { uscc: 'asc' },
        });
        for (const candidate of await complete(db, kind, stored))
          if (isMeant(filter, candidate, nowOf(candidate.enrollment, now))) yield candidate;
        after = stored.at(-1)?.uscc;
        if (after === undefined || stored.length < pageSize) return;
      }
    },

    candidatesOf: async (kind, enrollmentIds) => {
      const stored = await db.enrollment.findMany({
        where: { id: { in: enrollmentIds } },
        include: { firm: true },
        orderBy: { id: 'asc' },
      });
      return complete(db, kind, stored);
    },
  };
}

/** What the database can tell of a filter; `isMeant` tells the rest. */
function columnsOf(
  packId: string,
  { uscc, usccs, city, cities, officialStatus, reportedStep, officerId }: CampaignFilter,
  after: string | undefined,
): Prisma.EnrollmentWhereInput {
  const columns = {
    ...(city !== undefined && { city }),
    ...(officialStatus !== undefined && { officialStatus }),
    ...(reportedStep !== undefined && { reportedStep }),
  };
  return {
    ...enrollmentsMatching(packId, columns),
    AND: [
      uscc === undefined ? {} : { uscc },
      usccs === undefined ? {} : { uscc: { in: [...usccs] } },
      officerId === undefined ? {} : { firm: { officerId: officerId === 'none' ? null : officerId } },
      cities === undefined ? {} : { city: { in: [...cities] } },
      after === undefined ? {} : { uscc: { gt: after } },
    ],
  };
}

/** Waits to go out with other messages to the same person. */
const toComeSoon = { state: 'queued', collected: true };

type Stored = Prisma.EnrollmentGetPayload<{ include: { firm: true } }>;

async function complete(db: Database, kind: CampaignKind, page: Stored[]): Promise<Candidate[]> {
  const contacts = await contactsOfFirms(
    db,
    page.map(({ uscc }) => uscc),
  );
  const within = { enrollmentId: { in: page.map(({ id }) => id) } };
  const written = await db.notification.groupBy({
    by: ['enrollmentId'],
    where: { ...within, kind, OR: [{ state: { in: ['sent', 'unknown', 'sending'] } }, toComeSoon] },
    _max: { updatedAt: true },
  });
  const reached = await db.notification.groupBy({
    by: ['enrollmentId'],
    // A question to staff whether a firm has submitted is about the firm, not to it.
    where: { ...within, kind: { not: 'verifySubmission' }, state: 'sent' },
  });
  const lastWritten = new Map(written.map((row) => [row.enrollmentId, row._max.updatedAt]));
  for (const { enrollmentId, _max } of kind === 'announcement' ? await readElsewhere(db, within) : []) {
    const own = lastWritten.get(enrollmentId) ?? null;
    if (own === null || (_max.at !== null && _max.at > own)) lastWritten.set(enrollmentId, _max.at);
  }
  const everReached = new Set(reached.map(({ enrollmentId }) => enrollmentId));
  return page.map((stored) => ({
    enrollment: snapshotOf(stored),
    firmName: stored.firm.name,
    officerId: stored.firm.officerId,
    contacts: contacts.get(stored.uscc) ?? [],
    lastWrittenAt: lastWritten.get(stored.id)?.toISOString() ?? null,
    everReached: everReached.has(stored.id),
  }));
}

/** When people of a firm last read an announcement as those of another one, so that there is no message to the firm itself. */
async function readElsewhere(db: Database, within: { enrollmentId: { in: string[] } }) {
  const campaigns = await db.campaign.findMany({ where: { kind: 'announcement' }, select: { id: true } });
  return db.campaignOutcome.groupBy({
    by: ['enrollmentId'],
    where: { ...within, campaignId: { in: campaigns.map(({ id }) => id) }, outcome: 'collected' },
    _max: { at: true },
  });
}
