import type { QuestionStore } from '../../activities/ports/questions.ts';
import type { Database } from '../client.ts';

type Telling = Pick<
  QuestionStore,
  'waitingToBeTold' | 'beginTelling' | 'keepTelling' | 'putBack' | 'endTelling' | 'recoverTelling'
>;

/** As of tickets: whoever tells says several times in it that it still does. */
const claimedForMs = 2 * 60_000;

/** The askers of answered groups, each told once. */
export function createTelling(db: Database): Telling {
  return {
    waitingToBeTold: async (limit) => {
      const asks = await db.questionAsk.findMany({
        where: { state: 'toTell' },
        include: { group: true },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return asks.flatMap(({ id, identityId, tries, group }) =>
        identityId === null || group.answer === null
          ? []
          : [
              {
                askId: id,
                groupId: group.id,
                identityId,
                question: group.text,
                answer: group.answer,
                answeredAt: (group.closedAt ?? group.lastAskedAt).toISOString(),
                repeated: tries > 0,
              },
            ],
      );
    },

    beginTelling: async (id, forMs = claimedForMs) => {
      const { count } = await db.questionAsk.updateMany({
        where: { id, state: 'toTell' },
        data: {
          ...{ state: 'telling', tries: { increment: 1 } },
          claimedUntil: new Date(Date.now() + forMs),
        },
      });
      return count === 1;
    },

    keepTelling: async (id) => {
      await db.questionAsk.updateMany({
        where: { id, state: 'telling' },
        data: { claimedUntil: new Date(Date.now() + claimedForMs) },
      });
    },

    putBack: async (id, { sent }) => {
      await db.questionAsk.updateMany({
        where: { id, state: 'telling' },
        data: { state: 'toTell', ...(sent === 'no' && { tries: { decrement: 1 } }) },
      });
    },

    endTelling: (id) =>
      db.$transaction(async (tx) => {
        const ask = await tx.questionAsk.findUnique({ where: { id }, select: { groupId: true } });
        if (ask === null) return;
        await tx.questionAsk.delete({ where: { id } });
        const { groupId } = ask;
        if ((await tx.questionAsk.count({ where: { groupId } })) > 0) return;
        await tx.questionGroup.update({ where: { id: groupId }, data: { answer: null } });
      }),

    recoverTelling: () =>
      db.$transaction(async (tx) => {
        const left = { OR: [{ claimedUntil: null }, { claimedUntil: { lt: new Date() } }] };
        await tx.questionAsk.deleteMany({
          where: {
            OR: [
              { state: 'telling', tries: { gte: 2 }, ...left },
              { state: 'toTell', identityId: null },
            ],
          },
        });
        await tx.questionAsk.updateMany({ where: { state: 'telling', ...left }, data: { state: 'toTell' } });
        await tx.questionGroup.updateMany({
          where: { answer: { not: null }, asks: { none: {} } },
          data: { answer: null },
        });
      }),
  };
}
