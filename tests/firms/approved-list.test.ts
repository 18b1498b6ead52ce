import { describe, expect, it } from 'vitest';
import { checkApprovedList } from '../../knowledge/firms/approved-list.ts';
import { matchCity } from '../../knowledge/firms/city.ts';
import { resolveLayout } from '../../knowledge/firms/layout.ts';
import type { RowRules } from '../../knowledge/firms/read-row.ts';
import type { Cell } from '../../knowledge/firms/types.ts';

const header = ['企业名称', '信用代码', '城市', '2021年出口额（美元）', '联系人', '电话', '在核准名单'];
const rules: RowRules = {
  cities: ['淮安', '南京'],
  provinceAliases: ['江苏省', '江苏'],
  lowerUsd: 300_000,
  upperUsd: 3_000_000,
  mode: 'live',
  sampleUsccs: new Set(['91329999MADEM0009H']),
};
const good: Cell[] = ['甲示例有限公司', '91329999MADEM0001Q', '淮安市', 450_000, '王示例', 13800000101, '是'];
const other = '91329999MADEM0002U';

function check(rows: Cell[][], changes: Partial<RowRules> = {}) {
  const layout = resolveLayout(header, { unit: null, listed: null }, { baseYear: 2021, policyYear: 2022 });
  if (!layout.ok) throw new Error(layout.problem.code);
  return checkApprovedList(
    rows.map((cells, i) => ({ row: i + 2, cells })),
    layout.layout,
    { ...rules, ...changes },
  );
}
const withCell = (index: number, value: Cell): Cell[] => good.map((c, i) => (i === index ? value : c));

describe('rows of the approved list', () => {
  it('reads a good row', () => {
    expect(check([good])).toEqual({
      firms: [
        {
          row: 2,
          name: '甲示例有限公司',
          uscc: '91329999MADEM0001Q',
          city: '淮安',
          exportValueUsd: 450_000,
          contactName: '王示例',
          contactPhone: '13800000101',
          listed: true,
        },
      ],
      issues: [],
      notices: [],
      rowCount: 1,
    });
  });

  it.each([
    [0, '', 'nameMissing', '企业名称'],
    [0, '#N/A', 'cellIsError', '企业名称'],
    [1, null, 'usccMissing', '信用代码'],
    [1, 913299991234567800, 'usccIsNumber', '信用代码'],
    [1, '9.1329999E+17', 'usccIsNumber', '信用代码'],
    [1, '91329999MADEM', 'usccLength', '信用代码'],
    [1, '91329999MADEMO001Q', 'usccCharacter', '信用代码'],
    [1, '91329999MADEM0001X', 'usccCheckCharacter', '信用代码'],
    [1, new Date(0), 'cellIsDate', '信用代码'],
    [1, '91329999MADEM0009H', 'sampleFirmInLive', '信用代码'],
    [2, '', 'cityMissing', '城市'],
    [2, '杭州', 'cityUnknown', '城市'],
    [2, '淮安区', 'cityUnknown', '城市'],
    [3, '很多', 'valueNotANumber', '2021年出口额（美元）'],
    [3, -5, 'valueNegative', '2021年出口额（美元）'],
    [3, '=B2*2', 'cellIsFormula', '2021年出口额（美元）'],
    [6, '待定', 'listedUnclear', '在核准名单'],
    [6, '', 'listedMissing', '在核准名单'],
  ])('column %i with %s is an error: %s', (index, value, code, column) => {
    const result = check([withCell(index, value)]);
    expect(result.firms).toEqual([]);
    expect(result.issues).toMatchObject([{ row: 2, column, severity: 'error', problem: { code } }]);
  });

  it.each([
    [3, null, 'valueMissing'],
    [3, 299_999.99, 'listedButValueOutside'],
    [3, 3_000_000.01, 'listedButValueOutside'],
    [5, '12345', 'phoneLooksWrong'],
  ])('column %i with %s is imported with a warning: %s', (index, value, code) => {
    const result = check([withCell(index, value)]);
    expect(result.firms).toHaveLength(1);
    expect(result.issues).toMatchObject([{ severity: 'warning', problem: { code } }]);
  });

  it.each([
    [3, 300_000],
    [3, 3_000_000],
    [1, '="91329999MADEM0001Q"'],
    [1, "'91329999madem0001q"],
    [5, '0517-80000001'],
    [5, '138 0000 0101 / 13800000102'],
    [5, '+86-13800000101'],
    [4, ''],
  ])('column %i with %s is fine', (index, value) => {
    expect(check([withCell(index, value)])).toMatchObject({ firms: [{}], issues: [] });
  });

  it.each([
    ...['是', '在', 'Y', 'yes', '√', '1', 1, true].map((v) => [v, true] as const),
    ...['否', '不在', 'N', '×', '0', 0, false].map((v) => [v, false] as const),
  ])('reads %s in the list column as %s', (value, listed) => {
    expect(check([withCell(6, value)]).firms).toMatchObject([{ listed }]);
  });

  it('reports everything that is wrong with a row', () => {
    const { issues } = check([[null, 'x', '杭州', 'y', null, null, 'z']]);
    expect(issues.map((i) => i.problem.code)).toEqual([
      'nameMissing',
      'usccLength',
      'cityUnknown',
      'valueNotANumber',
      'listedUnclear',
    ]);
  });

  it('counts identical rows once, however they are written', () => {
    const result = check([good, withCell(1, '91329999madem0001q'), withCell(2, '江苏省淮安市')]);
    expect(result.firms.map((f) => f.row)).toEqual([2]);
    expect(result.issues).toMatchObject([
      { row: 3, severity: 'warning', problem: { code: 'duplicateDropped', firstRow: 2 } },
      { row: 4, severity: 'warning', problem: { code: 'duplicateDropped', firstRow: 2 } },
    ]);
  });

  it('keeps out all rows of one code that differ, or of which one is in error', () => {
    const differ = check([good, withCell(3, 460_000), withCell(1, other)]);
    expect(differ.firms.map((f) => f.uscc)).toEqual([other]);
    expect(differ.issues).toMatchObject([
      { row: 2, severity: 'error', problem: { code: 'duplicateDiffers', otherRows: [3] } },
      { row: 3, severity: 'error', problem: { code: 'duplicateDiffers', otherRows: [2] } },
    ]);
    expect(check([good, withCell(3, 'x')]).firms).toEqual([]);
  });

  it('skips blank rows and totals', () => {
    const total: Cell[] = ['合 计', null, null, 900_000, null, null, null];
    const result = check([good, [null, '', '  '], total]);
    expect(result).toMatchObject({ rowCount: 1, issues: [], notices: [{ code: 'totalRowSkipped', row: 4 }] });
  });

  it('takes only sample firms in trial', () => {
    const result = check([good, withCell(1, '91329999MADEM0009H')], { mode: 'trial' });
    expect(result.firms.map((f) => f.uscc)).toEqual(['91329999MADEM0009H']);
    expect(result.issues).toMatchObject([{ row: 2, problem: { code: 'notASampleFirm' } }]);
  });
});

describe('city', () => {
  it.each([
    ['淮安', '淮安'],
    ['淮安市', '淮安'],
    ['江苏省淮安市', '淮安'],
    ['江苏 淮安', '淮安'],
    ['淮安市清江浦区', '淮安'],
    ['淮安区', null],
    ['江苏', null],
    ['杭州', null],
  ])('%s -> %s', (given, city) => {
    expect(matchCity(given, rules.cities, rules.provinceAliases)).toBe(city);
  });
});
