import { readPackFiles } from '../../activities/load-pack.ts';
import { contentOf } from '../../activities/pack-revisions/contents.ts';
import type { RevisionPorts } from '../../activities/pack-revisions/contents.ts';
import { publishRevision } from '../../activities/pack-revisions/publish.ts';
import { mergeShipped, saveDraft, takeUpRevision } from '../../activities/pack-revisions/save-draft.ts';
import { standingOf } from '../../activities/pack-revisions/standing.ts';
import type { KnowledgeDesk, QuestionDesk } from '../../activities/ports/knowledge-desk.ts';
import type { Clock, Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { answerGroup, dismissGroup, revokeKept } from '../../bot/engine/misses/staff-acts.ts';
import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import { createAnsweringThreads } from './answering/answering-threads.ts';
import type { EvaluationParts } from './answering/evaluate-revision.ts';
import type { AnsweringThreads } from './answering/answering-threads.ts';
import { evaluateRevision, shippedSets } from './answering/evaluate-revision.ts';
import { createEvaluations } from './answering/evaluations.ts';
import type { LivePacks } from './live-packs.ts';
import type { ServedPacks } from './served-packs.ts';

export interface KnowledgeDeskParts {
  stores: Pick<Stores, 'packRevisions' | 'questions' | 'officeAnswers' | 'audit'>;
  served: ServedPacks & Partial<Pick<LivePacks, 'refresh'>>;
  clock: Clock;
  log: Logger;
  threads?: AnsweringThreads;
  sets?: EvaluationParts['sets'];
}

/** What the console's page of knowledge works with; the same use cases as `tongbao pack` and `tongbao questions`. */
export function createKnowledgeDesk({
  stores,
  served,
  clock,
  log,
  threads = createAnsweringThreads(),
  sets = shippedSets,
}: KnowledgeDeskParts): KnowledgeDesk & { close(): Promise<void> } {
  const ports: RevisionPorts = {
    ...{ revisions: stores.packRevisions, audit: stores.audit, clock },
    readShipped: (packId) => readPackFiles(packId),
  };
  const evaluations = createEvaluations(
    (pair, progress) => evaluateRevision({ ports, threads, sets }, pair, progress),
    log,
  );
  return {
    standing: (packId) => standingOf(ports, packId),
    content: (packId, number) => contentOf(ports, packId, number),
    save: (revision) => saveDraft(ports, revision),
    takeUp: (given) => takeUpRevision(ports, given),
    merge: (given) => mergeShipped(ports, given),
    publish: async (wanted) => {
      const { packId } = wanted;
      const result = await publishRevision(ports, wanted, async (from, to) => {
        const { gate } = await evaluations.result({ packId, from, to });
        return gate.holds;
      });
      // Others follow within seconds; whoever published sees it at once.
      if (result.published) await served.refresh?.();
      return result;
    },
    evaluation: (packId, from, to, { start }) => evaluations[start ? 'start' : 'state']({ packId, from, to }),
    ask: (of, questions) => threads.ask(of, questions),
    questions: questionDesk(stores, served),
    close: () => threads.close(),
  };
}

function questionDesk(
  stores: Pick<Stores, 'questions' | 'officeAnswers' | 'audit'>,
  served: ServedPacks,
): QuestionDesk {
  const office = () => ({ stores, pack: served.pack });
  return {
    open: (limit) => stores.questions.open(served.pack.id, limit),
    find: (id) => stores.questions.find(id),
    kept: () => stores.officeAnswers.current(served.pack.id),
    answer: async ({ id, text, keep, by }) => {
      const words = staffWords(text);
      if (words === '') return { done: false, why: 'noText' };
      const given = { id, text: words, keep };
      return answerGroup(office(), given, { actor: by, action: 'answerQuestion' });
    },
    dismiss: (id, by) => dismissGroup(office(), id, { actor: by, action: 'dismissQuestion' }),
    revoke: (id, by) => revokeKept(office(), id, { actor: by, action: 'revokeAnswer' }),
  };
}
