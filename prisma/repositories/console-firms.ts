import type {
  ConsoleFirmFilter,
  ConsoleFirmRow,
  ConsoleFirmStore,
  ConsoleNotification,
  FirmOrder,
} from '../../activities/ports/console-firms.ts';
import { isForStaff, officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import { pinyinInitials } from '../../knowledge/firms/pinyin-initials.ts';
import type { Database } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { movedStatus } from './enrollment-row.ts';

export function createConsoleFirmStore(db: Database): ConsoleFirmStore {
  return {
    search: async (filter, { order, descending, offset, limit }) => {
      const matching = matchingFirms(filter);
      const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
      const [counted] = await db.$queryRaw<{ count: bigint | number }[]>`
        SELECT COUNT(*) AS "count" ${matching}`;
      const rows = await db.$queryRaw<Row[]>`
        SELECT firm."uscc", firm."name", firm."city", firm."contactName", firm."contactPhone", firm."officerId", listing."listed",
          enrollment."officialStatus", enrollment."reportedStep", enrollment."changedAt",
          (SELECT staff."name" FROM "Staff" staff WHERE staff."id" = firm."officerId") AS "officer",
          ${isReachable} AS "reachable"
        ${matching}
        ORDER BY ${orders[order]} ${direction}, firm."uscc" LIMIT ${limit} OFFSET ${offset}`;
      return { total: Number(counted?.count ?? 0), rows: rows.map(rowOf) };
    },

    citiesOf: async (packId, visible) => {
      const found = await db.firm.groupBy({
        by: ['city'],
        where: {
          listings: { some: { packId } },
          movedTo: { is: null },
          ...(visible !== null && { city: { in: [...visible] } }),
        },
        orderBy: { city: 'asc' },
      });
      return found.map(({ city }) => city);
    },

    officerOf: async (uscc) => {
      const stored = await db.firm.findUnique({
        where: { uscc },
        select: { officer: { select: { id: true, name: true } } },
      });
      const officer = stored?.officer ?? null;
      return officer && { staffId: officer.id, name: officer.name };
    },

    notificationsOf: async (enrollmentId) => {
      const stored = await db.notification.findMany({
        where: { enrollmentId },
        orderBy: [{ createdAt: 'desc' }, { key: 'asc' }],
        take: 100,
      });
      return stored
        .map(({ createdAt, kind, channel, state, error }) => ({
          ...{ at: createdAt.toISOString(), channel, error },
          kind: kind as ConsoleNotification['kind'],
          state: state as ConsoleNotification['state'],
        }))
        .filter(({ kind }) => !isForStaff(kind));
    },
  };
}

type Row = Omit<ConsoleFirmRow, 'listed' | 'reachable'> & {
  listed: boolean | number | bigint;
  reachable: boolean | number | bigint;
};

const rowOf = (row: Row): ConsoleFirmRow => ({
  ...row,
  listed: Number(row.listed) === 1,
  reachable: Number(row.reachable) === 1,
});

/** By any channel of a contact, as a reminder would be. */
const isReachable = Prisma.sql`EXISTS (SELECT 1 FROM "FirmLink" link JOIN "Identity" linked ON linked."id" = link."identityId"
  JOIN "Identity" channel ON channel."personId" = linked."personId"
  WHERE link."uscc" = firm."uscc" AND NOT channel."blocked" AND channel."privateChatId" IS NOT NULL)`;

/** In the order in which things happen, not of their names; what has none comes first. */
const placeIn = (column: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  Prisma.sql`CASE ${column} ${Prisma.join(
    values.map((value, place) => Prisma.sql`WHEN ${value} THEN ${place}`),
    ' ',
  )} ELSE -1 END`;

const orders: Record<FirmOrder, Prisma.Sql> = {
  name: Prisma.sql`firm."initials"`,
  city: Prisma.sql`firm."city"`,
  officialStatus: placeIn(Prisma.sql`enrollment."officialStatus"`, officialStatuses),
  reportedStep: placeIn(Prisma.sql`enrollment."reportedStep"`, reportedSteps),
  changedAt: Prisma.sql`enrollment."changedAt"`,
};

function matchingFirms(filter: ConsoleFirmFilter): Prisma.Sql {
  const { packId, cities, officialStatus, reportedStep, officerId, unchangedSince, reachable } = filter;
  const conditions = [
    Prisma.sql`listing."packId" = ${packId}`,
    Prisma.sql`NOT EXISTS (SELECT 1 FROM "FormerCode" former WHERE former."code" = firm."uscc")`,
    ...(cities === null ? [] : [inCities(cities)]),
    ...(officialStatus === undefined ? [] : [Prisma.sql`enrollment."officialStatus" = ${officialStatus}`]),
    ...(reportedStep === undefined ? [] : [isStep(reportedStep)]),
    ...(officerId === undefined ? [] : [isOfficer(officerId)]),
    ...(unchangedSince === undefined ? [] : [Prisma.sql`enrollment."changedAt" <= ${unchangedSince}`]),
    ...(reachable === undefined ? [] : [reachable ? isReachable : Prisma.sql`NOT ${isReachable}`]),
    ...(filter.usccs === undefined ? [] : [isAmong(filter.usccs)]),
    ...(filter.text === undefined ? [] : [holdsText(filter.text, filter.inContacts === true)]),
  ];
  return Prisma.sql`
    FROM "FirmListing" listing
    JOIN "Firm" firm ON firm."uscc" = listing."uscc"
    LEFT JOIN "Enrollment" enrollment ON enrollment."packId" = listing."packId" AND enrollment."uscc" = firm."uscc"
      AND enrollment."officialStatus" <> ${movedStatus}
    WHERE ${Prisma.join(conditions, ' AND ')}`;
}

const inCities = (cities: readonly string[]): Prisma.Sql =>
  cities.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`firm."city" IN (${Prisma.join([...cities])})`;

const isAmong = (usccs: readonly string[]): Prisma.Sql =>
  usccs.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`firm."uscc" IN (${Prisma.join([...usccs])})`;

const isStep = (step: string): Prisma.Sql =>
  step === 'none'
    ? Prisma.sql`enrollment."id" IS NOT NULL AND enrollment."reportedStep" IS NULL`
    : Prisma.sql`enrollment."reportedStep" = ${step}`;

const isOfficer = (id: string): Prisma.Sql =>
  id === 'none' ? Prisma.sql`firm."officerId" IS NULL` : Prisma.sql`firm."officerId" = ${id}`;

function holdsText(text: string, inContacts: boolean): Prisma.Sql {
  const part = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  // As the words that are looked for: without blanks, and brackets of one kind.
  const bare = (column: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`replace(replace(replace(lower(${column}), ' ', ''), '（', '('), '）', ')')`;
  const like = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`${bare(column)} LIKE ${part} ESCAPE '\\'`;
  const own = ['name', 'uscc', 'initials', ...(inContacts ? ['contactName', 'contactPhone'] : [])];
  return Prisma.sql`(${Prisma.join(
    [
      ...own.map((column) => like(Prisma.raw(`firm."${column}"`))),
      Prisma.sql`EXISTS (SELECT 1 FROM "FormerName" former
        WHERE former."uscc" = firm."uscc" AND ${like(Prisma.sql`former."name"`)})`,
    ],
    ' OR ',
  )})`;
}

/** Of firms that were stored before there were any. A name without a letter in it is looked at again each time: there is none. */
export async function fillInInitials(db: Database): Promise<void> {
  const without = await db.firm.findMany({ where: { initials: '' }, select: { uscc: true, name: true } });
  if (without.length === 0) return;
  await db.$transaction(async (tx) => {
    for (const { uscc, name } of without)
      await tx.firm.updateMany({ where: { uscc, name }, data: { initials: pinyinInitials(name) } });
  });
}
