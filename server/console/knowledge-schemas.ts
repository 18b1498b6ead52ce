import { z } from 'zod';

/** Bodies and answers of the knowledge pages. Lengths only bound the work. */

const text = (max: number) => z.string().max(max);
const packId = text(40);
const number = z.int().min(0).max(1_000_000).meta({ description: 'A revision; 0: what the program ships.' });
const both = z.object({ zh: z.string(), en: z.string() });
const instant = z.string().meta({ description: 'ISO 8601, UTC.' });
const reason = text(500);
const topic = text(60);
const raw = z.unknown().meta({ description: 'As the pack’s files hold it.' });
const locale = z.enum(['zh-CN', 'en']);

export const readKnowledgeBody = z.object({ packId: packId.nullable() }).meta({ id: 'ReadKnowledge' });
const revision = z
  .object({
    ...{ number, basedOn: number, reason: z.string(), by: z.string(), at: instant },
    kind: z.enum(['edit', 'import', 'rollback', 'merge']),
    state: z.enum(['served', 'draft', 'was', 'unused']),
  })
  .meta({ id: 'PackRevision' });
export const knowledge = z
  .object({
    packId: z.string(),
    packs: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
    ...{ published: number, draft: number.nullable(), base: number, turn: z.int() },
    shippedChanged: z.boolean(),
    shippedState: z.enum(['served', 'was']),
    revisions: z.array(revision),
    publications: z.array(
      z
        .object({ number, by: z.string(), at: instant, reason: z.string(), forced: z.boolean() })
        .meta({ id: 'PackPublication' }),
    ),
    mayPublish: z.boolean(),
  })
  .meta({ id: 'Knowledge' });

export const revisionBody = z.object({ packId, number }).meta({ id: 'ReadRevision' });
const issue = z
  .object({
    ...both.shape,
    path: z.string().meta({ description: 'Where in the pack; of an answer, below its entry.' }),
    topic: z.string().nullable().meta({ description: 'Of the answer that it is in.' }),
  })
  .meta({ id: 'PackIssue' });
export const revisionContent = z
  .object({
    number,
    content: raw,
    issues: z.array(issue),
    schema: z.unknown().meta({ description: 'JSON schema of a pack.' }),
    groups: z.array(z.object({ name: z.string(), ...both.shape })),
    topics: z.array(z.object({ topic: z.string(), core: z.boolean(), ...both.shape })),
    facts: z
      .array(z.object({ placeholder: z.string(), ...both.shape }))
      .meta({ description: 'What an answer may take from the facts.' }),
  })
  .meta({ id: 'RevisionContent' });

export const compareBody = z.object({ packId, from: number, to: number }).meta({ id: 'CompareRevisions' });
const differences = z.array(both);
export const comparison = z.object({ differences }).meta({ id: 'RevisionDifferences' });

const edits = {
  groups: z.record(text(60), z.unknown()),
  faq: z.array(z.unknown()).max(100),
  removed: z.array(topic).max(100),
};
export const previewBody = z.object({ packId, basedOn: number, ...edits }).meta({ id: 'PreviewEdits' });
const said = z.object({ text: z.string(), citations: z.array(z.string()) });
export const preview = z
  .object({
    issues: z.array(issue),
    answers: z.array(z.object({ topic: z.string(), zh: said, en: said }).meta({ id: 'PreviewedAnswer' })),
  })
  .meta({ id: 'EditsPreview' });

export const saveBody = z.object({ packId, basedOn: number, reason, ...edits }).meta({ id: 'SaveEdits' });
export const importBody = z
  .object({ packId, basedOn: number, reason, pack: raw, faq: raw })
  .meta({ id: 'ImportPack' });
export const takeUpBody = z
  .object({ packId, basedOn: number, number, reason })
  .meta({ id: 'TakeUpRevision' });
