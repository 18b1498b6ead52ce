import type { Choice, GivenChoiceStore } from '../../activities/ports/given-choices.ts';
import type { Database } from '../client.ts';

const mostOfChat = 20;
const keptMs = 30 * 86_400_000;
const cleanedEveryMs = 3_600_000;

export function createGivenChoiceStore(db: Database): GivenChoiceStore {
  let cleanedAt = 0;
  const oldest = (): Date => new Date(Date.now() - keptMs);
  const latest = (channel: string, chatId: string) =>
    db.givenChoices.findMany({
      where: { channel, chatId, at: { gt: oldest() } },
      orderBy: { id: 'desc' },
      take: mostOfChat,
    });

  return {
    latest: async (channel, chatId) =>
      (await latest(channel, chatId)).map(({ messageId, toUserId, choices }) => ({
        ...{ messageId, to: toUserId },
        choices: JSON.parse(choices) as Choice[],
      })),

    note: async (channel, chatId, { messageId, to, choices }) => {
      const before = await latest(channel, chatId);
      if (choices.length === 0 && before.length === 0) return;
      await db.givenChoices.create({
        data: { channel, chatId, messageId, toUserId: to, choices: JSON.stringify(choices) },
      });
      const [last] = before.slice(mostOfChat - 1);
      if (last !== undefined)
        await db.givenChoices.deleteMany({ where: { channel, chatId, id: { lte: last.id } } });
      if (Date.now() - cleanedAt < cleanedEveryMs) return;
      cleanedAt = Date.now();
      await db.givenChoices.deleteMany({ where: { at: { lt: oldest() } } });
    },
  };
}
