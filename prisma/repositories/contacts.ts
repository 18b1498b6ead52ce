import type { ChatIdentity, ContactStore, FirmContact, LooksAfter } from '../../activities/ports/contacts.ts';
import { groupBy } from '../../knowledge/group-by.ts';
import type { Database, Queries } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { FirmLink, Identity } from '../generated/client.ts';
import { currentCode } from './current-code.ts';
import { identityOf } from './identity-row.ts';
import { forgetAddress } from './forget-address.ts';

export function createContactStore(db: Database): ContactStore {
  return {
    setWishes: async (identityId, uscc, wishes) => {
      const links = await db.firmLink.updateMany({
        where: await ownLinks(db, identityId, uscc),
        data: wishes,
      });
      return links.count > 0;
    },

    makePrimary: async (identityId, uscc) =>
      db.$transaction(async (tx) => {
        const own = await ownLinks(tx, identityId, uscc);
        if ((await tx.firmLink.count({ where: own })) === 0) return false;
        await tx.firmLink.updateMany({ where: { uscc: own.uscc }, data: { primary: false } });
        await tx.firmLink.updateMany({ where: own, data: { primary: true } });
        return true;
      }),

    peopleOf: async (given) => {
      const uscc = await currentCode(db, given);
      const contacts = await contactsOf(db, uscc);
      const links = await db.firmLink.findMany({
        where: { uscc },
        select: { linkedAt: true, invitedBy: true, identity: { select: { personId: true } } },
        orderBy: [{ linkedAt: 'asc' }, { identityId: 'asc' }],
      });
      const people = groupBy(links, ({ identity }) => identity.personId);
      return [...people].flatMap(([personId, [first]]) => {
        const channels = contacts.filter((contact) => contact.personId === personId);
        if (first === undefined) return [];
        return {
          ...{ personId, channels: channels.map(({ channel }) => channel) },
          ...{ since: first.linkedAt.toISOString(), by: first.invitedBy === null ? 'office' : 'colleague' },
          primary: channels.some(({ primary }) => primary),
        } as const;
      });
    },

    unlink: async (personId, given) => {
      const uscc = await currentCode(db, given);
      return db.$transaction(async (tx) => {
        const gone = await tx.firmLink.deleteMany({ where: { uscc, identity: { personId } } });
        // An address is kept for a firm's messages only.
        const left = await tx.firmLink.count({ where: { identity: { personId } } });
        if (gone.count > 0 && left === 0) await forgetAddress(tx, personId);
        return gone.count > 0;
      });
    },

    setLanguage: async (identityId, chosenLocale) => {
      const personId = await personOf(db, identityId);
      await db.identity.updateMany({ where: { personId }, data: { chosenLocale } });
    },

    preferChannel: async (identityId) =>
      db.$transaction(async (tx) => {
        const personId = await personOf(tx, identityId);
        const { _min } = await tx.identity.aggregate({ where: { personId }, _min: { preference: true } });
        await tx.identity.update({
          where: { id: identityId },
          data: { preference: (_min.preference ?? 0) - 1 },
        });
      }),

    joinPerson: async (identityId, otherIdentityId) =>
      db.$transaction(async (tx) => joinPersonWithin(tx, identityId, otherIdentityId)),

    channelsOf: async (identityId) =>
      (await channelsOfPerson(db, await personOf(db, identityId))).map(identityOf),

    // One statement: it is asked for each reminder.
    countInvitedFirms: async (identityId) => {
      const [found] = await db.$queryRaw<{ count: bigint | number }[]>`
        SELECT COUNT(DISTINCT enrollment."uscc") AS "count"
        FROM "Identity" own
        JOIN "Identity" identity ON identity."personId" = own."personId"
        JOIN "FirmLink" link ON link."identityId" = identity."id"
        JOIN "Enrollment" enrollment ON enrollment."uscc" = link."uscc"
        WHERE own."id" = ${identityId} AND enrollment."officialStatus" = 'invited'`;
      return Number(found?.count ?? 0);
    },

    officersOf: async (uscc) => officersOf(db, uscc),

    looksAfter: async (staffId) => looksAfter(db, staffId),

    setStaffCities: async (staffId, cities) => {
      const data = { cities: cities === null ? null : JSON.stringify(cities) };
      return (await db.staff.updateMany({ where: { id: staffId }, data })).count === 1;
    },

    assignOfficer: async (uscc, staffId, was) => {
      if (staffId !== null && (await db.staff.findUnique({ where: { id: staffId } })) === null) return false;
      const where = {
        uscc: await currentCode(db, uscc),
        ...(was === undefined ? {} : { officerId: was }),
      };
      return (await db.firm.updateMany({ where, data: { officerId: staffId } })).count === 1;
    },
  };
}

export async function joinPersonWithin(
  db: Queries,
  identityId: string,
  otherIdentityId: string,
): Promise<void> {
  const personId = await personOf(db, identityId);
  const joined = await personOf(db, otherIdentityId);
  await db.identity.updateMany({ where: { personId: joined }, data: { personId } });
}

