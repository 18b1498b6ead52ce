import type { EventOutcome } from '../../official-events/types.ts';
import type { ResultField, ResultFileProblem, ResultNotice, ResultProblem } from '../../results/types.ts';
import { enrollment } from './enrollment.ts';
import { importing } from './import.ts';
import { integration } from './integration.ts';

const { statusLabels } = enrollment;
const fields: Record<ResultField, string> = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  result: '审批结果',
  reason: '退回原因',
  date: '日期',
};
const list = (names: readonly string[]): string => names.map((n) => `“${n}”`).join('、');

function refusal(p: ResultFileProblem): string {
  switch (p.code) {
    case 'headerNotFound':
      return `没有找到表头。表里要有“${fields.uscc}”和“${fields.result}”，最好还有${list([fields.name, fields.reason, fields.date])}。`;
    case 'columnsMissing':
      return `缺少这些列：${list(p.columns.map((c) => fields[c]))}。`;
    case 'columnTwice':
      return `${list(p.headers)}都像是“${fields[p.field]}”，请只留一列。`;
    case 'noRows':
      return '表头下面没有结果。';
    default:
      return importing.refusal(p);
  }
}

function notice(p: ResultNotice): string {
  switch (p.code) {
    case 'undated':
      return `没有“${fields.date}”这一列，分不出和以后的结果谁先谁后；有日期的话请补上。`;
    default:
      return importing.notice(p);
  }
}

function problem(p: ResultProblem): string {
  switch (p.code) {
    case 'resultMissing':
      return '没有填审批结果';
    case 'resultUnclear':
      return `看不懂审批结果“${p.given}”，可以填：通过、退回、${Object.values(statusLabels).join('、')}`;
    case 'reasonMissing':
      return `改为「${statusLabels[p.status]}」要写明原因，企业会看到`;
    case 'reasonTooLong':
      return `原因有 ${p.length} 个字，最多 ${p.atMost} 个`;
    case 'dateUnclear':
      return `看不懂日期“${p.given}”，请写成 2026-11-24 这样`;
    case 'dateInFuture':
      return `日期“${p.given}”还没有到`;
    case 'orderUnknown':
      return `和第 ${p.otherRows.join('、')} 行是同一家企业、同一时间的不同结果，分不出哪个在后，请写明时间或只留一行`;
    case 'nameDiffers':
      return `企业名称“${p.given}”和信用代码对不上：这个代码是“${p.known}”`;
    case 'notPossible':
      return integration.refusal(p.refusal).replace(/。$/u, '');
    default:
      return importing.problem(p);
  }
}

const outcomes: Record<EventOutcome | 'alreadyApplied' | 'waiting', string> = {
  applied: '会改为这个状态',
  unchanged: '状态已经是这样，不变',
  alreadyApplied: '以前导入过，不变',
  held: '还不能这样改；会先留下，之前的结果到了再处理',
  stale: '早于已登记的状态，不采用',
  refused: '不能这样改',
  notFound: '没有投保跟踪',
  waiting: '会排队处理',
};
const done: Record<EventOutcome | 'alreadyApplied' | 'waiting', string> = {
  ...outcomes,
  applied: '已改为这个状态',
  unchanged: '状态已经是这样，没有变',
  alreadyApplied: '以前导入过，没有变',
  held: '还不能这样改，已留下，之前的结果到了再处理',
  stale: '早于已登记的状态，没有采用',
  waiting: '还没有处理',
};

export const results = {
  fields,
  refusal,
  notice,
  /** One problem, as in the file of rejected rows. */
  issue: (p: { column: string; problem: ResultProblem }): string =>
    p.column === '' ? problem(p.problem) : `【${p.column}】${problem(p.problem)}`,
  /** One problem, as on the screen. */
  issueLine: (p: { rows: string; column: string; problem: ResultProblem }): string =>
    `第 ${p.rows} 行，${p.column}：${problem(p.problem)}`,
  outcomes,
  done,
  refused: (p: { file: string; reason: string }): string => `没有导入 ${p.file}：${p.reason}`,
  tableHeader: ['行', '信用代码', '企业', '审批结果', '会怎样'],
  checked: (p: { rows: number; accepted: number; rejected: number }): string =>
    `试读完成，什么都没有写入：共 ${p.rows} 行，可以导入 ${p.accepted} 行，有问题的 ${p.rejected} 行。`,
  stored: (p: { rows: number; accepted: number; rejected: number }): string =>
    `共 ${p.rows} 行，已存好 ${p.accepted} 行，有问题的 ${p.rejected} 行没有导入。`,
  progress: (p: { decided: number; total: number }): string => `已处理 ${p.decided}/${p.total} 行…`,
  count: (p: { outcome: keyof typeof done; count: number }): string => `${done[p.outcome]}：${p.count} 行`,
  keptTitle: '没有采用的行：',
  kept: (p: { row: number; name: string; why: string }): string => `第 ${p.row} 行，${p.name}：${p.why}`,
  changedSince: (p: { row: number; name: string; now: keyof typeof statusLabels }): string =>
    `第 ${p.row} 行，${p.name}：以前导入过同样的结果，后来又变成「${statusLabels[p.now]}」。如果这是新的结果，请写上日期再导入。`,
  later: '系统没有在运行：结果已经存好，下次 npm start 会自动处理。',
  slow: '还没有全部处理完：结果已经存好，系统会接着处理；用 --dry-run 再看一次就知道到哪里了。',
  errorsTitle: '没有导入的行：',
  warningsTitle: '已导入但请核对：',
  rejectedFile: (p: { file: string }): string => `有问题的行已另存为 ${p.file}，改好后可以直接导入这个文件。`,
};
