import type { OfficialStatus } from '../enrollment/state.ts';
import type { FileProblem, RowProblem } from '../firms/types.ts';
import type { EventRefusal, Occurred } from '../official-events/types.ts';

/** Words of a result list (审批结果). Codes and data; sentences live in the locales. */

export type ResultField = 'name' | 'uscc' | 'result' | 'reason' | 'date';

type ReadCode =
  | 'emptyFile'
  | 'fileTooLarge'
  | 'oldExcelFormat'
  | 'encrypted'
  | 'unsupportedFormat'
  | 'brokenFile'
  | 'unpacksTooLarge'
  | 'encodingUnknown'
  | 'csvBroken';
/** What may be wrong with any sheet, whatever its columns. */
type ReadProblem = Extract<FileProblem, { code: ReadCode }>;

/** Why a whole file is refused; nothing of it was taken. */
export type ResultFileProblem =
  | ReadProblem
  | { code: 'headerNotFound' }
  | { code: 'columnsMissing'; columns: ResultField[] }
  | { code: 'columnTwice'; field: ResultField; headers: string[] }
  | { code: 'noRows' };

type CellCode =
  | 'usccMissing'
  | 'usccIsNumber'
  | 'usccLength'
  | 'usccCharacter'
  | 'usccCheckCharacter'
  | 'cellIsDate'
  | 'cellIsFormula'
  | 'cellIsError'
  | 'duplicateDropped';
/** What may be wrong with a cell of any list. */
export type CellProblem = Extract<RowProblem, { code: CellCode }>;

export type ResultProblem =
  | CellProblem
  | { code: 'resultMissing' }
  | { code: 'resultUnclear'; given: string }
  | { code: 'reasonMissing'; status: OfficialStatus }
  | { code: 'reasonTooLong'; length: number; atMost: number }
  | { code: 'dateUnclear'; given: string }
  | { code: 'dateInFuture'; given: string }
  | { code: 'orderUnknown'; otherRows: number[] }
  | { code: 'nameDiffers'; given: string; known: string }
  /** What the present status of the firm does not allow. */
  | { code: 'notPossible'; refusal: EventRefusal };

/** An error keeps its row out; a warning does not. */
export interface ResultIssue {
  row: number;
  field: ResultField;
  /** Header of the column as the file has it. */
  column: string;
  severity: 'error' | 'warning';
  problem: ResultProblem;
}

/** A row without errors of its own. */
export interface ResultRow {
  row: number;
  uscc: string;
  /** Null where the list names none. */
  name: string | null;
  status: OfficialStatus;
  reason: string | null;
  occurred: Occurred;
}

export type ResultNotice =
  | { code: 'otherSheetsIgnored'; used: string; ignored: string[] }
  | { code: 'columnsIgnored'; headers: string[] }
  | { code: 'totalRowSkipped'; row: number }
  /** Without dates nobody can tell which of two lists is the later one. */
  | { code: 'undated' };
