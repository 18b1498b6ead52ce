import type { RelayedMessage, RelayOutcome, RelayStore } from '../../activities/ports/relay.ts';
import type { Database } from '../client.ts';

const atOnce = 50;
/** Longer than anybody waits for an end: who asked has ended, and what was to be said is nobody's to keep. */
const keptMs = 10 * 60_000;
const cleanedEveryMs = 60_000;

export function createRelayStore(db: Database): RelayStore {
  let cleanedAt = 0;

  async function clean(): Promise<void> {
    if (Date.now() - cleanedAt < cleanedEveryMs) return;
    cleanedAt = Date.now();
    await db.relayedMessage.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - keptMs) } } });
  }

  return {
    ask: async (message) => (await db.relayedMessage.create({ data: message, select: { id: true } })).id,

    endOf: async (id) => {
      const row = await db.relayedMessage.findUnique({ where: { id }, select: { outcome: true } });
      if (row === null || row.outcome === null) return null;
      await db.relayedMessage.deleteMany({ where: { id } });
      return JSON.parse(row.outcome) as RelayOutcome;
    },

    takeBack: async (id) =>
      (await db.relayedMessage.deleteMany({ where: { id, state: 'queued' } })).count === 1,

    forget: async (id) => {
      await db.relayedMessage.deleteMany({ where: { id } });
    },

    take: async (channel, exceptChats) => {
      await clean();
      const queued = await db.relayedMessage.findMany({
        where: {
          ...{ channel, state: 'queued', beginBefore: { gt: new Date() } },
          chatId: { notIn: [...exceptChats] },
        },
        distinct: ['chatId'],
        select: { id: true, chatId: true, content: true },
        orderBy: { id: 'asc' },
        take: atOnce,
      });
      const taken: RelayedMessage[] = [];
      for (const message of queued) {
        const { count } = await db.relayedMessage.updateMany({
          where: { id: message.id, state: 'queued' },
          data: { state: 'sending', content: '' },
        });
        if (count === 1) taken.push(message);
      }
      return taken;
    },

    end: async (id, outcome) => {
      await db.relayedMessage.updateMany({
        where: { id },
        data: { state: 'ended', outcome: JSON.stringify(outcome) },
      });
    },
  };
}
