import type { AskedBy, QuestionCountStore } from '../../activities/ports/question-counts.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';

/** As a city is kept that is not known: part of a key, which cannot be null. */
const nowhere = '';

export function createQuestionCountStore(db: Database): QuestionCountStore {
  return {
    count: async ({ packId, date, fate, by }) => {
      const key = { packId, date, city: await cityOf(db, by) };
      const add = (): Promise<unknown> =>
        db.questionCount.upsert({
          where: { packId_date_city: key },
          create: { ...key, [fate]: 1 },
          update: { [fate]: { increment: 1 } },
        });
      // Two first questions of a day at once: one of them made the row.
      await add().catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        return add();
      });
    },

    since: async (packId, from, cities) => {
      const rows = await db.questionCount.findMany({
        where: { packId, date: { gte: from }, ...(cities === null ? {} : { city: { in: [...cities] } }) },
        orderBy: [{ date: 'asc' }, { city: 'asc' }],
      });
      return rows.map(({ date, city, answered, handedOff, useless }) => ({
        ...{ date, city: city === nowhere ? null : city },
        ...{ answered, handedOff, useless },
      }));
    },
  };
}

async function cityOf(db: Database, by: AskedBy): Promise<string> {
  if (by.kind === 'group') {
    const { channel, chatId } = by;
    const group = await db.groupChat.findUnique({ where: { channel_chatId: { channel, chatId } } });
    return group?.city ?? nowhere;
  }
  const { channel, externalUserId } = by;
  const firms = await db.firm.findMany({
    where: { links: { some: { identity: { channel, externalUserId } } } },
    select: { city: true },
    distinct: ['city'],
    take: 2,
  });
  return firms.length === 1 ? (firms[0]?.city ?? nowhere) : nowhere;
}
