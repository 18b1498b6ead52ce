/** One time that an approved list was imported. Of the file only its name and hash are kept. */
export interface FirmImport {
  id: string;
  packId: string;
  /** A member of the staff, or `cli`. */
  by: string;
  fileName: string;
  /** SHA-256, hexadecimal. */
  fileHash: string;
  /** Of its rows that were taken. */
  cities: string[];
  /** `running` of one that was cut off stays so: the same file again completes it. */
  state: 'running' | 'done';
  rowCount: number;
  accepted: number;
  rejected: number;
  /** Of the accepted: how many are in. */
  written: number;
  created: number;
  changed: number;
  unchanged: number;
  /** Firms for which it was undone. */
  undone: number;
  /** ISO 8601; `updatedAt` moves with every batch. */
  createdAt: string;
  updatedAt: string;
}

export type ImportCounts = Pick<FirmImport, 'written' | 'created' | 'changed' | 'unchanged'>;

/** The history of imports. */
export interface FirmImportStore {
  /** False where that ID began before: the same press of a button came twice. */
  begin(
    i: Omit<FirmImport, 'state' | 'undone' | 'createdAt' | 'updatedAt' | keyof ImportCounts>,
  ): Promise<boolean>;
  /** What there is by now, not what was added. */
  note(id: string, counts: ImportCounts, state: FirmImport['state']): Promise<void>;
  find(id: string): Promise<FirmImport | null>;
  /** The latest first. */
  list(packId: string, limit: number): Promise<FirmImport[]>;
  /** Where firms are on record; those that are not there are left out. */
  citiesOf(usccs: readonly string[]): Promise<Map<string, string>>;
}
