import type {
  AskersFirm,
  ConsoleTicketRow,
  ConsoleTicketStore,
  TicketBox,
  TicketScope,
} from '../../activities/ports/console-tickets.ts';
import type { Database } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { ticketClock } from './ticket-clock.ts';
import { messageOf, ticketOf } from './ticket-rows.ts';

export function createConsoleTicketStore(db: Database): ConsoleTicketStore {
  return {
    list: async (box, scope, { staffId, offset, limit }) => {
      const [counted] = await db.$queryRaw<Record<TicketBox, bigint | number | null>[]>`
        SELECT ${sumOf(boxes(staffId).waiting)} AS "waiting", ${sumOf(boxes(staffId).open)} AS "open",
          ${sumOf(boxes(staffId).mine)} AS "mine", ${sumOf(boxes(staffId).closed)} AS "closed"
        FROM "Ticket" ticket JOIN "Identity" asker ON asker."id" = ticket."askerId" WHERE ${inScope(scope)}`;
      const found = await db.$queryRaw<Found[]>`
        SELECT ticket."id", asker."channel", ${firstText} AS "first", ${lastTextId} AS "lastId", ${unreadOf(staffId)} AS "unread"
        FROM "Ticket" ticket JOIN "Identity" asker ON asker."id" = ticket."askerId"
        WHERE ${inScope(scope)} AND ${boxes(staffId)[box]}
        ORDER BY ${box === 'closed' ? latestClosed : longestWait}, ticket."id" LIMIT ${limit} OFFSET ${offset}`;
      const counts = {
        ...{ waiting: Number(counted?.waiting ?? 0), open: Number(counted?.open ?? 0) },
        ...{ mine: Number(counted?.mine ?? 0), closed: Number(counted?.closed ?? 0) },
      };
      return { counts, rows: await rowsOf(db, found) };
    },

    visible: async (ids, cities) => {
      if (ids.length === 0) return [];
      const found = await db.$queryRaw<{ id: bigint | number }[]>`
        SELECT ticket."id" FROM "Ticket" ticket JOIN "Identity" asker ON asker."id" = ticket."askerId"
        WHERE ticket."id" IN (${Prisma.join([...ids])}) AND ${inScope({ cities })} ORDER BY ticket."id"`;
      return found.map(({ id }) => Number(id));
    },

    firmsOf: async (askerId) => (await firmsOf(db, [askerId])).map(withoutAsker),

    markRead: async (ticketId, staffId, messageId) => {
      const key = { ticketId, staffId };
      const { count } = await db.ticketRead.updateMany({
        where: { ...key, messageId: { lt: messageId } },
        data: { messageId },
      });
      if (count > 0) return;
      await db.ticketRead.upsert({
        where: { ticketId_staffId: key },
        create: { ...key, messageId },
        update: {},
      });
    },

    changes: async (since) => {
      // The clock first: what changes in between is told now and once more.
      const no = await ticketClock(db);
      if (since === null || no === since) return { no, tickets: [] };
      const marks = await db.ticketMark.findMany({ where: { no: { gt: since } }, orderBy: { no: 'asc' } });
      return { no, tickets: marks.map((mark) => ({ id: mark.ticketId, no: mark.no })) };
    },
  };
}

interface Found {
  id: bigint | number;
  channel: string;
  first: string | null;
  lastId: bigint | number | null;
  unread: bigint | number;
}

async function rowsOf(db: Database, found: readonly Found[]): Promise<ConsoleTicketRow[]> {
  const [tickets, messages] = await Promise.all([
    db.ticket.findMany({ where: { id: { in: found.map(({ id }) => Number(id)) } } }),
    db.ticketMessage.findMany({ where: { id: { in: found.map(({ lastId }) => Number(lastId ?? 0)) } } }),
  ]);
  const firms = await firmsOf(
    db,
    tickets.map(({ askerId }) => askerId),
  );
  return found.flatMap(({ id, channel, first, lastId, unread }) => {
    const stored = tickets.find((one) => one.id === Number(id));
    if (stored === undefined) return [];
    const last = messages.find((one) => one.id === Number(lastId ?? 0));
    const { author, text, at } = last === undefined ? { author: null, text: '', at: '' } : messageOf(last);
    return [
      {
        ...{ ticket: ticketOf(stored), channel, first: first ?? '', unread: Number(unread) },
        last: author === null ? null : { author, text, at },
        firms: firms.filter(({ askerId }) => askerId === stored.askerId).map(withoutAsker),
      },
    ];
  });
}

