import { randomUUID } from 'node:crypto';
import type { IdentityStore } from '../../activities/ports/store.ts';
import type { Database } from '../client.ts';
import type { Identity } from '../generated/client.ts';
import { citiesOf, contactsOf, personOf } from './contacts.ts';
import { identityOf } from './identity-row.ts';
import { createCodes } from './one-time-codes.ts';

export function createIdentityStore(db: Database): IdentityStore {
  return {
    ...createCodes(db),

    upsertIdentity: async ({ channel, externalUserId, privateChatId, locale, leavesBlock }) => {
      const where = { channel_externalUserId: { channel, externalUserId } };
      const wanted = {
        ...(leavesBlock === true ? {} : { blocked: false }),
        ...(privateChatId !== undefined && { privateChatId }),
        ...(locale !== undefined && { locale }),
      };
      // Almost every message comes from someone known: a read does, and takes no write lock.
      const known = await db.identity.findUnique({ where });
      if (known !== null && isAs(known, wanted)) return identityOf(known);
      const stored = await db.$transaction(async (tx) =>
        (await tx.identity.findUnique({ where })) === null
          ? tx.identity.create({
              data: newIdentity({ channel, externalUserId, locale: 'zh-CN', ...wanted }),
            })
          : tx.identity.update({ where, data: wanted }),
      );
      return identityOf(stored);
    },

    findIdentity: async (id) => {
      const stored = await db.identity.findUnique({ where: { id } });
      return stored && identityOf(stored);
    },

    known: async (channel_externalUserId) => {
      const stored = await db.identity.findUnique({ where: { channel_externalUserId } });
      return stored && identityOf(stored);
    },

    linkedFirms: async (identityId) => {
      const links = await db.firmLink.findMany({
        where: { identity: { personId: await personOf(db, identityId) } },
        select: { firm: { select: { uscc: true, name: true, formerNames: { select: { name: true } } } } },
        orderBy: [{ linkedAt: 'asc' }, { uscc: 'asc' }],
      });
      const firms = new Map(links.map(({ firm }) => [firm.uscc, firm]));
      return [...firms.values()].map(({ uscc, name, formerNames }) => ({
        ...{ uscc, name },
        ...(formerNames.length === 0 ? {} : { formerNames: formerNames.map((former) => former.name) }),
      }));
    },

    linkFirm: async (identityId, uscc) => {
      await db.$transaction(async (tx) => {
        const link = { identityId, uscc };
        const known = await tx.firmLink.findUnique({ where: { identityId_uscc: link } });
        if (known === null) await tx.firmLink.create({ data: link });
      });
    },

    contactsOf: async (uscc) => contactsOf(db, uscc),

    markBlocked: async (identityId) => {
      await db.identity.updateMany({ where: { id: identityId }, data: { blocked: true } });
    },

    staffOf: async (identityId) => {
      const staff = await db.staff.findUnique({ where: { identityId } });
      return staff && { staffId: staff.id, name: staff.name };
    },

    staffIdentities: async () => {
      const stored = await db.identity.findMany({
        where: { staff: { isNot: null } },
        include: { staff: { select: { id: true } } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return stored.flatMap(({ staff, ...identity }) =>
        staff === null ? [] : [{ ...identityOf(identity), staffId: staff.id }],
      );
    },

    addStaff: async (name) => {
      const staff = await db.staff.create({ data: { id: randomUUID(), name } });
      return { staffId: staff.id };
    },

    listStaff: async () => {
      const stored = await db.staff.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return stored.map(({ id, name, identityId, cities }) => ({
        ...{ staffId: id, name, linked: identityId !== null, cities: citiesOf(cities) },
      }));
    },

    // Its codes go with it.
    removeStaff: async (staffId) => (await db.staff.deleteMany({ where: { id: staffId } })).count === 1,
  };
}

/** Everybody is a person of its own until joined to another. */
function newIdentity<T extends object>(fields: T): T & { id: string; personId: string } {
  const id = randomUUID();
  return { id, personId: id, ...fields };
}

function isAs(known: Identity, wanted: Partial<Identity>): boolean {
  return (
    (wanted.blocked === undefined || known.blocked === wanted.blocked) &&
    (wanted.privateChatId === undefined || known.privateChatId === wanted.privateChatId) &&
    (wanted.locale === undefined || known.locale === wanted.locale)
  );
}
