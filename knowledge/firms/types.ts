/** Words of the approved list's import. Codes and data; sentences live in the locales. */

/** What a sheet's cell may hold. */
export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  row: number;
  cells: Cell[];
}

export type ListField = 'name' | 'uscc' | 'city' | 'exportValue' | 'contactName' | 'contactPhone' | 'listed';

export type ValueUnit = 'usd' | 'wanUsd';

/** Why a whole file is refused; nothing of it was imported. */
export type FileProblem =
  | { code: 'emptyFile' }
  | { code: 'fileTooLarge'; limitMb: number }
  | { code: 'oldExcelFormat' }
  | { code: 'encrypted' }
  | { code: 'unsupportedFormat'; extension: string }
  | { code: 'brokenFile' }
  /** A small archive that unpacks to more than a list is, or a cell far out. */
  | { code: 'unpacksTooLarge' }
  | { code: 'encodingUnknown' }
  | { code: 'csvBroken'; row: number }
  | { code: 'headerNotFound' }
  | { code: 'columnsMissing'; columns: ListField[] }
  | { code: 'columnTwice'; field: ListField; headers: string[] }
  | { code: 'unitMissing'; header: string }
  | { code: 'unitIsYuan'; header: string }
  | { code: 'unitUnsupported'; header: string }
  | { code: 'unitContradicts'; header: string; headerUnit: ValueUnit; optionUnit: ValueUnit }
  | { code: 'listedColumnMissing' }
  | { code: 'listedTwice'; header: string }
  | { code: 'noRows' };

/** What staff should know about a file that was accepted. */
export type FileNotice =
  | { code: 'otherSheetsIgnored'; used: string; ignored: string[] }
  | { code: 'columnsIgnored'; headers: string[] }
  | { code: 'contactColumnsMissing'; columns: ListField[] }
  | { code: 'yearUnstated'; header: string }
  | { code: 'yearDiffers'; header: string; year: number; baseYear: number }
  | { code: 'totalRowSkipped'; row: number };

export type RowProblem =
  | { code: 'nameMissing' }
  | { code: 'usccMissing' }
  | { code: 'usccIsNumber'; given: string }
  | { code: 'usccLength'; given: string; length: number }
  | { code: 'usccCharacter'; given: string; character: string; position: number }
  | { code: 'usccCheckCharacter'; given: string; expected: string }
  | { code: 'cityMissing'; accepted: string[] }
  | { code: 'cityUnknown'; given: string; accepted: string[] }
  | { code: 'valueMissing' }
  | { code: 'valueNotANumber'; given: string }
  | { code: 'valueNegative'; given: string }
  | { code: 'valueTooLarge'; given: string }
  | { code: 'valueInYuan'; given: string }
  | { code: 'valueUnitDiffers'; given: string; unit: ValueUnit }
  | { code: 'listedButValueOutside'; valueUsd: number; lowerUsd: number | null; upperUsd: number | null }
  | { code: 'listedMissing' }
  | { code: 'listedUnclear'; given: string }
  | { code: 'phoneLooksWrong'; given: string }
  | { code: 'cellIsDate' }
  | { code: 'cellIsFormula'; given: string }
  | { code: 'cellIsError'; given: string }
  | { code: 'duplicateDropped'; firstRow: number }
  | { code: 'duplicateDiffers'; otherRows: number[] }
  | { code: 'notASampleFirm' }
  | { code: 'sampleFirmInLive' }
  /** Whoever imports sees other cities only. */
  | { code: 'cityNotYours'; given: string; accepted: readonly string[] }
  /** The firm is on record in a city of others, without saying which. */
  | { code: 'firmOfOtherCity' };

/** An error keeps its row out; a warning does not. */
export interface RowIssue {
  row: number;
  field: ListField;
  /** Header of the column as the file has it. */
  column: string;
  severity: 'error' | 'warning';
  problem: RowProblem;
}

/** A row without errors. */
export interface ListedFirm {
  row: number;
  name: string;
  uscc: string;
  city: string;
  exportValueUsd: number | null;
  contactName: string | null;
  contactPhone: string | null;
  listed: boolean;
}
