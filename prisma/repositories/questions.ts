import type { QuestionStore } from '../../activities/ports/questions.ts';
import type { QuestionGroup } from '../../knowledge/misses/types.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database, Queries } from '../client.ts';
import type { QuestionGroup as StoredGroup } from '../generated/client.ts';
import { createTelling } from './question-telling.ts';

/** Open groups that a new question is compared with, the newest first. */
const compared = 300;
/** One person cannot fill the queue. */
const mostOpenOfOne = 20;

export function createQuestionStore(db: Database): QuestionStore {
  return {
    ...createTelling(db),

    note: async ({ asker, eventId, madeOf, ...miss }, choose) => {
      try {
        return await db.$transaction(async (tx) => {
          const known = await tx.identity.findUnique({
            where: { channel_externalUserId: asker },
            select: { id: true },
          });
          const identityId = known?.id ?? null;
          const before = await tx.questionAsk.findUnique({ where: { eventId }, select: { groupId: true } });
          if (before !== null) return before;
          const open = await tx.questionGroup.findMany({
            where: { packId: miss.packId, state: 'open' },
            orderBy: { lastAskedAt: 'desc' },
            take: compared,
            select: { id: true, text: true, madeOf: true, otherPackId: true },
          });
          const chosen = choose(
            open.map((group) => ({ ...group, madeOf: JSON.parse(group.madeOf) as QuestionGroup['madeOf'] })),
          );
          const ask = { eventId, identityId, text: miss.text };
          if (chosen === null) {
            if (await isTooMuch(tx, identityId)) return null;
            const { id } = await tx.questionGroup.create({
              data: { ...miss, madeOf: JSON.stringify(madeOf), asks: { create: ask } },
            });
            return { groupId: id };
          }
          const again =
            identityId !== null &&
            (await tx.questionAsk.count({ where: { groupId: chosen, identityId } })) > 0;
          if (again) return { groupId: chosen };
          await tx.questionGroup.update({
            where: { id: chosen },
            data: { count: { increment: 1 }, lastAskedAt: new Date(), asks: { create: ask } },
          });
          return { groupId: chosen };
        });
      } catch (error) {
        // Noted by another process just now.
        if (!isUniqueViolation(error)) throw error;
        return db.questionAsk.findUnique({ where: { eventId }, select: { groupId: true } });
      }
    },

    knownNames: async () => {
      const firms = await db.firm.findMany({ select: { name: true, contactName: true, city: true } });
      const former = await db.formerName.findMany({
        select: { name: true, firm: { select: { city: true } } },
      });
      return [
        ...firms.map(({ name, contactName, city }) => ({ firm: name, contact: contactName, city })),
        ...former.map(({ name, firm: { city } }) => ({ firm: name, contact: null, city })),
      ];
    },

    open: async (packId, limit) => {
      const stored = await db.questionGroup.findMany({
        where: { packId, state: 'open' },
        orderBy: [{ count: 'desc' }, { lastAskedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return stored.map(groupOf);
    },

    countOpen: (packId) => db.questionGroup.count({ where: { packId, state: 'open' } }),

    find: async (id) => {
      const stored = await db.questionGroup.findUnique({ where: { id } });
      return stored && groupOf(stored);
    },

    answer: (id, text, by) =>
      db.$transaction(async (tx) => {
        if (!(await close(tx, id, 'answered', by, text))) return null;
        const asks = await tx.questionAsk.findMany({
          where: { groupId: id },
          include: { identity: true },
          orderBy: { id: 'asc' },
        });
        const reachable = asks.filter(
          ({ identity }) => identity !== null && identity.privateChatId !== null && !identity.blocked,
        );
        await tx.questionAsk.deleteMany({
          where: { groupId: id, id: { notIn: reachable.map((ask) => ask.id) } },
        });
        // Only the grouped text stays.
        await tx.questionAsk.updateMany({ where: { groupId: id }, data: { state: 'toTell', text: '' } });
        if (reachable.length === 0) {
          await tx.questionGroup.update({ where: { id }, data: { answer: null } });
        }
        const group = groupOf(await tx.questionGroup.findUniqueOrThrow({ where: { id } }));
        return {
          group,
          asked: [...new Set([group.text, ...asks.map((ask) => ask.text)])],
          toTell: reachable.length,
          unreachable: asks.length - reachable.length,
        };
      }),

    dismiss: (id, by) =>
      db.$transaction(async (tx) => {
        if (!(await close(tx, id, 'dismissed', by, null))) return false;
        await tx.questionAsk.deleteMany({ where: { groupId: id } });
        return true;
      }),
  };
}

async function isTooMuch(tx: Queries, identityId: string | null): Promise<boolean> {
  if (identityId === null) return false;
  return (await tx.questionAsk.count({ where: { identityId, state: 'asked' } })) >= mostOpenOfOne;
}

async function close(
  tx: Queries,
  id: number,
  state: 'answered' | 'dismissed',
  by: string,
  answer: string | null,
): Promise<boolean> {
  const { count } = await tx.questionGroup.updateMany({
    where: { id, state: 'open' },
    data: { state, answer, closedAt: new Date(), closedBy: by },
  });
  return count === 1;
}

const groupOf = (stored: StoredGroup): QuestionGroup => ({
  id: stored.id,
  packId: stored.packId,
  otherPackId: stored.otherPackId,
  locale: stored.locale as QuestionGroup['locale'],
  text: stored.text,
  madeOf: JSON.parse(stored.madeOf) as QuestionGroup['madeOf'],
  count: stored.count,
  state: stored.state as QuestionGroup['state'],
  lastAskedAt: stored.lastAskedAt.toISOString(),
});
