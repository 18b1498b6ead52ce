import type { SampleFirm } from './sample-firms.ts';

const header = ['序号', '企业名称', '统一社会信用代码', '审批结果', '退回原因', '审批日期'];

/** Results for the firms of the clean list: most are approved, some returned, one says the same as another row. */
export function sampleResults(firms: SampleFirm[]): { header: string[]; rows: string[][] } {
  const told: [at: number, result: string, reason: string, date: string][] = [
    [1, '通过', '', '2022-06-10'],
    [2, '审批通过', '', '2022/6/10'],
    [3, '退回', '印章不清楚，请重新制章后提交', '2022-06-13'],
    [4, '通过', '', '2022年6月13日'],
    [5, '退回续转申请', '企业数据授权没有完成', '2022-06-14'],
    [6, '通过', '', '20220614'],
    [6, '保单生效', '', '2022-07-01'],
    [7, '审核中', '', '2022-06-15 10:30'],
    [7, '通过', '', '2022-06-15 16:00'],
  ];
  return { header, rows: told.flatMap((row, i) => line(firms, row, i)) };
}

/** A list in which each row shows one mistake, named in its last column; the last rows are right. */
export function resultsWithMistakes(
  firms: SampleFirm[],
  strangers: SampleFirm[],
): { header: string[]; rows: string[][] } {
  const name = (at: number): string => firms[at]?.name ?? '';
  const uscc = (at: number): string => firms[at]?.uscc ?? '';
  const stranger = strangers[0];
  return {
    header: ['企业名称', '信用代码', '结果', '原因', '日期', '说明'],
    rows: [
      [name(8), '', '通过', '', '2022-06-10', '没有信用代码'],
      [name(8), uscc(8).slice(0, 17), '通过', '', '2022-06-10', '信用代码少一位'],
      [name(9), uscc(8), '通过', '', '2022-06-10', '企业名称和信用代码对不上'],
      [stranger?.name ?? '', stranger?.uscc ?? '', '通过', '', '2022-06-10', '没有投保跟踪的企业'],
      [name(9), uscc(9), '', '', '2022-06-10', '没有审批结果'],
      [name(9), uscc(9), '再议', '', '2022-06-10', '看不懂的审批结果'],
      [name(9), uscc(9), '退回', '', '2022-06-10', '退回没有写原因'],
      [name(9), uscc(9), '通过', '', '上周五', '看不懂的日期'],
      [name(9), uscc(9), '通过', '', '2099-01-01', '日期还没有到'],
      [name(10), uscc(10), '通过', '', '2022-06-11', '同一时间的不同结果'],
      [name(10), uscc(10), '退回', '资料不全', '2022-06-11', '同一时间的不同结果'],
      [name(11), uscc(11), '通过', '', '2022-06-11', '完全相同的两行（只算一次）'],
      [name(11), uscc(11), '通过', '', '2022-06-11', '完全相同的两行（只算一次）'],
      [`（${name(12)}）`, uscc(12).toLowerCase(), 'approved', '', '', '没有日期（可以导入）'],
    ],
  };
}

function line(
  firms: SampleFirm[],
  [at, result, reason, date]: [number, string, string, string],
  index: number,
): string[][] {
  const firm = firms[at];
  return firm === undefined ? [] : [[String(index + 1), firm.name, firm.uscc, result, reason, date]];
}
