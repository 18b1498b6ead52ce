import { fieldOf as firmFieldOf } from '../firms/columns.ts';
import { bareHeader, plainHeader } from '../firms/header.ts';
import type { ResultField } from './types.ts';

/** Header names as they are met; those of firm and code are the approved list's. */
const names: Record<Exclude<ResultField, 'name' | 'uscc'>, readonly string[]> = {
  result: [
    ...['审批结果', '审核结果', '办理结果', '处理结果', '结果', '审批状态', '审核状态', '办理状态', '状态'],
    ...['官方状态', '最新状态', '保单状态', '是否通过', '审批结论', '审核结论', '结论'],
    ...['result', 'status', 'officialstatus', 'outcome', 'decision'],
  ],
  reason: [
    ...['退回原因', '原因', '退回理由', '理由', '不通过原因', '未通过原因', '驳回原因', '驳回理由'],
    ...['解除原因', '终止原因', '审批意见', '审核意见', '退回说明', 'reason', 'returnreason'],
  ],
  date: [
    ...['日期', '审批日期', '审核日期', '办理日期', '结果日期', '退回日期', '通过日期', '生效日期'],
    ...['审批时间', '审核时间', '办理时间', '时间', '发生日期', '发生时间', 'date', 'time', 'occurredat'],
  ],
};

/** The column that our own file of rejected rows adds. Not 原因: that is the reason for which a firm was returned. */
export const rejectedReasonHeader = '未导入的原因';

export const isRejectedReason = (header: string): boolean => plainHeader(header) === rejectedReasonHeader;

/** Which field of a result list a header names, or null. */
export function resultFieldOf(header: string): ResultField | null {
  if (isRejectedReason(header)) return null;
  const firm = firmFieldOf(header);
  if (firm === 'name' || firm === 'uscc') return firm;
  const bare = bareHeader(header);
  const found = Object.entries(names).find(([, known]) => known.includes(bare));
  return found === undefined ? null : (found[0] as ResultField);
}
