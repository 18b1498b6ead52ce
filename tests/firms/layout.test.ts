import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../knowledge/firms/columns.ts';
import { findHeader } from '../../knowledge/firms/header.ts';
import { resolveLayout } from '../../knowledge/firms/layout.ts';

const pack = { baseYear: 2021, policyYear: 2022 };
const open = { unit: null, listed: null };
const header = (value: string, ...more: string[]): string[] => [
  '企业名称',
  '统一社会信用代码',
  '城市',
  value,
  '联系人',
  '联系电话',
  ...more,
];

describe('header names', () => {
  it.each([
    ['企业名称', 'name'],
    ['*公司名称', 'name'],
    ['Firm name', 'name'],
    ['信用代码', 'uscc'],
    ['统一社会信用代码（18位）', 'uscc'],
    ['USCC', 'uscc'],
    ['所在市', 'city'],
    ['设区市', 'city'],
    ['地市', 'city'],
    ['2021年出口额（万美元）', 'exportValue'],
    ['上年度\n出口额(美元)', 'exportValue'],
    ['Export value (USD)', 'exportValue'],
    ['出口额同比增长', null],
    ['联系人', 'contactName'],
    ['手 机', 'contactPhone'],
    ['是否在核准名单（是/否）', 'listed'],
    ['Listed', 'listed'],
    ['备注', null],
    ['', null],
  ])('%s -> %s', (name, field) => {
    expect(fieldOf(name)).toBe(field);
  });

  it('finds the header below title lines', () => {
    const rows = [['附件：核准名单'], [], ['单位：万美元'], header('出口额', '在核准名单'), ['甲']];
    const found = findHeader(
      rows.map((cells) => ({ cells })),
      fieldOf,
    );
    expect(found).toEqual({ index: 3, score: 7 });
  });
});

describe('layout', () => {
  const unitAndYear = (value: string, options = {}) => {
    const result = resolveLayout(header(value, '在核准名单'), { ...open, ...options }, pack);
    return result.ok ? [result.layout.unit, result.layout.exportYear] : result.problem.code;
  };

  it.each([
    ['2021年出口额（万美元）', {}, ['wanUsd', 2021]],
    ['上年度出口额（美元）', {}, ['usd', 2021]],
    ['Prior-year export value (USD)', {}, ['usd', 2021]],
    ['出口额（美元）', {}, ['usd', null]],
    ['2020年出口额（美元）', {}, ['usd', 2020]],
    ['2021年出口额', { unit: 'wanUsd' }, ['wanUsd', 2021]],
    ['2021年出口额（美元）', { unit: 'usd' }, ['usd', 2021]],
    ['2021年出口额', {}, 'unitMissing'],
    ['2021年出口额（美元）', { unit: 'wanUsd' }, 'unitContradicts'],
    ['2021年出口额（万元）', {}, 'unitIsYuan'],
    ['2021年出口额（人民币）', { unit: 'usd' }, 'unitIsYuan'],
    ['2021年出口额（百万美元）', {}, 'unitUnsupported'],
  ])('%s with %o -> %s', (value, options, expected) => {
    expect(unitAndYear(value, options)).toEqual(expected);
  });

  it('refuses a file without the list column unless the option says it', () => {
    const cells = header('2021年出口额（美元）');
    expect(resolveLayout(cells, open, pack)).toEqual({ ok: false, problem: { code: 'listedColumnMissing' } });
    expect(resolveLayout(cells, { ...open, listed: true }, pack)).toMatchObject({
      ok: true,
      layout: { listed: true },
    });
    expect(resolveLayout([...cells, '在核准名单'], { ...open, listed: true }, pack)).toMatchObject({
      problem: { code: 'listedTwice' },
    });
  });

  it('names every missing column', () => {
    expect(resolveLayout(['企业名称', '联系人'], open, pack)).toEqual({
      ok: false,
      problem: { code: 'columnsMissing', columns: ['uscc', 'city', 'exportValue'] },
    });
  });

  it('takes the dollar column of the base year among several', () => {
    const cells = header(
      '2020年出口额（万美元）',
      '2021年出口额（万美元）',
      '2021年出口额（万元人民币）',
      '在核准名单',
    );
    const result = resolveLayout(cells, open, pack);
    expect(result).toMatchObject({ ok: true, layout: { exportYear: 2021, unit: 'wanUsd' } });
    expect(result.ok && result.layout.columns.exportValue?.index).toBe(6);
  });

  it('refuses what it would have to guess', () => {
    const two = header('2021年出口额（美元）', '2021年出口额（万美元）', '在核准名单');
    expect(resolveLayout(two, open, pack)).toMatchObject({ problem: { code: 'columnTwice' } });
    const cities = header('2021年出口额（美元）', '城市', '在核准名单');
    expect(resolveLayout(cities, open, pack)).toMatchObject({
      problem: { code: 'columnTwice', field: 'city' },
    });
  });

  it('says what it does not use or does not know', () => {
    const cells = ['序号', '企业名称', 'USCC', '城市', '2020年出口额（美元）', '备注', '在核准名单', '原因'];
    const result = resolveLayout(cells, open, pack);
    expect(result.ok && result.layout.notices).toEqual([
      { code: 'columnsIgnored', headers: ['备注'] },
      { code: 'contactColumnsMissing', columns: ['contactName', 'contactPhone'] },
      { code: 'yearDiffers', header: '2020年出口额（美元）', year: 2020, baseYear: 2021 },
    ]);
  });
});
