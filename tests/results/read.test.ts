import { describe, expect, it } from 'vitest';
import type { Cell } from '../../knowledge/firms/types.ts';
import { readDate } from '../../knowledge/results/read-date.ts';
import { resolveResultLayout } from '../../knowledge/results/layout.ts';
import { statusMeant } from '../../knowledge/results/status-words.ts';

const now = '2026-11-24T04:00:00.000Z';

describe('the date of a result', () => {
  it.each(['2026-11-23', '2026/11/23', '2026.11.23', '2026年11月23日', '20261123', ' ２０２６－１１－２３ '])(
    'is any time of its day in Shanghai: %s',
    (given) => {
      expect(readDate(given, now)).toEqual({
        ok: true,
        occurred: { from: '2026-11-22T16:00:00.000Z', to: '2026-11-23T15:59:59.999Z' },
      });
    },
  );

  it('is exact where the time of day is there', () => {
    const at = '2026-11-23T02:30:00.000Z';
    expect(readDate('2026-11-23 10:30', now)).toEqual({ ok: true, occurred: { from: at, to: at } });
    expect(readDate(new Date('2026-11-23T10:30:00.000Z'), now)).toEqual({
      ok: true,
      occurred: { from: at, to: at },
    });
  });

  it('may be missing: then it is any time until now', () => {
    expect(readDate(null, now)).toEqual({ ok: true, occurred: { from: null, to: now } });
  });

  it.each<[Cell, string]>([
    ['上周五', 'dateUnclear'],
    ['2026-02-30', 'dateUnclear'],
    ['2026-11-23 25:00', 'dateUnclear'],
    ['2026-11-25', 'dateInFuture'],
  ])('is refused when it is %s: %s', (given, code) => {
    expect(readDate(given, now)).toMatchObject({ ok: false, problem: { code } });
  });

  it('may be today, though the day is not over', () => {
    expect(readDate('2026-11-24', now).ok).toBe(true);
  });
});

describe('the status that a list means', () => {
  it.each([
    ['通过', 'approved'],
    ['审批通过。', 'approved'],
    ['Approved', 'approved'],
    ['退回续转申请', 'returned'],
    ['不通过', 'returned'],
    ['审核中', 'underReview'],
    ['保单生效', 'inForce'],
    ['inForce', 'inForce'],
    ['再议', null],
    ['通过了吗', null],
  ])('%s: %s', (given, status) => {
    expect(statusMeant(given)).toBe(status);
  });
});

describe('the columns of a result list', () => {
  it('are found by their usual names', () => {
    const found = resolveResultLayout([
      '序号',
      '企业名称',
      '统一社会信用代码',
      '审批结果',
      '审批意见',
      '审批时间',
    ]);
    expect(found.ok && Object.keys(found.layout.columns)).toEqual([
      ...['name', 'uscc', 'result', 'reason', 'date'],
    ]);
  });

  it.each([
    [['企业名称', '审批结果'], { code: 'columnsMissing', columns: ['uscc'] }],
    [
      ['信用代码', '结果', '审批结果'],
      { code: 'columnTwice', field: 'result', headers: ['结果', '审批结果'] },
    ],
  ])('are refused where one would have to be guessed: %j', (header, problem) => {
    expect(resolveResultLayout(header)).toEqual({ ok: false, problem });
  });
});
