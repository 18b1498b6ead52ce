import type { UndoVerdict } from '../../knowledge/firms/undo-import.ts';

/** One firm that an import changed, and whether that may be undone as things stand. */
export interface JudgedChange {
  uscc: string;
  /** Of the firm in the import's pack, whether or not it has one. */
  enrollmentId: string;
  /** As the import wrote it. */
  name: string;
  city: string;
  /** The import made its enrollment. */
  enrolled: boolean;
  /** `closing`: its workflow is being ended. */
  state: 'written' | 'closing' | 'undone';
  /** Of one that is undone: what it came to is no longer known, and it is neither to be undone nor left. */
  verdict: UndoVerdict | null;
}

/** What the last import of a pack did, firm by firm; that of earlier ones is not kept. */
export interface ImportChangeStore {
  /** Of the latest import that changed something; null where there is none, or nothing is known of it. */
  lastOf(packId: string): Promise<string | null>;
  /**
   * The import goes on with one of the same file that was cut off: what that did is its own from now on. Before the import
   * writes anything.
   */
  takeOver(importId: string): Promise<void>;
  counts(importId: string): Promise<Record<JudgedChange['state'], number>>;
  /** In the order of their codes. */
  list(
    importId: string,
    ownCities: readonly string[] | null,
    page: { afterUscc?: string; limit: number },
  ): Promise<JudgedChange[]>;
  /** Their workflows are about to be ended: none is started from now on. Only for enrollments that the import made. */
  markClosing(importId: string, usccs: readonly string[]): Promise<void>;
  /**
   * Undoing broke off when workflows were ended, or some of them: none is closing any more, and those that ended are started
   * again. Null: of any import, as when a process starts whose predecessor was killed.
   */
  release(importId: string | null): Promise<void>;
  /**
   * Judges each anew and undoes what may be undone, in one transaction; 200 firms at most. One that is closing and is left alone after all
   * waits for its workflow again.
   */
  undo(
    importId: string,
    usccs: readonly string[],
    ownCities: readonly string[] | null,
  ): Promise<JudgedChange[]>;
}