/** Of a person, whichever of its channels was linked. */
const askersLinks = Prisma.sql`SELECT 1 FROM "Identity" own JOIN "FirmLink" link ON link."identityId" = own."id"
  JOIN "Firm" firm ON firm."uscc" = link."uscc" WHERE own."personId" = asker."personId"`;

const linkedIn = (cities: readonly string[]): Prisma.Sql =>
  cities.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`EXISTS (${askersLinks} AND firm."city" IN (${Prisma.join([...cities])}))`;

const inScope = ({ cities, city }: TicketScope): Prisma.Sql => {
  const unlinked = Prisma.sql`NOT EXISTS (${askersLinks})`;
  const seen = cities === null ? Prisma.sql`1 = 1` : Prisma.sql`(${unlinked} OR ${linkedIn(cities)})`;
  const wanted = city === undefined ? Prisma.sql`1 = 1` : city === 'none' ? unlinked : linkedIn([city]);
  return Prisma.sql`${seen} AND ${wanted}`;
};

const boxes = (staffId: string): Record<TicketBox, Prisma.Sql> => ({
  waiting: Prisma.sql`ticket."waitingSince" IS NOT NULL`,
  open: Prisma.sql`ticket."state" <> 'closed'`,
  mine: Prisma.sql`(ticket."state" <> 'closed' AND ticket."staffId" = ${staffId})`,
  closed: Prisma.sql`ticket."state" = 'closed'`,
});

const sumOf = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

const longestWait = Prisma.sql`ticket."waitingSince" IS NULL, ticket."waitingSince", ticket."answeredAt" DESC`;
const latestClosed = Prisma.sql`ticket."closedAt" DESC`;

const firstText = Prisma.sql`(SELECT said."text" FROM "TicketMessage" said
  WHERE said."ticketId" = ticket."id" AND said."kind" = 'text' ORDER BY said."id" LIMIT 1)`;
const lastTextId = Prisma.sql`(SELECT MAX(said."id") FROM "TicketMessage" said
  WHERE said."ticketId" = ticket."id" AND said."kind" = 'text')`;
const unreadOf = (staffId: string): Prisma.Sql => Prisma.sql`(SELECT COUNT(*) FROM "TicketMessage" said
  WHERE said."ticketId" = ticket."id" AND said."author" = 'asker' AND said."id" > COALESCE((SELECT seen."messageId"
    FROM "TicketRead" seen WHERE seen."ticketId" = ticket."id" AND seen."staffId" = ${staffId}), 0))`;

async function firmsOf(
  db: Database,
  askerIds: readonly string[],
): Promise<(AskersFirm & { askerId: string })[]> {
  if (askerIds.length === 0) return [];
  const found = await db.$queryRaw<(AskersFirm & { askerId: string })[]>`
    SELECT asker."id" AS "askerId", firm."uscc", firm."name", firm."city", firm."contactName"
    FROM "Identity" asker JOIN "Identity" own ON own."personId" = asker."personId"
    JOIN "FirmLink" link ON link."identityId" = own."id" JOIN "Firm" firm ON firm."uscc" = link."uscc"
    WHERE asker."id" IN (${Prisma.join([...askerIds])})
    GROUP BY asker."id", firm."uscc", firm."name", firm."city", firm."contactName"
    ORDER BY MIN(link."linkedAt"), firm."uscc"`;
  return found;
}

const withoutAsker = ({ uscc, name, city, contactName }: AskersFirm): AskersFirm => ({
  ...{ uscc, name, city, contactName },
});
