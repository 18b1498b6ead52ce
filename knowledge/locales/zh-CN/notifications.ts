import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

interface Named {
  firm: string;
}

const status: Record<OfficialStatus, (p: Named) => string> = {
  invited: (p) => `${p.firm}的投保已重新开放，请重新在线确认。`,
  submitted: (p) => `${p.firm}的投保申请已确认提交，正在等待审核。`,
  underReview: (p) => `${p.firm}的投保申请正在审核。`,
  approved: (p) => `好消息，${p.firm}的投保申请已审批通过。`,
  returned: (p) => `${p.firm}的投保申请被退回了。`,
  terminated: (p) => `${p.firm}的保单已解除。`,
  inForce: (p) => `${p.firm}的保单已经生效。`,
  renewalOpen: (p) => `${p.firm}可以办理续转了：下一年度的投保已经开放，现在的保单照常有效。`,
  renewed: (p) => `${p.firm}已经续转到下一年度。`,
  declined: (p) => `已登记：${p.firm}这一年度不参加统保。`,
  lapsed: (p) => `${p.firm}没有在截止日期前办完投保，这一年度的办理已经关闭。`,
  expired: (p) => `${p.firm}的保单已经到期。`,
};
/** `contacts`: what the button says that leads to the contacts. */
const statusNext: Record<OfficialStatus, (p: { contacts: string }) => string> = {
  invited: () => '办完一步告诉我一声，我接着告诉您下一步。',
  submitted: () => '现在不用再操作，我也不再提醒；审核有结果时，我会告诉您。',
  underReview: () => '现在不用操作；审核有结果时，我会告诉您。',
  approved: () => '想知道怎么查看保单、保哪些业务，在下面选。',
  returned: (p) => `如果您觉得退回的原因与实际不符，请点“${p.contacts}”，找他们核实。`,
  terminated: (p) => `如有疑问，请点“${p.contacts}”，找他们核实。`,
  renewalOpen: () => '和上次一样在线确认就行，办完一步告诉我一声，我接着告诉您下一步。',
  renewed: () => '下一年度办到哪一步，选下面的“看进度”就知道。',
  declined: (p) => `要是登记错了，或者您改了主意，请点“${p.contacts}”，告诉他们。`,
  lapsed: (p) => `还想参加的话，请点“${p.contacts}”，问问还能不能补办。`,
  inForce: () => '想知道保哪些业务、怎么查看保单，在下面选。',
  expired: (p) => `想了解下一年度怎么办理，请点“${p.contacts}”咨询。`,
};

export const notifications = {
  trialMark: '【演示数据】',
  repeatedMark: '【补发】',
  correctedMark: '【更正】之前的通知有误，请以这条为准。',
  status,
  statusNext,
  reason: (p: { reason: string }): string => `原因：${p.reason}`,
  reminder: {
    nothingReported: (p: Named & { year: number }): string =>
      `您好，${p.firm}的${p.year}年统保还没有在线确认，办完才算投保。`,
    underWay: (p: Named & { step: ReportedStep; done: string }): string =>
      `您好，${p.firm}上次说办到了“${enrollment.stepLabels[p.step]}”，后面还有几步，页面显示“${p.done}”才算办完。`,
    next: (p: { guide: string }): string => `下一步：${p.guide}`,
    deadline: (p: { date: string }): string => `请在${p.date}前办完。`,
    ifDone: '如果已经办了，请选“报告进度”告诉我，我就不重复提醒了。',
    howToStop: '暂时不方便，在下面选推迟；不想再收提醒，回复“不要提醒”。',
    /** Nobody can tap in a mail, and replies to it reach nobody. */
    howToStopByMail: '暂时不方便，到聊天里选推迟；不想再收提醒，点邮件末尾的“不再提醒我”。',
  },
  free: '投保过程不收任何费用，页面也不会弹出收费链接；遇到要您付款的，请不要付。',
  buttons: {
    report: '报告进度',
    help: '这一步怎么做',
    snooze: (p: { workingDays: number }): string => `${p.workingDays}个工作日后再提醒`,
    status: '看进度',
    contacts: '谁能看到我们',
  },
  contactLinked: (p: Named & { byColleague: boolean }): string[] => [
    `有一位新的联系人关联了${p.firm}，${p.byColleague ? '用的是另一位联系人发出的邀请' : '用的是办公室给的关联码'}。现在这个人也能看到贵公司的进度。`,
    '如果不认识这个人，请选下面的“谁能看到我们”看看，并马上告诉工作人员。',
  ],
  verifySubmission: (p: Named & { uscc: string }): string[] => [
    `${p.firm}（${p.uscc}）说已经提交投保申请，请核实。`,
    '核实之前，对这家企业的提醒已暂停；这还不是正式状态。',
    `查看情况：/firm ${p.uscc}`,
  ],
  firmDeclined: (p: Named & { uscc: string }): string[] => [
    `${p.firm}（${p.uscc}）说这一年度不参加统保，请核实。`,
    '核实之前，对这家企业的提醒已暂停；这还不是正式状态。',
    `查看情况：/firm ${p.uscc}`,
  ],
  escalation: (p: Named & { uscc: string; count: number }): string[] => [
    `${p.firm}（${p.uscc}）提醒了 ${p.count} 次都没有回音，请打电话问问。`,
    `查看情况：/firm ${p.uscc}`,
  ],
  digest: {
    waiting: (p: { count: number }): string =>
      `您好，您代办的 ${p.count} 家企业还没有办完统保，办完才算投保：`,
    waitingLine: (p: Named & { step: string; deadline: string | null }): string =>
      `• ${p.firm}：下一步「${p.step}」${p.deadline === null ? '' : `，请在${p.deadline}前办完`}`,
    how: '选企业名称看这一步怎么做、报告进度或推迟提醒；不想再收提醒，回复“不要提醒”。',
    howByMail:
      '这一步怎么做、报告进度、推迟提醒，都到聊天里选企业名称；不想再收提醒，点邮件末尾的“不再提醒我”。',
    silent: (p: { count: number }): string => `有 ${p.count} 家企业多次提醒都没有回音，请打电话问问：`,
    silentLine: (p: Named & { uscc: string; count: number }): string =>
      `• ${p.firm}（${p.uscc}）：${p.count} 次`,
    more: (p: { count: number }): string => `还有 ${p.count} 家没有列出。`,
  },
};
