import { seesCity } from '../console/roles.ts';
import { cellText, isBlank } from './cells.ts';
import type { TextCell } from './cells.ts';
import { matchCity } from './city.ts';
import { parseExportValue } from './export-value.ts';
import type { ListLayout } from './layout.ts';
import type { Cell, ListedFirm, ListField, RowIssue, RowProblem, SheetRow } from './types.ts';
import { checkUscc, normaliseUscc } from './uscc.ts';

/** What rows are judged against: of the pack, and of the mode. */
export interface RowRules {
  cities: string[];
  provinceAliases: string[];
  lowerUsd: number | null;
  upperUsd: number | null;
  mode: 'trial' | 'live';
  /** Codes of the fictional firms of `samples/`: trial takes only these, live none of them. */
  sampleUsccs: ReadonlySet<string>;
  /** Cities whose firms whoever imports may see; null or absent: all. */
  ownCities?: readonly string[] | null;
}

const yes = ['是', '在', '在名单', '已列入', '有', 'y', 'yes', 'true', '1', '√', '✓', '✔', '☑'];
const no = ['否', '不在', '不在名单', '未列入', '无', 'n', 'no', 'false', '0', '×', '✗', '✘', 'x'];

const phonePattern = /^(?:\+?86-?)?(?:1\d{10}|(?:0\d{2,3}-?)?\d{7,8}(?:[-转]\d{1,6})?|400-?\d{3}-?\d{4})$/u;

/** One row of the list: the firm as far as it can be read, and what is wrong. `uscc` is null unless it is valid. */
export function readRow(row: SheetRow, layout: ListLayout, rules: RowRules) {
  const issues: RowIssue[] = [];
  const report = (field: ListField, severity: RowIssue['severity'], problem: RowProblem): void => {
    const column = layout.columns[field]?.header ?? '';
    issues.push({ row: row.row, field, column, severity, problem });
  };
  const cell = (field: ListField): Cell => row.cells[layout.columns[field]?.index ?? -1] ?? null;
  const text = (field: ListField): string | null => {
    const read: TextCell = cellText(cell(field));
    if (read.ok) return read.text;
    report(field, 'error', read.problem);
    return null;
  };

  const name = text('name');
  if (name === '') report('name', 'error', { code: 'nameMissing' });
  const usccRead = readUscc(cell('uscc'));
  if (!usccRead.ok) report('uscc', 'error', usccRead.problem);
  const uscc = usccRead.ok ? usccRead.uscc : null;
  if (uscc !== null) {
    const isSample = rules.sampleUsccs.has(uscc);
    if (rules.mode === 'trial' && !isSample) report('uscc', 'error', { code: 'notASampleFirm' });
    if (rules.mode === 'live' && isSample) report('uscc', 'error', { code: 'sampleFirmInLive' });
  }

  const cityText = text('city');
  const city = cityText === null ? null : matchCity(cityText, rules.cities, rules.provinceAliases);
  if (cityText === '') report('city', 'error', { code: 'cityMissing', accepted: rules.cities });
  else if (cityText !== null && city === null)
    report('city', 'error', { code: 'cityUnknown', given: cityText, accepted: rules.cities });
  else if (city !== null && !seesCity(rules.ownCities ?? null, city))
    report('city', 'error', { code: 'cityNotYours', given: city, accepted: rules.ownCities ?? [] });

  const value = parseExportValue(cell('exportValue'), layout.unit);
  if (!value.ok) report('exportValue', 'error', value.problem);
  else if (value.usd === null) report('exportValue', 'warning', { code: 'valueMissing' });

  const listed = layout.listed ?? readListed(cell('listed'), report);
  if (listed === true && value.ok && value.usd !== null) {
    const { lowerUsd, upperUsd } = rules;
    const outside = value.usd < (lowerUsd ?? 0) || value.usd > (upperUsd ?? Infinity);
    if (outside)
      report('exportValue', 'warning', {
        code: 'listedButValueOutside',
        valueUsd: value.usd,
        lowerUsd,
        upperUsd,
      });
  }

  const contactName = text('contactName');
  const contactPhone = text('contactPhone');
  const phone = contactPhone?.normalize('NFKC').replace(/\s/gu, '') ?? '';
  if (phone !== '' && !phone.split(/[/、,;]/u).every((p) => phonePattern.test(p)))
    report('contactPhone', 'warning', { code: 'phoneLooksWrong', given: phone });

  const readable = name !== null && uscc !== null && city !== null && value.ok && listed !== null;
  const firm: ListedFirm | null =
    readable && issues.every((i) => i.severity === 'warning')
      ? {
          row: row.row,
          name,
          uscc,
          city,
          exportValueUsd: value.usd,
          contactName: contactName === '' ? null : contactName,
          contactPhone: phone === '' ? null : phone,
          listed,
        }
      : null;
  return { uscc, firm, issues };
}

/** The code in a cell, or what is wrong with it. */
export function readUscc(cell: Cell): { ok: true; uscc: string } | { ok: false; problem: RowProblem } {
  if (isBlank(cell)) return { ok: false, problem: { code: 'usccMissing' } };
  const read = cellText(cell);
  if (!read.ok) return read;
  // A code of digits only that became a number has lost its last digits: Excel keeps 15.
  if (typeof cell === 'number' || /^\d(?:\.\d+)?e\+\d+$/iu.test(read.text))
    return { ok: false, problem: { code: 'usccIsNumber', given: read.text } };
  const uscc = normaliseUscc(read.text);
  const problem = usccProblem(uscc);
  return problem === null ? { ok: true, uscc } : { ok: false, problem };
}

/** What is wrong with a code that `normaliseUscc` has been over; null when nothing is. */
export function usccProblem(uscc: string): RowProblem | null {
  const check = checkUscc(uscc);
  if (check.ok) return null;
  switch (check.code) {
    case 'length':
      return { code: 'usccLength', given: uscc, length: check.length };
    case 'character': {
      const { character, position } = check;
      return { code: 'usccCharacter', given: uscc, character, position };
    }
    case 'checkCharacter':
      return { code: 'usccCheckCharacter', given: uscc, expected: check.expected };
  }
}

function readListed(
  cell: Cell,
  report: (field: ListField, severity: 'error', problem: RowProblem) => void,
): boolean | null {
  const read = cellText(cell);
  if (!read.ok) {
    report('listed', 'error', read.problem);
    return null;
  }
  const text = read.text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  if (yes.includes(text)) return true;
  if (no.includes(text)) return false;
  report(
    'listed',
    'error',
    text === '' ? { code: 'listedMissing' } : { code: 'listedUnclear', given: read.text },
  );
  return null;
}
