import { z } from 'zod';
import type { PackStanding } from '../../activities/ports/knowledge-desk.ts';
import { applyEdits, editableGroups } from '../../knowledge/packs/apply-edits.ts';
import { checkRevision } from '../../knowledge/packs/check-revision.ts';
import { listFacts } from '../../knowledge/packs/fact-list.ts';
import { isPackGroup } from '../../knowledge/packs/groups.ts';
import { policyPackSchema } from '../../knowledge/packs/schema.ts';
import { allTopicIds, furtherTopicIds } from '../../knowledge/topics.ts';
import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import { evaluationShown } from './evaluation-words.ts';
import type { knowledgeOperations } from './knowledge-operations.ts';
import { differencesOf, issuesOf, parsed, refusalOf, savedOf } from './pack-words.ts';
import { previewOf } from './preview.ts';
import { Refused } from './refusals.ts';
import { triedOf } from './tried-words.ts';

type Ids = Exclude<
  keyof typeof knowledgeOperations,
  'listQuestions' | 'answerQuestion' | 'dismissQuestion' | 'addQuestionToFaq' | 'revokeAnswer'
>;
type Ports = Pick<ConsolePorts, 'packs' | 'knowledge' | 'identities'>;

/** Every pack is for all cities: whoever is limited to some does not decide for the others. */
const mayPublish = ({ account }: SignedIn): boolean => account.role === 'admin' && account.cities === null;

const packSchema = z.toJSONSchema(policyPackSchema, { io: 'input' });

