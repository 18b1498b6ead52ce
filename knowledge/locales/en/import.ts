import type { FileNotice, FileProblem, ListField, RowProblem, ValueUnit } from '../../firms/types.ts';
import { formatUsd, formatUsdRange } from '../../packs/amounts.ts';
import type { importing as zhImporting } from '../zh-CN/import.ts';

const fields: Record<ListField, string> = {
  name: 'firm name',
  uscc: 'unified social credit code',
  city: 'city',
  exportValue: 'prior-year export value',
  contactName: 'contact',
  contactPhone: 'phone',
  listed: 'listed',
};
const units: Record<ValueUnit, string> = { usd: 'US dollars', wanUsd: 'ten thousands of US dollars' };
const list = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ');
const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const firmsOf = (count: number): string => (count === 1 ? '1 firm' : `${count} firms`);

function refusal(p: FileProblem): string {
  switch (p.code) {
    case 'emptyFile':
      return 'the file is empty.';
    case 'fileTooLarge':
      return `the file is larger than ${p.limitMb} MB; split it and import the parts.`;
    case 'oldExcelFormat':
      return 'this is an old Excel (.xls) file; save it as .xlsx in Excel or WPS.';
    case 'encrypted':
      return 'the file has a password; save it without one.';
    case 'unsupportedFormat':
      return `only .xlsx and .csv files can be imported${p.extension === '' ? '' : `, this one is ${p.extension}`}.`;
    case 'brokenFile':
      return 'the file cannot be opened: it is damaged or not an Excel sheet. Open it in Excel or WPS and save it as .xlsx.';
    case 'unpacksTooLarge':
      return 'the file unpacks to far more than a list is. Keep only the columns of the list, save it as a new .xlsx and import that.';
    case 'encodingUnknown':
      return 'the text encoding is not known; save the file as "CSV UTF-8" or .xlsx.';
    case 'csvBroken':
      return `the CSV cannot be read from row ${p.row} on, most likely because of an open quotation mark. Correct it or save it as .xlsx.`;
    case 'headerNotFound':
      return `no header row was found. These columns are needed: ${list([fields.name, 'USCC', fields.city, 'export value (USD)', fields.listed])}.`;
    case 'columnsMissing':
      return `these columns are missing: ${list(p.columns.map((c) => fields[c]))}.`;
    case 'columnTwice':
      return `${list(p.headers)} all look like "${fields[p.field]}"; keep one of them.`;
    case 'unitMissing':
      return `the header "${p.header}" names no unit. Write 美元 or 万美元 into the header, or use --unit.`;
    case 'unitIsYuan':
      return `the header "${p.header}" is in yuan, but eligibility is judged in US dollars. Put in dollar values; no exchange rate is applied here.`;
    case 'unitUnsupported':
      return `the unit of "${p.header}" is not supported; use 美元 (USD) or 万美元 (USD 10,000).`;
    case 'unitContradicts':
      return `the header "${p.header}" says ${units[p.headerUnit]}, but --unit says ${units[p.optionUnit]}. Check which is right and remove the other.`;
    case 'listedColumnMissing':
      return 'there is no column 在核准名单 (listed). Add it (是 or 否); if every firm of the file is on the approved list use --listed yes, if none is use --listed no.';
    case 'listedTwice':
      return `the file has a column "${p.header}" already; leave --listed out.`;
    case 'noRows':
      return 'there are no firms below the header.';
  }
}

function notice(p: FileNotice): string {
  switch (p.code) {
    case 'otherSheetsIgnored':
      return `Only the sheet "${p.used}" was read; ${list(p.ignored)} hold firms too: save them as files of their own and import those.`;
    case 'columnsIgnored':
      return `These columns are not used: ${list(p.headers)}.`;
    case 'contactColumnsMissing':
      return `The file has no ${list(p.columns.map((c) => fields[c]))}; you can add it later and import again.`;
    case 'yearUnstated':
      return `The header "${p.header}" does not say which year the values are of; the year is kept as not stated.`;
    case 'yearDiffers':
      return `The header "${p.header}" is of ${p.year}, but eligibility looks at ${p.baseYear}: please check.`;
    case 'totalRowSkipped':
      return `Row ${p.row} is a total and was not taken for a firm.`;
  }
}

