import type { GivenAnswerStore } from '../../activities/ports/given-answers.ts';
import type { Database } from '../client.ts';

/** Older questions are not answered again when they are edited. */
const keptMs = 2 * 86_400_000;
const cleanedEveryMs = 3_600_000;

export function createGivenAnswerStore(db: Database): GivenAnswerStore {
  let cleanedAt = 0;
  return {
    to: async (channel, chatId, messageId) => {
      const where = { channel_chatId_messageId: { channel, chatId, messageId } };
      const row = await db.givenAnswer.findUnique({ where });
      return row === null || Date.now() - row.at.getTime() > keptMs
        ? []
        : (JSON.parse(row.answers) as string[]);
    },

    note: async (channel, chatId, messageId, given) => {
      const answers = JSON.stringify(given);
      await db.givenAnswer.upsert({
        where: { channel_chatId_messageId: { channel, chatId, messageId } },
        create: { channel, chatId, messageId, answers },
        update: { answers, at: new Date() },
      });
      if (Date.now() - cleanedAt < cleanedEveryMs) return;
      cleanedAt = Date.now();
      await db.givenAnswer.deleteMany({ where: { at: { lt: new Date(Date.now() - keptMs) } } });
    },
  };
}
