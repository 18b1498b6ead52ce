import type { Operation } from './operation.ts';
import * as schemas from './knowledge-schemas.ts';

/** A whole pack has some 60 KB. */
const bodyLimit = 1024 * 1024;

/** What the bot knows: read by all, drafted by operators; what everybody is answered from is an administrator's of the whole office. */
export const knowledgeOperations = {
  readKnowledge: {
    ...{ method: 'POST', path: '/knowledge', role: 'viewer' },
    summary: 'Packs, and the revisions of one.',
    body: schemas.readKnowledgeBody,
    answer: schemas.knowledge,
  },
  readRevision: {
    ...{ method: 'POST', path: '/knowledge/revision', role: 'viewer' },
    summary: 'Facts and answers of a revision, with what is wrong with it.',
    body: schemas.revisionBody,
    answer: schemas.revisionContent,
  },
  compareRevisions: {
    ...{ method: 'POST', path: '/knowledge/compare', role: 'viewer' },
    summary: 'What differs between two revisions.',
    body: schemas.compareBody,
    answer: schemas.comparison,
  },
  tryQuestion: {
    ...{ method: 'POST', path: '/knowledge/try', role: 'viewer' },
    summary: 'What revisions answer to a question, and why.',
    body: schemas.tryBody,
    answer: schemas.triedAnswers,
  },
  previewEdits: {
    ...{ method: 'POST', path: '/knowledge/preview', role: 'operator' },
    summary: 'What edits would make of the answers, and what is wrong with them; nothing is saved.',
    ...{ body: schemas.previewBody, bodyLimit },
    answer: schemas.preview,
  },
  saveEdits: {
    ...{ method: 'POST', path: '/knowledge/save', role: 'operator' },
    summary: 'Save edits as a new draft.',
    ...{ body: schemas.saveBody, bodyLimit },
    answer: schemas.saved,
  },
  importPack: {
    ...{ method: 'POST', path: '/knowledge/import', role: 'operator' },
    summary: 'Save the files of a pack as a new draft.',
    ...{ body: schemas.importBody, bodyLimit },
    answer: schemas.saved,
  },
  takeUpRevision: {
    ...{ method: 'POST', path: '/knowledge/take-up', role: 'operator' },
    summary: 'Make a new draft that says what an older revision says.',
    body: schemas.takeUpBody,
    answer: schemas.saved,
  },
  mergeShipped: {
    ...{ method: 'POST', path: '/knowledge/merge', role: 'operator' },
    summary: 'Make a new draft with what a new version of the program changed in its own files.',
    body: schemas.mergeBody,
    answer: schemas.saved,
  },
  evaluateRevision: {
    ...{ method: 'POST', path: '/knowledge/evaluate', role: 'operator' },
    summary: 'Which questions would be answered otherwise; starts it, and says how far it is.',
    body: schemas.evaluateBody,
    answer: schemas.evaluation,
  },
  publishRevision: {
    ...{ method: 'POST', path: '/knowledge/publish', role: 'admin' },
    summary: 'Answer everybody from a revision. For administrators who see all cities.',
    body: schemas.publishBody,
    answer: schemas.publication,
  },
  listQuestions: {
    ...{ method: 'GET', path: '/questions', role: 'viewer' },
    summary: 'Questions that were not answered, without personal data, and the answers in use.',
    answer: schemas.questionQueue,
  },
  answerQuestion: {
    ...{ method: 'POST', path: '/questions/answer', role: 'operator' },
    summary: 'Answer a question; whoever asked it is told.',
    body: schemas.answerQuestionBody,
    answer: schemas.questionAnswered,
  },
  dismissQuestion: {
    ...{ method: 'POST', path: '/questions/dismiss', role: 'operator' },
    summary: 'Close a question without an answer.',
    body: schemas.questionIdBody,
    answer: schemas.questionClosed,
  },
  addQuestionToFaq: {
    ...{ method: 'POST', path: '/questions/to-faq', role: 'operator' },
    summary: 'Add a way of asking to an answer of the draft.',
    body: schemas.questionToFaqBody,
    answer: schemas.saved,
  },
  revokeAnswer: {
    ...{ method: 'POST', path: '/questions/revoke', role: 'operator' },
    summary: 'Take an answer of the office out of use.',
    body: schemas.questionIdBody,
    answer: schemas.questionClosed,
  },
} as const satisfies Record<string, Operation>;
