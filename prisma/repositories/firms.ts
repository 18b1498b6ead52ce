import type { FirmFilter, FirmRow, FirmStore } from '../../activities/ports/store.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { currentCode } from './current-code.ts';
import { enrollmentsMatching, isNamed, movedStatus, snapshotOf } from './enrollment-row.ts';
import { firmOf } from './firm-row.ts';
import { upsertFirmsWithin } from './upsert-firms.ts';

export function createFirmStore(db: Database): FirmStore {
  return {
    upsertFirms: async (packId, firms, wanted, importId) =>
      db.$transaction(async (tx) => upsertFirmsWithin(tx, packId, firms, wanted, importId)),

    nameOf: async (uscc) => (await nameUnder(db, uscc)) ?? nameUnder(db, await currentCode(db, uscc)),

    findFirm: async (uscc) => {
      const stored = await db.firm.findUnique({
        where: { uscc: await currentCode(db, uscc) },
        include: { listings: { orderBy: { updatedAt: 'desc' }, take: 1 } },
      });
      return stored && firmOf(stored, stored.listings[0]);
    },

    firmRow: async (packId, given) => {
      const uscc = await currentCode(db, given);
      const stored = await db.firm.findUnique({ where: { uscc }, include: inPack(packId) });
      return stored && rowOf(stored, await db.firmLink.count({ where: { uscc } }));
    },

    listFirms: async (filter, page) =>
      filter.officialStatus === undefined && filter.reportedStep === undefined
        ? listAll(db, filter, page)
        : listEnrolled(db, filter, page),

    countByCityAndStep: async (packId) => {
      const groups = await db.enrollment.groupBy({
        by: ['city', 'officialStatus', 'reportedStep'],
        where: { packId, officialStatus: { not: movedStatus } },
        _count: { _all: true },
        orderBy: [{ city: 'asc' }, { officialStatus: 'asc' }, { reportedStep: 'asc' }],
      });
      return groups.map((group) => ({
        city: group.city,
        officialStatus: group.officialStatus as OfficialStatus,
        reportedStep: group.reportedStep ?? 'none',
        count: group._count._all,
      }));
    },

    unlinkedFirms: async (packId) => {
      const stored = await db.firmListing.findMany({
        where: { packId, listed: true, firm: { links: { none: {} }, movedTo: { is: null } } },
        include: { firm: true },
        orderBy: { uscc: 'asc' },
      });
      return stored.map((listing) => firmOf(listing.firm, listing));
    },

    holdsFirms: async ({ sample }) =>
      (await db.firm.findFirst({ where: { sample }, select: { uscc: true } })) !== null,
  };
}

async function nameUnder(db: Database, uscc: string): Promise<string | null> {
  const stored = await db.firm.findUnique({ where: { uscc }, select: { name: true } });
  return stored?.name ?? null;
}

/** Put in order here: a page may be longer than a statement can have parameters, and only without an order is it divided. */
const formerly = { formerNames: true, formerCodes: true } satisfies Prisma.FirmInclude;

const inPack = (packId: string) =>
  ({
    enrollments: { where: { packId } },
    listings: { where: { packId } },
    ...formerly,
  }) satisfies Prisma.FirmInclude;

type StoredRow = Prisma.FirmGetPayload<{ include: ReturnType<typeof inPack> }>;

function rowOf(stored: StoredRow, linkedContacts: number): FirmRow {
  const [enrollment] = stored.enrollments;
  return {
    firm: firmOf(stored, stored.listings[0]),
    enrollment: enrollment === undefined ? null : snapshotOf(enrollment),
    linkedContacts,
    ...formerlyOf(stored),
  };
}

/** Most firms have neither another name nor another code behind them. */
function formerlyOf({
  formerNames,
  formerCodes,
}: Pick<StoredRow, keyof typeof formerly>): Pick<FirmRow, 'formerly'> {
  if (formerNames.length + formerCodes.length === 0) return {};
  const names = formerNames.toSorted((a, b) => +b.until - +a.until).map(({ name }) => name);
  const codes = formerCodes.toSorted((a, b) => +b.movedAt - +a.movedAt).map(({ code }) => code);
  return { formerly: { names, codes } };
}

/** For one page, in the order of its codes: a count within the page's own query would go over every link there is. */
async function linkCounts(db: Database, page: { uscc: string }[]): Promise<Map<string, number>> {
  const first = page.at(0)?.uscc;
  const last = page.at(-1)?.uscc;
  if (first === undefined || last === undefined) return new Map();
  const groups = await db.firmLink.groupBy({
    by: ['uscc'],
    // A range and not a list: a page may be longer than a statement can have parameters.
    where: { uscc: { gte: first, lte: last } },
    _count: { _all: true },
  });
  return new Map(groups.map(({ uscc, _count }) => [uscc, _count._all]));
}

interface Page {
  afterUscc?: string;
  limit: number;
}

/** Those that the list names as not on it have no enrollment, but staff look for them too. Other packs' firms stay out. */
async function listAll(db: Database, filter: FirmFilter, page: Page): Promise<FirmRow[]> {
  const { packId, city, nameContains } = filter;
  const stored = await db.firm.findMany({
    where: {
      listings: { some: { packId } },
      movedTo: { is: null },
      ...(city !== undefined && { city }),
      ...(nameContains !== undefined && isNamed(nameContains)),
      ...(page.afterUscc !== undefined && { uscc: { gt: page.afterUscc } }),
    },
    include: inPack(packId),
    orderBy: { uscc: 'asc' },
    take: page.limit,
  });
  const links = await linkCounts(db, stored);
  return stored.map((row) => rowOf(row, links.get(row.uscc) ?? 0));
}

async function listEnrolled(db: Database, filter: FirmFilter, page: Page): Promise<FirmRow[]> {
  const { packId } = filter;
  const stored = await db.enrollment.findMany({
    where: {
      ...enrollmentsMatching(packId, filter),
      ...(page.afterUscc !== undefined && { uscc: { gt: page.afterUscc } }),
    },
    include: { firm: { include: { listings: { where: { packId } }, ...formerly } } },
    orderBy: { uscc: 'asc' },
    take: page.limit,
  });
  const links = await linkCounts(db, stored);
  return stored.map(({ firm, ...enrollment }) => ({
    firm: firmOf(firm, firm.listings[0]),
    enrollment: snapshotOf(enrollment),
    linkedContacts: links.get(enrollment.uscc) ?? 0,
    ...formerlyOf(firm),
  }));
}
