import { describe, expect, it } from 'vitest';
import { parseExportValue, unitIn } from '../../knowledge/firms/export-value.ts';

describe('unit in a header', () => {
  it.each([
    ['2021年出口额(万美元)', 'wanUsd'],
    ['2021年出口额（万美元）', 'wanUsd'],
    ['出口额 （万 美金）', 'wanUsd'],
    ['Export value (10,000 USD)', 'wanUsd'],
    ['上年度出口额（美元）', 'usd'],
    ['export value (USD)', 'usd'],
    ['Export value, US$', 'usd'],
    ['出口额（万元）', 'yuan'],
    ['出口额（人民币）', 'yuan'],
    ['出口额(元)', 'yuan'],
    ['出口额（百万美元）', 'unsupported'],
    ['出口额（千美元）', 'unsupported'],
    ['出口额（亿美元）', 'unsupported'],
    ['出口额（万欧元）', 'unsupported'],
    ['出口额（人民币万元，按美元折算）', 'unsupported'],
    ['出口额', null],
  ])('%s -> %s', (header, unit) => {
    expect(unitIn(header)).toBe(unit);
  });
});

describe('export value', () => {
  it.each([
    [30, 'wanUsd', 300_000],
    [45.678912, 'wanUsd', 456_789.12],
    ['126.5', 'wanUsd', 1_265_000],
    [0.1 + 0.2, 'wanUsd', 3000],
    ['1,234,567.89', 'usd', 1_234_567.89],
    ['１，２３４．５', 'usd', 1234.5],
    ['$1,000', 'usd', 1000],
    ['USD 1000', 'usd', 1000],
    ['45万美元', 'wanUsd', 450_000],
    ['300000美元', 'usd', 300_000],
    [' 12 000 ', 'usd', 12_000],
    [0, 'usd', 0],
    ['', 'usd', null],
    [null, 'usd', null],
    ['—', 'usd', null],
    ['暂无', 'usd', null],
  ] as const)('%s in %s is %s dollars', (cell, unit, usd) => {
    expect(parseExportValue(cell, unit)).toEqual({ ok: true, usd });
  });

  it.each([
    ['约六十万', 'valueNotANumber'],
    ['1,5', 'valueNotANumber'],
    ['12.3.4', 'valueNotANumber'],
    ['1.2E+06', 'valueNotANumber'],
    [true, 'valueNotANumber'],
    ['45万', 'valueNotANumber'],
    ['-1', 'valueNegative'],
    [-1, 'valueNegative'],
    ['(1,000)', 'valueNegative'],
    [1e15, 'valueTooLarge'],
    ['430万元人民币', 'valueInYuan'],
    ['￥300', 'valueInYuan'],
    ['45万美元', 'valueUnitDiffers'],
    ['=A1*2', 'cellIsFormula'],
    ['#DIV/0!', 'cellIsError'],
    [new Date(0), 'cellIsDate'],
  ])('%s as dollars is refused: %s', (cell, code) => {
    expect(parseExportValue(cell, 'usd')).toMatchObject({ ok: false, problem: { code } });
  });
});
