import type { ListLayout, LayoutOptions } from '../../knowledge/firms/layout.ts';
import type {
  Cell,
  FileNotice,
  FileProblem,
  ListField,
  RowIssue,
  SheetRow,
} from '../../knowledge/firms/types.ts';

/** A file that staff hold up to the console; it is kept only while the call runs. */
export interface OfferedList {
  fileName: string;
  bytes: Uint8Array;
  options: LayoutOptions;
  /** Cities whose firms whoever offers it may see; null: all. */
  ownCities: readonly string[] | null;
}

export interface CheckedOffer {
  /** Null where the file cannot even be read as a table. */
  table: {
    header: { index: number; header: string; field: ListField | null }[];
    firstRows: Cell[][];
    /** Some of the first, and the first of those that something is wrong with. */
    shownRows: SheetRow[];
  } | null;
  /** Why nothing of it can be imported as it stands. */
  problem: FileProblem | null;
  layout: ListLayout | null;
  rowCount: number;
  accepted: number;
  listed: number;
  rejected: number;
  /** Of the accepted: those on record already. */
  known: number;
  issues: RowIssue[];
  notices: FileNotice[];
}

/** Imports of approved lists into the office's own pack, by the same rules as on the command line. */
export interface ImportOffice {
  /** Writes nothing. `busy`: another file is being read. */
  check(offer: OfferedList): Promise<CheckedOffer | 'busy'>;
  /** The rows with errors as an .xlsx file, to be corrected and offered again; null where there are none. */
  rejected(offer: OfferedList): Promise<Uint8Array | null | 'busy'>;
  /** Begins to write what is good; the history says how far it is. The same ID twice is one import. */
  begin(id: string, by: string, offer: OfferedList): Promise<CheckedOffer | 'busy'>;
  /**
   * Begins to undo an import firm by firm where nothing happened since, after what is being written. `notLast`: a later one has
   * changed something, or this one never did. The same import twice is undone once; one that was cut off goes on.
   */
  undo(id: string, ownCities: readonly string[] | null): Promise<'begun' | 'notLast'>;
  /** The import that is being undone, or is about to be. */
  undoing(): string | null;
}