/** What the bot knows: the packs that are served, their revisions, and what becomes of them. */
export function knowledgeHandlers(ports: Ports): Handlers<Ids> {
  const { knowledge } = ports;
  const served = (packId: string | null): string => {
    const found = packId === null ? ports.packs[0] : ports.packs.find(({ id }) => id === packId);
    if (found === undefined) throw new Refused('notFound');
    return found.id;
  };
  const contentOf = async (packId: string, number: number): Promise<unknown> => {
    const content = await knowledge.content(served(packId), number);
    if (content === null) throw new Refused('notFound');
    return content;
  };
  /** From the revision that an edit was made from to the one that it would have to be made from now. */
  const since = async (packId: string, basedOn: number) => {
    const { base } = await knowledge.standing(packId);
    return differencesOf(await contentOf(packId, basedOn), await contentOf(packId, base));
  };
  const issuesIn = async (packId: string, content: unknown) =>
    issuesOf(checkRevision(packId, content, await knowledge.content(packId, 0)), content);

  return {
    readKnowledge: async ({ viewer, body }) => {
      const packId = served(body.packId);
      const [standing, members] = await Promise.all([
        knowledge.standing(packId),
        ports.identities.listStaff(),
      ]);
      const nameOf = (by: string): string => members.find(({ staffId }) => staffId === by)?.name ?? by;
      return {
        ...{ packId, published: standing.published, draft: standing.draft, base: standing.base },
        packs: ports.packs.map(({ id, title }) => ({ id, zh: title['zh-CN'], en: title.en })),
        ...{ turn: standing.turn, shippedChanged: standing.shippedChanged },
        shippedState: standing.published === 0 ? 'served' : 'was',
        revisions: standing.revisions.map(({ number, basedOn, kind, reason, madeBy, madeAt }) => ({
          ...{ number, basedOn, kind, reason, by: nameOf(madeBy), at: madeAt },
          state: stateOf(standing, number),
        })),
        publications: standing.publications.map(({ number, by, at, reason, forced }) => ({
          ...{ number, by: nameOf(by), at, reason, forced },
        })),
        mayPublish: mayPublish(viewer),
      };
    },

    readRevision: async ({ body: { packId, number } }) => {
      const content = await contentOf(packId, number);
      const pack = parsed(content);
      return {
        ...{ number, content, issues: await issuesIn(packId, content), schema: packSchema },
        groups: editableGroups.map((name) => ({
          name,
          ...inBoth((t) =>
            isPackGroup(name) ? t.pack.groups[name] : (t.packRevisions.fields[name] ?? name),
          ),
        })),
        topics: allTopicIds.map((topic) => ({
          ...{ topic, core: !furtherTopicIds.some((id) => id === topic) },
          ...inBoth((t) => t.answering.topicLabels[topic]),
        })),
        facts: pack === null ? [] : listFacts(pack),
      };
    },

    compareRevisions: async ({ body: { packId, from, to } }) => ({
      differences: differencesOf(await contentOf(packId, from), await contentOf(packId, to)),
    }),

    tryQuestion: async ({ body: { packId, numbers, question } }) => {
      const asked = numbers.map(async (number) => {
        const [answer] = await knowledge.ask({ packId, content: await contentOf(packId, number) }, [
          { question },
        ]);
        return answer == null ? null : triedOf(answer, number, packId);
      });
      return { answers: await Promise.all(asked) };
    },

    previewEdits: async ({ body: { packId, basedOn, ...edits } }) => {
      const content = applyEdits(await contentOf(packId, basedOn), edits);
      return { issues: await issuesIn(packId, content), answers: previewOf(parsed(content), edits) };
    },

    saveEdits: async ({ viewer, body: { packId, basedOn, reason, ...edits } }) => {
      const content = applyEdits(await contentOf(packId, basedOn), edits);
      const by = viewer.account.staffId;
      const result = await knowledge.save({ packId, basedOn, kind: 'edit', content, by, reason });
      return savedOf(result, { content, since: () => since(packId, basedOn) });
    },

    importPack: async ({ viewer, body: { packId, basedOn, reason, pack, faq } }) => {
      served(packId);
      const content = typeof pack === 'object' && pack !== null ? { ...pack, faq } : pack;
      const by = viewer.account.staffId;
      const result = await knowledge.save({ packId, basedOn, kind: 'import', content, by, reason });
      return savedOf(result, { content, since: () => since(packId, basedOn) });
    },

    takeUpRevision: async ({ viewer, body: { packId, basedOn, number, reason } }) => {
      const content = await contentOf(packId, number);
      const by = viewer.account.staffId;
      const result = await knowledge.takeUp({ packId, basedOn, number, by, reason });
      return savedOf(result, { content, since: () => since(packId, basedOn) });
    },

    mergeShipped: async ({ viewer, body: { packId, basedOn, reason } }) => {
      served(packId);
      const by = viewer.account.staffId;
      const { result, conflicts } = await knowledge.merge({ packId, basedOn, by, reason });
      const content = result.saved ? await contentOf(packId, result.number) : null;
      return savedOf(result, { content, conflicts, since: () => since(packId, basedOn) });
    },

    evaluateRevision: async ({ body: { packId, number, start } }) => {
      await contentOf(packId, number);
      const { published } = await knowledge.standing(packId);
      const at = knowledge.evaluation(packId, published, number, { start });
      return { from: published, ...evaluationShown(at) };
    },

    publishRevision: async ({ viewer, body: { packId, ...wanted } }) => {
      if (!mayPublish(viewer)) throw new Refused('forbidden');
      served(packId);
      const result = await knowledge.publish({ packId, ...wanted, by: viewer.account.staffId });
      if (result.published) return { published: true, refusal: null, issues: [] };
      const content = result.why === 'issues' ? await contentOf(packId, wanted.number) : null;
      return {
        ...{ published: false, refusal: refusalOf(result.why) },
        issues: result.why === 'issues' ? issuesOf(result.issues, content) : [],
      };
    },
  };
}

function stateOf(standing: PackStanding, number: number): 'served' | 'draft' | 'was' | 'unused' {
  if (number === standing.published) return 'served';
  if (number === standing.draft) return 'draft';
  return standing.publications.some((one) => one.number === number) ? 'was' : 'unused';
}
