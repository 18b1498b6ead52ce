import type { Answer, Locale } from '../../knowledge/answering/types.ts';
import type { AnswerComparison } from '../../knowledge/evaluation/compare-answers.ts';
import type { PackIssue } from '../../knowledge/packs/issues.ts';
import type { OfficeAnswer, QuestionGroup } from '../../knowledge/misses/types.ts';
import type { PackPublication, PackRevision, RevisionKind } from './pack-revisions.ts';

/** How a pack stands: what is served, what is being worked on, and whether the program's own files went another way. */
export interface PackStanding {
  packId: string;
  /** The latest first; without those that the program ships. */
  revisions: PackRevision[];
  /** The latest first. */
  publications: PackPublication[];
  /** The revision that is served; 0: the shipped files. */
  published: number;
  /** Of the publication that holds; 0 where there was none. */
  turn: number;
  /** The last revision, while it was never served and says something else than what is; null for none. */
  draft: number | null;
  /** What the next edit is made from. */
  base: number;
  head: number;
  shippedHash: string;
  /** The shipped files changed since the office's revision was published: it has not said what it makes of that. */
  shippedChanged: boolean;
}

export interface NewRevision {
  packId: string;
  /** The revision that it was made from: refused where somebody else has saved or published another since. */
  basedOn: number;
  kind: RevisionKind;
  content: unknown;
  by: string;
  reason: string;
}

export type SaveResult =
  | { saved: true; number: number; issues: PackIssue[] }
  /** `base`: what it would have to be made from now. */
  | { saved: false; why: 'moved'; base: number }
  | { saved: false; why: 'unchanged' | 'noReason' | 'notFound' }
  | { saved: false; why: 'invalid'; issues: PackIssue[] };

export interface WantedPublication {
  packId: string;
  /** The draft; the revision that is served, to keep it in spite of new shipped files; 0 for the shipped files. */
  number: number;
  /** The publication that held when somebody decided; refused where another holds by now. */
  turn: number;
  by: string;
  reason: string;
  /** To publish although the evaluation speaks against it. */
  force: boolean;
}

export type PublishResult =
  | { published: true; turn: number }
  | { published: false; why: 'moved' | 'noReason' | 'notDraft' | 'gate' }
  | { published: false; why: 'issues'; issues: PackIssue[] };

export type EvaluationState =
  | { state: 'none' }
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; result: AnswerComparison }
  | { state: 'failed' };

/** What staff do with what the bot knows, whether in the console or by command. */
export interface KnowledgeDesk {
  standing(packId: string): Promise<PackStanding>;
  /** Pack and FAQ as one; null where there is no such revision. */
  content(packId: string, number: number): Promise<unknown>;
  save(revision: NewRevision): Promise<SaveResult>;
  /** A new draft that says what an older revision says. */
  takeUp(given: Omit<NewRevision, 'kind' | 'content'> & { number: number }): Promise<SaveResult>;
  /** A new draft with the office's changes and those of the program's new files. */
  merge(given: Omit<NewRevision, 'kind' | 'content'>): Promise<{ result: SaveResult; conflicts: string[] }>;
  publish(wanted: WantedPublication): Promise<PublishResult>;
  /** How far the evaluation is; `start` has it run where it has not or has failed. */
  evaluation(packId: string, from: number, to: number, o: { start: boolean }): EvaluationState;
  /** Answers from a pack that need not be served; null for a question that it fails at. */
  ask(
    of: { packId: string; content: unknown },
    questions: { question: string; locale?: Locale }[],
  ): Promise<(Answer | null)[]>;
  questions: QuestionDesk;
}

/** The queue of questions that the bot could not answer, and the answers that the office keeps. */
export interface QuestionDesk {
  /** The most asked first. */
  open(limit: number): Promise<QuestionGroup[]>;
  find(id: number): Promise<QuestionGroup | null>;
  kept(): Promise<OfficeAnswer[]>;
  answer(given: { id: number; text: string; keep: boolean; by: string }): Promise<QuestionAnswered>;
  /** False when there is none of that number open. */
  dismiss(id: number, by: string): Promise<boolean>;
  /** False when there is none of that number kept. */
  revoke(id: number, by: string): Promise<boolean>;
}

type QuestionAnswered =
  | { done: true; toTell: number; unreachable: number; keptAs: number | null }
  | { done: false; why: 'tooLong' | 'namesSomebody' | 'notOpen' | 'noText' };
