import type { ConsoleTotpStore, PendingSignInStore } from '../../activities/ports/console-totp.ts';
import type { Database, Queries } from '../client.ts';
import { accountOf, withName } from './console-accounts.ts';
import { tokenHash } from './token-hash.ts';

export function createConsoleTotpStore(db: Database): ConsoleTotpStore {
  return {
    find: async (staffId) => {
      const stored = await db.consoleTotp.findUnique({ where: { staffId } });
      if (stored === null) return null;
      const recoveryCodes = await db.consoleRecoveryCode.count({ where: { staffId } });
      return { secret: stored.secret, on: stored.on, recoveryCodes, wrong: stored.wrong };
    },

    staffWithTotp: async () => {
      const stored = await db.consoleTotp.findMany({ where: { on: true }, select: { staffId: true } });
      return stored.map(({ staffId }) => staffId);
    },

    begin: async (staffId, secret) =>
      db.$transaction(async (tx) => {
        await tx.consoleTotp.deleteMany({ where: { staffId, on: false } });
        if ((await tx.consoleTotp.count({ where: { staffId } })) > 0) return false;
        await tx.consoleTotp.create({ data: { staffId, secret } });
        return true;
      }),

    confirm: async ({ staffId, secret, step, recoveryCodes, keepSession }) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.consoleTotp.updateMany({
          where: { staffId, secret, on: false },
          data: { on: true, lastStep: step },
        });
        if (count === 0) return false;
        await keepCodes(tx, staffId, recoveryCodes);
        await endOthers(tx, staffId, keepSession);
        return true;
      }),

    countWrong: async (staffId) => {
      await db.consoleTotp.updateMany({ where: { staffId }, data: { wrong: { increment: 1 } } });
    },

    takeStep: async (staffId, step) => {
      const where = { staffId, on: true, lastStep: { lt: step } };
      return (await db.consoleTotp.updateMany({ where, data: { lastStep: step, wrong: 0 } })).count === 1;
    },

    takeRecoveryCode: async (staffId, code) => {
      const where = { staffId, hash: recoveryHash(staffId, code) };
      if ((await db.consoleRecoveryCode.deleteMany({ where })).count === 0) return false;
      await db.consoleTotp.updateMany({ where: { staffId }, data: { wrong: 0 } });
      return true;
    },

    replaceRecoveryCodes: async (staffId, codes) =>
      db.$transaction(async (tx) => keepCodes(tx, staffId, codes)),

    end: async (staffId, keepSession) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.consoleTotp.deleteMany({ where: { staffId, on: true } });
        if (count === 0) return false;
        await endOthers(tx, staffId, keepSession);
        return true;
      }),
  };
}

export function createPendingSignInStore(db: Database): PendingSignInStore {
  return {
    open: async ({ staffId, token, now, expiresAt }) => {
      await db.consolePendingSignIn.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
      await db.consolePendingSignIn.create({
        data: { hash: tokenHash(token), staffId, expiresAt: new Date(expiresAt) },
      });
    },

    take: async (token, now, mostTries) => {
      const hash = tokenHash(token);
      // Counted by the database itself: of many tries at once none is let through beyond the last.
      const { count } = await db.consolePendingSignIn.updateMany({
        where: {
          ...{ hash, expiresAt: { gt: new Date(now) }, tries: { lt: mostTries } },
          account: { disabled: false },
        },
        data: { tries: { increment: 1 } },
      });
      if (count === 0) return null;
      const stored = await db.consolePendingSignIn.findUnique({
        where: { hash },
        include: { account: { include: withName } },
      });
      return stored && accountOf(stored.account);
    },

    finish: async (token) =>
      (await db.consolePendingSignIn.deleteMany({ where: { hash: tokenHash(token) } })).count === 1,
  };
}

async function keepCodes(tx: Queries, staffId: string, codes: readonly string[]): Promise<void> {
  await tx.consoleRecoveryCode.deleteMany({ where: { staffId } });
  await tx.consoleRecoveryCode.createMany({
    data: codes.map((code) => ({ staffId, hash: recoveryHash(staffId, code) })),
  });
}

async function endOthers(tx: Queries, staffId: string, keepSession: string | null): Promise<void> {
  await tx.consoleSession.deleteMany({
    where: { staffId, ...(keepSession !== null && { id: { not: keepSession } }) },
  });
  await tx.consolePendingSignIn.deleteMany({ where: { staffId } });
}

/** 80 random bits: nothing is gained by a slow hash. */
const recoveryHash = (staffId: string, code: string): string => tokenHash(`${staffId} ${code}`);
