import type { TopicId } from '../knowledge/topics.ts';

/** What a document is about: a topic of the pack, or any matter that the pack does not treat. */
export type Label = TopicId | 'foreign';

/** A sentence whose label is known. */
export interface LabelledText {
  label: Label;
  /** The finer class that it was written for, such as `claims`: what a cap is shared out over. */
  group: string;
  text: string;
}

/** Something found for a question: the higher the score, the better it fits. Scores of two contenders do not compare. */
export interface Hit {
  label: Label;
  score: number;
}

/** How many hits a contender may give, best first. */
export const mostHits = 30;

export interface Contender {
  name: string;
  /** How many texts it holds; fewer than it was given where it is capped. */
  texts: number;
  search(question: string): readonly Hit[] | Promise<readonly Hit[]>;
}

/** Learns or indexes the texts. What it takes is the time that the table gives for it. */
export type OpenContender = (texts: readonly LabelledText[]) => Contender | Promise<Contender>;
