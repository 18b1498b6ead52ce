import type { OfficeAnswerStore } from '../../activities/ports/questions.ts';
import type { OfficeAnswer } from '../../knowledge/misses/types.ts';
import type { Database } from '../client.ts';
import type { OfficeAnswer as StoredAnswer } from '../generated/client.ts';

export function createOfficeAnswerStore(db: Database): OfficeAnswerStore {
  return {
    current: async (packId) => {
      const stored = await db.officeAnswer.findMany({
        where: { packId, revokedAt: null },
        orderBy: { id: 'asc' },
      });
      return stored.map(answerOf);
    },

    keep: async ({ questions, ...given }) =>
      answerOf(await db.officeAnswer.create({ data: { ...given, questions: JSON.stringify(questions) } })),

    revoke: async (id, by) => {
      const { count } = await db.officeAnswer.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: new Date(), revokedBy: by },
      });
      return count === 1;
    },
  };
}

const answerOf = (stored: StoredAnswer): OfficeAnswer => ({
  id: stored.id,
  packId: stored.packId,
  otherPackId: stored.otherPackId,
  locale: stored.locale as OfficeAnswer['locale'],
  questions: JSON.parse(stored.questions) as string[],
  text: stored.text,
  madeBy: stored.madeBy,
  madeAt: stored.madeAt.toISOString(),
});
