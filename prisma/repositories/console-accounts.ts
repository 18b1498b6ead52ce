import type { ConsoleAccount, ConsoleAccountStore } from '../../activities/ports/console-accounts.ts';
import type { ConsoleRole } from '../../knowledge/console/roles.ts';
import type { Database, Queries } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { tokenHash } from './token-hash.ts';

export const withName = { staff: { select: { name: true } } } as const;
type Row = Prisma.ConsoleAccountGetPayload<{ include: typeof withName }>;

export function createConsoleAccountStore(db: Database): ConsoleAccountStore {
  return {
    invite: async ({ staffId, token, role, cities, now, expiresAt }) =>
      db.$transaction(async (tx) => {
        if ((await tx.staff.findUnique({ where: { id: staffId } })) === null) return false;
        const account = await tx.consoleAccount.findUnique({ where: { staffId } });
        const wanted = { role, cities: citiesColumn(cities), disabled: false };
        if (account === null) await tx.consoleAccount.create({ data: { staffId, ...wanted } });
        else if (account.login === null) await tx.consoleAccount.update({ where: { staffId }, data: wanted });
        await tx.consoleInvitation.deleteMany({ where: { staffId } });
        await tx.consoleInvitation.create({
          data: {
            ...{ hash: tokenHash(token), staffId },
            ...{ createdAt: new Date(now), expiresAt: new Date(expiresAt) },
          },
        });
        return true;
      }),

    findInvitation: async (token, now) => {
      const stored = await db.consoleInvitation.findFirst({
        where: openInvitation(token, now),
        include: { account: { include: withName } },
      });
      return stored && accountOf(stored.account);
    },

    accept: async ({ token, name, login, passwordHash, now }) =>
      db.$transaction(async (tx) => {
        const invitation = await tx.consoleInvitation.findFirst({ where: openInvitation(token, now) });
        if (invitation === null) return { outcome: 'gone' as const };
        const { staffId } = invitation;
        const owner = await tx.consoleAccount.findUnique({ where: { login }, select: { staffId: true } });
        if (owner !== null && owner.staffId !== staffId) return { outcome: 'loginTaken' as const };
        await tx.consoleInvitation.deleteMany({ where: { staffId } });
        await tx.consoleSession.deleteMany({ where: { staffId } });
        await tx.consolePendingSignIn.deleteMany({ where: { staffId } });
        await tx.consoleTelegram.deleteMany({ where: { staffId } });
        await tx.staff.update({ where: { id: staffId }, data: { name } });
        await tx.consoleAccount.update({ where: { staffId }, data: { login, passwordHash } });
        return { outcome: 'accepted' as const, staffId };
      }),

    findByLogin: async (login) => {
      const stored = await db.consoleAccount.findUnique({ where: { login }, include: withName });
      const passwordHash = stored?.passwordHash ?? null;
      return stored === null || passwordHash === null ? null : { ...accountOf(stored), passwordHash };
    },

    find: async (staffId) => {
      const stored = await db.consoleAccount.findUnique({ where: { staffId }, include: withName });
      return stored && { ...accountOf(stored), passwordHash: stored.passwordHash };
    },

    list: async () => {
      const stored = await db.consoleAccount.findMany({
        include: withName,
        orderBy: [{ createdAt: 'asc' }, { staffId: 'asc' }],
      });
      return stored.map(accountOf);
    },

    change: async (staffId, { role, cities, disabled }) =>
      db.$transaction(async (tx) => {
        const stored = await tx.consoleAccount.findUnique({ where: { staffId } });
        if (stored === null) return 'unknown';
        const ofAll = (cities === undefined ? stored.cities : citiesColumn(cities)) === null;
        const staysAdmin = (role ?? stored.role) === 'admin' && !(disabled ?? stored.disabled) && ofAll;
        if (!staysAdmin && (await isLastAdmin(tx, staffId))) return 'lastAdmin';
        await tx.consoleAccount.update({
          where: { staffId },
          data: {
            ...(role !== undefined && { role }),
            ...(cities !== undefined && { cities: citiesColumn(cities) }),
            ...(disabled !== undefined && { disabled }),
          },
        });
        if (disabled === true) {
          await tx.consoleSession.deleteMany({ where: { staffId } });
          await tx.consolePendingSignIn.deleteMany({ where: { staffId } });
          await tx.consoleInvitation.deleteMany({ where: { staffId } });
        }
        return 'changed';
      }),

    setPassword: async (staffId, passwordHash, keepSession) =>
      db.$transaction(async (tx) => {
        await tx.consoleAccount.update({ where: { staffId }, data: { passwordHash } });
        await tx.consoleSession.deleteMany({ where: { staffId, id: { not: keepSession } } });
        await tx.consolePendingSignIn.deleteMany({ where: { staffId } });
      }),
  };
}

/** Of those who can sign in, and manage the whole office. */
async function isLastAdmin(db: Queries, staffId: string): Promise<boolean> {
  const admins = await db.consoleAccount.findMany({
    where: { role: 'admin', disabled: false, cities: null, passwordHash: { not: null } },
    select: { staffId: true },
  });
  return admins.length === 1 && admins[0]?.staffId === staffId;
}

/** A token is 256 random bits: nothing is gained by a slow hash. */

const openInvitation = (token: string, now: string) => ({
  hash: tokenHash(token),
  expiresAt: { gt: new Date(now) },
  account: { disabled: false },
});

const citiesColumn = (cities: string[] | null): string | null =>
  cities === null ? null : JSON.stringify(cities);

export const accountOf = ({ staffId, staff, login, role, cities, disabled }: Row): ConsoleAccount => ({
  ...{ staffId, name: staff.name, login, role: role as ConsoleRole, disabled },
  cities: cities === null ? null : (JSON.parse(cities) as string[]),
});
