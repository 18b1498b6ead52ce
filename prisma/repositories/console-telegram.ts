import type { ConsoleTelegramStore } from '../../activities/ports/console-telegram.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import { accountOf, withName } from './console-accounts.ts';

export function createConsoleTelegramStore(db: Database): ConsoleTelegramStore {
  return {
    isLinked: async (staffId) => (await db.consoleTelegram.count({ where: { staffId } })) > 0,

    link: async (staffId, telegramId) =>
      db.$transaction(async (tx) => {
        const owner = await tx.consoleTelegram.findUnique({ where: { telegramId } });
        if (owner !== null && owner.staffId !== staffId) return false;
        await tx.consoleTelegram.upsert({
          where: { staffId },
          create: { staffId, telegramId },
          update: { telegramId },
        });
        return true;
      }),

    unlink: async (staffId) => (await db.consoleTelegram.deleteMany({ where: { staffId } })).count === 1,

    accountWith: async (telegramId) => {
      const stored = await db.consoleTelegram.findFirst({
        where: { telegramId, account: { login: { not: null } } },
        include: { account: { include: withName } },
      });
      return stored && accountOf(stored.account);
    },

    takeLogin: async (hash, now, until) => {
      await db.usedTelegramLogin.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
      try {
        await db.usedTelegramLogin.create({ data: { hash, expiresAt: new Date(until) } });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
  };
}