function problem(p: RowProblem): string {
  switch (p.code) {
    case 'nameMissing':
      return 'the firm name is missing';
    case 'usccMissing':
      return 'the credit code is missing';
    case 'usccIsNumber':
      return `Excel turned the credit code into the number ${p.given}, and its last digits may be lost; set the cell to "text" and type the code again`;
    case 'usccLength':
      return `a credit code has 18 characters, "${p.given}" has ${p.length}`;
    case 'usccCharacter':
      return `character ${p.position} of credit code "${p.given}", "${p.character}", never occurs in one (there is no I, O, S, V or Z)`;
    case 'usccCheckCharacter':
      return `credit code "${p.given}" fails its check: the first 17 characters ask for "${p.expected}" at the end, so one character is probably wrong`;
    case 'cityMissing':
      return `the city is missing; accepted: ${p.accepted.join(', ')}`;
    case 'cityUnknown':
      return `the city "${p.given}" is not known; accepted: ${p.accepted.join(', ')}`;
    case 'valueMissing':
      return 'no export value; it is kept as not known';
    case 'valueNotANumber':
      return `the export value "${p.given}" is not a number`;
    case 'valueNegative':
      return `the export value "${p.given}" is negative`;
    case 'valueTooLarge':
      return `the export value "${p.given}" is too large to be true; check the unit`;
    case 'valueInYuan':
      return `the export value "${p.given}" is in yuan; give it in US dollars`;
    case 'valueUnitDiffers':
      return `the export value "${p.given}" names another unit than its column (${units[p.unit]})`;
    case 'listedButValueOutside':
      return `listed, but the export value ${formatUsd(p.valueUsd, 'en')} is outside the range that qualifies (${formatUsdRange(p.lowerUsd, p.upperUsd, 'en') ?? 'not stated'}); check number and unit`;
    case 'listedMissing':
      return 'it does not say whether the firm is listed; write 是 or 否';
    case 'listedUnclear':
      return `"${p.given}" does not say whether the firm is listed; write 是 or 否`;
    case 'phoneLooksWrong':
      return `"${p.given}" does not look like a phone number; imported as it is`;
    case 'cellIsDate':
      return 'the cell is a date';
    case 'cellIsFormula':
      return `the cell is a formula "${p.given}"; put in its result`;
    case 'cellIsError':
      return `the cell is the Excel error "${p.given}"`;
    case 'duplicateDropped':
      return `the same as row ${p.firstRow}; counted once`;
    case 'duplicateDiffers':
      return `the same credit code as in row ${p.otherRows.join(', ')}, but the rows differ or have errors; keep the right one`;
    case 'notASampleFirm':
      return 'trial mode takes only the fictional firms of samples/; for a real list use live mode (TONGBAO_MODE=live)';
    case 'sampleFirmInLive':
      return 'this is a fictional firm of samples/; live mode does not take it';
    case 'cityNotYours':
      return `"${p.given}" is not a city of yours; you may import: ${p.accepted.join(', ')}`;
    case 'firmOfOtherCity':
      return 'this firm is on record in a city that you do not see, and is not yours to change; ask a colleague there or an administrator';
  }
}

function refusalAtDesk(p: FileProblem): string {
  switch (p.code) {
    case 'unitMissing':
      return `the header "${p.header}" names no unit; choose one below.`;
    case 'unitContradicts':
      return `the header "${p.header}" says ${units[p.headerUnit]}, but ${units[p.optionUnit]} is chosen below. Check which is right.`;
    case 'listedColumnMissing':
      return 'there is no column 在核准名单 (listed). If all firms of the file are on the list, or none is, choose so below; else add the column.';
    case 'listedTwice':
      return `the file has a column "${p.header}" already; choose "as the column says" below.`;
    case 'columnTwice':
      return `${list(p.headers)} all look like "${fields[p.field]}"; keep one below and leave the others out.`;
    case 'columnsMissing':
      return `these columns were not recognised: ${list(p.columns.map((c) => fields[c]))}. If the file has them, say below which they are.`;
    default:
      return refusal(p);
  }
}

export const importing: typeof zhImporting = {
  undoReasons: {
    otherCity: 'It is, was or would be of a city that is not yours.',
    moved: 'It goes on under another code, or another firm merged into it.',
    changed: 'Its data were changed since.',
    followed: 'It went on in its enrollment since.',
    officer: 'Another member of staff looks after it since.',
    otherList: 'The list of another policy pack names it too.',
    notification: 'Messages were written to its contacts.',
    campaign: 'It is part of a campaign.',
    officialEvent: 'An official status came for it.',
    contact: 'A contact has linked to it.',
    code: 'An invitation code was made for it.',
    note: 'Staff wrote a note about it.',
    ticket: 'A contact of it has asked staff.',
    renewal: 'Its renewal was judged.',
  },
  refusalAtDesk,
  fields,
  reasonColumn: 'reason',
  refusal,
  notice,
  problem,
  issue: (p) => (p.column === '' ? problem(p.problem) : `[${p.column}] ${problem(p.problem)}`),
  issueLine: (p) => `row ${p.rows}, ${p.column}: ${problem(p.problem)}`,
  fileUnreadable: (p) => `The file ${p.file} cannot be read; check the path and its permissions.`,
  rejectedFileUnwritable: (p) =>
    `The rows with errors cannot be written into ${p.folder}, so nothing was imported. Check its permissions, or put the list into another folder.`,
  refused: (p) => `${p.file} was not imported: ${p.reason}`,
  checked: (p) =>
    `Dry run, nothing was written: ${rowsOf(p.rows)}, ${firmsOf(p.accepted)} could be imported (${p.listed} listed), ${rowsOf(p.rejected)} with errors.`,
  imported: (p) =>
    `${rowsOf(p.rows)}: ${firmsOf(p.accepted)} imported (${p.listed} listed), ${rowsOf(p.rejected)} with errors.`,
  counts: (p) => `${p.created} new, ${p.changed} changed, ${p.unchanged} unchanged.`,
  errorsTitle: 'Rows that were not imported:',
  warningsTitle: 'Imported, but please check:',
  noticesTitle: 'Notes:',
  more: (p) => `... and ${p.count} more.`,
  rejectedFile: (p) =>
    `The rows with errors were saved as ${p.file}; correct that file and import it as it is.`,
  trackingStarted: (p) =>
    p.count === 0
      ? 'No firm needed to be started.'
      : `Enrollment tracking started for ${firmsOf(p.count)} (those of earlier imports that still waited included).`,
  trackingProgress: (p) => `Tracking started for ${p.started} of ${p.total} firms...`,
  trackingLater: 'Tracking has not started: nothing is running; the next npm start will do it.',
};
