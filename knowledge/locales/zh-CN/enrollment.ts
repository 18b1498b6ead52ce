import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';

const stepLabels: Record<ReportedStep, string> = {
  realNameVerified: '企业实名认证',
  opened: '打开待确认投保单',
  contactFilled: '填写联系人信息',
  documentsRead: '查看单证',
  confirmed: '确认投保',
  sealed: '制章',
  agreementSigned: '签署协议',
  dataAuthorised: '企业数据授权',
  submitted: '完成投保',
};
const statusLabels: Record<OfficialStatus, string> = {
  invited: '待企业确认',
  submitted: '已提交，待审核',
  approved: '审批通过',
  returned: '已退回',
  terminated: '保单已解除',
  inForce: '保单生效中',
  expired: '保单已到期',
};

export const enrollment = { stepLabels, statusLabels };
