/** How a revision came about. */
export type RevisionKind = 'edit' | 'import' | 'rollback' | 'merge';

/** A policy pack as somebody of the office left it. The files that the program ships are revision 0, which is not stored. */
export interface PackRevision {
  packId: string;
  /** From 1 on. */
  number: number;
  /** The revision that it was made from; 0 for the shipped files. */
  basedOn: number;
  kind: RevisionKind;
  /** ID of the member of staff, or `cli`. */
  madeBy: string;
  /** ISO 8601. */
  madeAt: string;
  reason: string;
  /** Of the shipped files when it was made. */
  shippedHash: string;
}

/** From `at` on the revision is what everybody is answered from. */
export interface PackPublication {
  packId: string;
  /** From 1 on; the highest holds. */
  turn: number;
  /** 0: the files that the program ships. */
  number: number;
  /** Of the shipped files that whoever published knew of. */
  shippedHash: string;
  by: string;
  /** ISO 8601. */
  at: string;
  reason: string;
  /** The evaluation spoke against it. */
  forced: boolean;
}

/** What the office makes of the packs. Append-only: nothing here is ever changed or removed. */
export interface PackRevisionStore {
  /** The publication that holds; null: the shipped files do. */
  published(packId: string): Promise<PackPublication | null>;
  /** The latest first. */
  publications(packId: string): Promise<PackPublication[]>;
  /** The latest first. */
  revisions(packId: string): Promise<PackRevision[]>;
  /** `pack.json` with `faq.json` as its `faq`; null where there is no such revision. */
  content(packId: string, number: number): Promise<unknown>;
  /** False when somebody else added that number first. */
  append(revision: PackRevision & { content: unknown }): Promise<boolean>;
  /** False when somebody else published that turn first. */
  publish(publication: PackPublication): Promise<boolean>;
  /** Changes whenever anything is published. */
  mark(): Promise<number>;
  /** Remembers what the program shipped. */
  keepShipped(packId: string, hash: string, content: unknown): Promise<void>;
  shipped(packId: string, hash: string): Promise<unknown>;
}
