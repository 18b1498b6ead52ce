import { randomUUID } from 'node:crypto';
import type { ConsoleSession, ConsoleSessionStore } from '../../activities/ports/console-accounts.ts';
import type { Database } from '../client.ts';
import type { ConsoleSession as Row } from '../generated/client.ts';
import { accountOf, withName } from './console-accounts.ts';
import { tokenHash } from './token-hash.ts';

/** Not every request is worth a write. */
const seenToMs = 60_000;

export function createConsoleSessionStore(db: Database): ConsoleSessionStore {
  const look: ConsoleSessionStore['look'] = async (token, now, idleSince) => {
    const stored = await db.consoleSession.findFirst({
      where: { hash: tokenHash(token), ...running(now, idleSince), account: { disabled: false } },
      include: { account: { include: withName } },
    });
    if (stored === null) return null;
    const { account, ...session } = stored;
    return { session: sessionOf(session), account: accountOf(account) };
  };

  return {
    look,

    open: async ({ staffId, token, browser, now, expiresAt }) => {
      const at = new Date(now);
      await db.consoleSession.deleteMany({ where: { expiresAt: { lte: at } } });
      const stored = await db.consoleSession.create({
        data: {
          ...{ id: randomUUID(), hash: tokenHash(token), staffId, browser },
          ...{ createdAt: at, seenAt: at, expiresAt: new Date(expiresAt) },
        },
      });
      return sessionOf(stored);
    },

    find: async (token, now, idleSince) => {
      const found = await look(token, now, idleSince);
      if (found !== null && Date.parse(now) - Date.parse(found.session.seenAt) >= seenToMs) {
        const { id } = found.session;
        await db.consoleSession.updateMany({ where: { id }, data: { seenAt: new Date(now) } });
      }
      return found;
    },

    listOf: async (staffId, now, idleSince) => {
      const stored = await db.consoleSession.findMany({
        where: { staffId, ...running(now, idleSince) },
        orderBy: [{ seenAt: 'desc' }, { id: 'asc' }],
      });
      return stored.map(sessionOf);
    },

    end: async (staffId, id) => (await db.consoleSession.deleteMany({ where: { staffId, id } })).count === 1,

    endAll: async (staffId) => (await db.consoleSession.deleteMany({ where: { staffId } })).count,
  };
}

const running = (now: string, idleSince: string) => ({
  expiresAt: { gt: new Date(now) },
  seenAt: { gt: new Date(idleSince) },
});

const sessionOf = ({ id, browser, createdAt, seenAt, expiresAt }: Row): ConsoleSession => ({
  ...{ id, browser },
  createdAt: createdAt.toISOString(),
  seenAt: seenAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
