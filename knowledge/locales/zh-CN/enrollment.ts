import type { OfficialStatus, ReminderSkip, ReportedStep } from '../../enrollment/state.ts';

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
  underReview: '审核中',
  approved: '审批通过',
  inForce: '保单生效中',
  renewalOpen: '保单生效中，可续转',
  renewed: '已续转到下一年度',
  returned: '已退回',
  declined: '企业不参加',
  lapsed: '逾期未办',
  terminated: '保单已解除',
  expired: '保单已到期',
};
/** Why a firm is not reminded. */
const skipLabels: Record<ReminderSkip, string> = {
  officiallyPastInvitation: '已过待确认阶段',
  reportedSubmitted: '企业报告已完成投保',
  declined: '企业说不参加',
  snoozed: '企业请求暂不提醒',
  noVerifiedContact: '没有关联联系人',
  contactBlockedBot: '联系人屏蔽了机器人',
  remindersStopped: '联系人不要提醒',
  alreadySent: '今天已经提醒过',
  remindedRecently: '前不久刚提醒过',
  weeklyCap: '一周内提醒够多了',
  quietHours: '不是发提醒的时间',
  moved: '已换信用代码，在新代码下提醒',
  notTracked: '没有投保跟踪',
};

export const enrollment = { stepLabels, statusLabels, skipLabels };