export async function personOf(db: Queries, identityId: string): Promise<string> {
  const stored = await db.identity.findUnique({ where: { id: identityId }, select: { personId: true } });
  return stored?.personId ?? identityId;
}

const ownLinks = async (db: Queries, identityId: string, uscc: string) => ({
  uscc: await currentCode(db, uscc),
  identity: { personId: await personOf(db, identityId) },
});

const inOrder = [{ preference: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] as const;

const channelsOfPerson = async (db: Queries, personId: string): Promise<Identity[]> =>
  db.identity.findMany({ where: { personId }, orderBy: [...inOrder] });

export async function contactsOf(db: Queries, given: string): Promise<FirmContact[]> {
  const contacts = (await contactsOfFirms(db, [given])).get(given);
  if (contacts !== undefined) return contacts;
  // A code that was given up has no contacts of its own.
  const uscc = await currentCode(db, given);
  return uscc === given ? [] : ((await contactsOfFirms(db, [uscc])).get(uscc) ?? []);
}

/** Contacts of many firms (500 at most, as many as a statement can name); a firm without any is left out. */
export async function contactsOfFirms(db: Queries, usccs: string[]): Promise<Map<string, FirmContact[]>> {
  if (usccs.length === 0) return new Map();
  // One statement: it is asked twice for each message.
  const links = await db.$queryRaw<Link[]>`
    SELECT link."uscc", link."primary", link."remindersStopped", link."snoozedUntil", identity."personId"
    FROM "FirmLink" link JOIN "Identity" identity ON identity."id" = link."identityId"
    WHERE link."uscc" IN (${Prisma.join(usccs)}) ORDER BY link."linkedAt", link."identityId"`;
  const people = [...new Set(links.map(({ personId }) => personId))];
  const channels: Identity[] = [];
  for (let start = 0; start < people.length; start += 500) {
    const personId = { in: people.slice(start, start + 500) };
    channels.push(...(await db.identity.findMany({ where: { personId }, orderBy: [...inOrder] })));
  }
  const channelsOf = groupBy(channels, ({ personId }) => personId);
  return new Map(
    [...groupBy(links, ({ uscc }) => uscc)].map(([uscc, own]) => [uscc, contactsAmong(own, channelsOf)]),
  );
}

/** The contacts of one firm, from its links and the channels of the people behind them. */
function contactsAmong(links: Link[], channelsOf: Map<string, Identity[]>): FirmContact[] {
  const people = groupBy(links, ({ personId }) => personId);
  const chosen = [...people].find(([, own]) => own.some((link) => link.primary));
  const primaryId = chosen?.[0] ?? links[0]?.personId;
  return [...people].flatMap(([personId, own]) => {
    const wishes = {
      primary: personId === primaryId,
      remindersStopped: own.some((link) => link.remindersStopped),
      snoozedUntil: own.reduce<string | null>((latest, l) => laterOf(latest, l.snoozedUntil), null),
    };
    return (channelsOf.get(personId) ?? []).map((channel) => ({
      ...{ ...identityOf(channel), personId, preference: channel.preference },
      ...wishes,
    }));
  });
}

type Link = Pick<FirmLink, 'uscc' | 'primary' | 'remindersStopped' | 'snoozedUntil'> &
  Pick<Identity, 'personId'>;

const laterOf = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

async function officersOf(db: Queries, uscc: string): Promise<ChatIdentity[]> {
  const firm = await db.firm.findUnique({
    where: { uscc: await currentCode(db, uscc) },
    select: { city: true, officer: { select: { identity: true } } },
  });
  if (firm === null) return [];
  const own = firm.officer?.identity;
  if (own !== undefined && own !== null) return [identityOf(own)];
  const staff = await db.staff.findMany({
    where: { identityId: { not: null } },
    include: { identity: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const lookAfter = (cities: string | null): boolean => citiesOf(cities)?.includes(firm.city) === true;
  const ofCity = staff.filter(({ cities }) => lookAfter(cities));
  const those = ofCity.length > 0 ? ofCity : staff.filter(({ cities }) => cities === null);
  return those.flatMap(({ identity }) => (identity === null ? [] : identityOf(identity)));
}

export const citiesOf = (stored: string | null): string[] | null =>
  stored === null ? null : (JSON.parse(stored) as string[]);

/** A member whom no chat is linked to looks after nothing: its firms are those of their city. */
async function looksAfter(db: Queries, staffId: string): Promise<LooksAfter> {
  const own = await db.staff.findUnique({ where: { id: staffId }, select: { cities: true } });
  const others = await db.staff.findMany({
    where: { id: { not: staffId }, identityId: { not: null } },
    select: { cities: true },
  });
  const named = await db.firm.findMany({
    where: { officer: { identityId: { not: null } } },
    select: { uscc: true, officerId: true },
  });
  return {
    cities: citiesOf(own?.cities ?? null),
    otherCities: [...new Set(others.flatMap(({ cities }) => citiesOf(cities) ?? []))],
    named: named.flatMap(({ uscc, officerId }) => (officerId === staffId ? [uscc] : [])),
    namedToOthers: named.flatMap(({ uscc, officerId }) => (officerId === staffId ? [] : [uscc])),
  };
}
