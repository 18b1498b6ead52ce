import { officialStatuses } from '../enrollment/state.ts';
import type { OfficialStatus } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';

/** How result lists put it, beside the names that the tables of this program show. */
const words: Partial<Record<OfficialStatus, readonly string[]>> = {
  submitted: ['提交', '已提交', '待审核', '待审批', '已受理'],
  underReview: ['审核中', '审批中', '在审', '正在审核', '正在审批', 'pending'],
  approved: [
    ...['通过', '已通过', '审批通过', '审核通过', '审批已通过', '同意', '审批同意', '批准', '已批准'],
    ...['核准', '已核准', '合格', '是', 'pass', 'passed', 'approve', 'yes', 'y'],
  ],
  returned: [
    ...['退回', '已退回', '退回修改', '退回申请', '退回续转申请', '驳回', '已驳回', '不通过', '未通过'],
    ...['审批不通过', '审核不通过', '审批未通过', '审核未通过', '不同意', '不予通过', '否'],
    ...['return', 'reject', 'rejected', 'fail', 'failed', 'no', 'n'],
  ],
  declined: ['不投保', '不参加', '放弃', '放弃投保', '自愿放弃', '企业放弃'],
  lapsed: ['逾期', '逾期未投保', '逾期未确认'],
  inForce: ['生效', '已生效', '保单生效', '保单已生效', '生效中', '承保', '已承保', '出单', '已出单'],
  terminated: ['解除', '已解除', '保单解除', '终止', '已终止', '保单终止', '退保'],
  expired: ['到期', '已到期', '期满', '保单到期'],
  renewed: ['续转', '已续转', '续保', '已续保'],
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，。.、;；:：!！“”"'（）()「」]/gu, '');

const statusByWord = new Map<string, OfficialStatus>(
  officialStatuses.flatMap((status) =>
    [
      ...(words[status] ?? []),
      status,
      textsFor('zh-CN').enrollment.statusLabels[status],
      textsFor('en').enrollment.statusLabels[status],
    ].map((word) => [plain(word), status] as const),
  ),
);

/** The official status that a list means, or null where it is anybody's guess. */
export const statusMeant = (given: string): OfficialStatus | null => statusByWord.get(plain(given)) ?? null;
