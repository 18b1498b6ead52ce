import type { QuestionGroup } from '../../knowledge/misses/types.ts';
import { applyEdits } from '../../knowledge/packs/apply-edits.ts';
import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import type { Handlers } from './handlers.ts';
import { differencesOf, savedOf } from './pack-words.ts';
import { Refused } from './refusals.ts';

type Ids = 'listQuestions' | 'answerQuestion' | 'dismissQuestion' | 'addQuestionToFaq' | 'revokeAnswer';

const mostListed = 500;

/**
 * The queue of what the bot could not answer. Questions belong to no city, and hold no personal data: everybody of the staff
 * sees them, as in the chat.
 */
export function questionHandlers({
  knowledge,
  identities,
}: Pick<ConsolePorts, 'knowledge' | 'identities'>): Handlers<Ids> {
  const { questions } = knowledge;
  return {
    listQuestions: async () => {
      const [open, kept, members] = await Promise.all([
        questions.open(mostListed),
        questions.kept(),
        identities.listStaff(),
      ]);
      const nameOf = (by: string): string => members.find(({ staffId }) => staffId === by)?.name ?? by;
      return {
        open: open.map(shown),
        kept: kept.map(({ id, text, questions: asked, madeBy, madeAt }) => ({
          ...{ id, text, questions: asked, by: nameOf(madeBy), at: madeAt },
        })),
      };
    },

    answerQuestion: async ({ viewer, body }) => {
      const result = await questions.answer({ ...body, by: viewer.account.staffId });
      if (result.done) {
        const { toTell, unreachable } = result;
        return { refusal: null, toTell, unreachable };
      }
      const { why: code } = result;
      return {
        refusal: { code, ...inBoth((t) => t.packRevisions.questions[code]) },
        toTell: 0,
        unreachable: 0,
      };
    },

    dismissQuestion: async ({ viewer, body: { id } }) => ({
      done: await questions.dismiss(id, viewer.account.staffId),
    }),

    revokeAnswer: async ({ viewer, body: { id } }) => ({
      done: await questions.revoke(id, viewer.account.staffId),
    }),

    addQuestionToFaq: async ({ viewer, body: { id, packId, basedOn, topic, question } }) => {
      const group = await questions.find(id);
      const content = await knowledge.content(packId, basedOn);
      const entry = entryOf(content, topic);
      // A mark stands where a name or a number was: such a question is no way of asking yet.
      if (group === null || entry === null || /[〔〕]/u.test(question)) throw new Refused('badRequest');
      const list = group.locale === 'en' ? 'questionsEn' : 'questions';
      const asked = [...(entry[list] ?? []), question.trim()];
      const edited = applyEdits(content, { groups: {}, faq: [{ ...entry, [list]: asked }], removed: [] });
      const reason = inBoth((t) => t.packRevisions.questions.asked({ id })).zh;
      const by = viewer.account.staffId;
      const result = await knowledge.save({ packId, basedOn, kind: 'edit', content: edited, by, reason });
      const since = async () => {
        const { base } = await knowledge.standing(packId);
        return differencesOf(content, await knowledge.content(packId, base));
      };
      return savedOf(result, { content: edited, since });
    },
  };
}

type Entry = Record<string, unknown> & { questions?: string[]; questionsEn?: string[] };

function entryOf(content: unknown, topic: string): Entry | null {
  const faq = (content as { faq?: unknown } | null)?.faq;
  const found = Array.isArray(faq) ? (faq as Entry[]).find((entry) => entry['topic'] === topic) : undefined;
  return found ?? null;
}

const shown = ({ id, text, count, locale, lastAskedAt, madeOf, otherPackId }: QuestionGroup) => ({
  ...{ id, text, count, locale, lastAskedAt, otherPack: otherPackId },
  outcome: inBoth((t) => t.misses.cli.outcome(madeOf)),
  useless: madeOf.kind === 'foundUseless',
});