export const mergeBody = z.object({ packId, basedOn: number, reason }).meta({ id: 'MergeShipped' });
const refusal = z.object({ code: z.string(), ...both.shape }).nullable();
export const saved = z
  .object({
    number: number.nullable().meta({ description: 'The new draft; null where it was refused.' }),
    refusal,
    issues: z.array(issue),
    conflicts: z.array(z.string()),
    since: differences.meta({ description: 'What others changed, where that is why it was refused.' }),
  })
  .meta({ id: 'SavedDraft' });

export const tryBody = z
  .object({ packId, numbers: z.array(number).min(1).max(2), question: text(1000) })
  .meta({ id: 'TryQuestion' });
const candidate = z.object({
  ...{ id: z.string(), score: z.number(), because: z.array(z.string()), ...both.shape },
});
const tried = z
  .object({
    number,
    ...{ outcome: z.string(), outcomeName: both, topic: both.nullable(), confidence: z.number() },
    ...{ text: z.string(), citations: z.array(z.string()), pack: z.string() },
    parts: z.array(
      z.object({ read: z.string(), candidates: z.array(candidate).meta({ description: 'Best first.' }) }),
    ),
  })
  .meta({ id: 'TriedAnswer' });
export const triedAnswers = z.object({ answers: z.array(tried.nullable()) }).meta({ id: 'TriedAnswers' });

export const evaluateBody = z
  .object({ packId, number, start: z.boolean().default(true) })
  .meta({ id: 'EvaluateRevision' });
const given = z.object({ name: both, text: z.string() }).nullable();
export const evaluation = z
  .object({
    ...{ state: z.enum(['none', 'running', 'done', 'failed']), done: z.int(), total: z.int(), from: number },
    result: z
      .object({
        questions: z.int(),
        right: z.object({ before: z.int(), after: z.int() }),
        changedCount: z.int(),
        changed: z.array(
          z
            .object({ question: z.string(), verdict: z.enum(['worse', 'lost', 'better', 'other']) })
            .extend({ before: given, after: given })
            .meta({ id: 'ChangedAnswer' }),
        ),
        reworded: z.array(
          z
            .object({ of: both, count: z.int(), questions: z.array(z.string()) })
            .extend({ before: z.string(), after: z.string() })
            .meta({ id: 'RewordedAnswers' }),
        ),
        gate: z.object({ holds: z.boolean(), worse: z.int(), lost: z.int(), mostLost: z.int() }),
      })
      .nullable(),
  })
  .meta({ id: 'Evaluation' });

export const publishBody = z
  .object({ packId, number, turn: z.int().min(0), reason, force: z.boolean() })
  .meta({ id: 'PublishRevision' });
export const publication = z
  .object({ published: z.boolean(), refusal, issues: z.array(issue) })
  .meta({ id: 'PublishedRevision' });

const id = z.int().min(1).max(1_000_000_000);
export const questionQueue = z
  .object({
    open: z.array(
      z
        .object({
          ...{ id, text: z.string(), count: z.int(), locale, lastAskedAt: instant, outcome: both },
          useless: z.boolean().meta({ description: 'Answered, and found of no use.' }),
          otherPack: z.string().nullable(),
        })
        .meta({ id: 'OpenQuestion' }),
    ),
    kept: z.array(
      z
        .object({ id, text: z.string(), questions: z.array(z.string()), by: z.string(), at: instant })
        .meta({ id: 'KeptAnswer' }),
    ),
  })
  .meta({ id: 'QuestionQueue' });
export const answerQuestionBody = z
  .object({ id, text: text(4000), keep: z.boolean() })
  .meta({ id: 'AnswerQuestion' });
export const questionAnswered = z
  .object({ refusal, toTell: z.int(), unreachable: z.int() })
  .meta({ id: 'QuestionAnswered' });
export const questionIdBody = z.object({ id }).meta({ id: 'QuestionId' });
export const questionClosed = z.object({ done: z.boolean() }).meta({ id: 'QuestionClosed' });
export const questionToFaqBody = z
  .object({ id, packId, basedOn: number, topic, question: text(300) })
  .meta({ id: 'QuestionToFaq' });
