import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels } = enrollment;

const commandDescriptions = {
  pending: '各市各步骤的待办数',
  mine: '您负责的企业：等核实的、没有回音的',
  firm: '查一家企业：/firm 信用代码或名称',
  approve: '审批通过：/approve 信用代码',
  return: '退回：/return 信用代码 原因',
  terminate: '解除保单：/terminate 信用代码 原因',
  correct: '更正录错的状态：/correct 信用代码 状态 原因',
  invite: '生成一次性关联码：/invite 信用代码',
  remind: '催办：/remind 信用代码，或 淮安',
  announce: '群发通知：/announce 城市=淮安，下一行写内容',
  questions: '等待答复的问题',
  answer: '答复一个问题：/answer 编号 答复',
  dismiss: '关闭一个问题，不作答复：/dismiss 编号',
  revoke: '撤下一条办公室答复：/revoke 编号',
  tickets: '等人接和处理中的工单',
  ticket: '看一个工单：/ticket 编号',
  reply: '答复一个工单：/reply 编号 内容',
} as const satisfies Record<string, string>;

export const staff = {
  commandDescriptions: commandDescriptions as Record<keyof typeof commandDescriptions, string>,
  notStarted: '未开始',
  stepOf: (step: ReportedStep | null): string => (step === null ? '未开始' : stepLabels[step]),

  helpTitle: '工作人员的命令：',
  helpLine: (p: { command: string; description: string }): string => `/${p.command} ${p.description}`,
  refused: '这个命令只有工作人员可以用。这次尝试已经记录。',

  usage: {
    uscc: (p: { command: string }): string =>
      `请写上统一社会信用代码，例如：/${p.command} 91320800MA1XXXXXXX。`,
    reason: (p: { command: string }): string =>
      `请在信用代码后面写明原因，例如：/${p.command} 91320800MA1XXXXXXX 不在核准名单内。企业会看到这个原因。`,
    firm: '请写上信用代码或企业名称的一部分，例如：/firm 示例进出口。',
    remind:
      '可以这样写：\n/remind 91320800MA1XXXXXXX\n/remind 城市=淮安\n/remind 城市=淮安 步骤=制章\n/remind 步骤=未开始 没回音=7天\n/remind 从未送达\n/remind 全部 间隔=3 每分钟=60 时间=2026-12-01 09:30',
    remindUnknown: (p: { part: string }): string => `看不懂「${p.part}」。`,
    cities: (p: { cities: readonly string[] }): string => `城市可以写：${p.cities.join('、')}。`,
    steps: (p: { steps: string[] }): string => `步骤可以写：${p.steps.join('、')}。`,
  },
  firmNotFound: (p: { query: string }): string => `没有找到「${p.query}」。请核对信用代码，或者先导入名单。`,
  firmNotTracked: (p: { firm: string }): string => `${p.firm}不在核准名单内，没有投保跟踪。`,

  pending: {
    none: '目前没有待确认的企业。',
    title: (p: { total: number }): string => `待企业办理的共 ${p.total} 家：`,
    city: (p: { city: string; total: number; steps: { label: string; count: number }[] }): string =>
      `${p.city} ${p.total} 家：${p.steps.map((s) => `${s.label} ${s.count}`).join('，')}`,
    toVerify: (p: { count: number }): string =>
      p.count === 0
        ? '没有等待核实的企业。'
        : `其中 ${p.count} 家自己报告已做完，等待核实：看 /firm，再用 /approve 或 /return。`,
    waiting: (p: { firms: { name: string; uscc: string }[]; more: number }): string =>
      [
        ...p.firms.map(({ name, uscc }) => `${name}：/firm ${uscc}`),
        ...(p.more > 0 ? [`还有 ${p.more} 家没有列出。`] : []),
      ].join('\n'),
    officially: (p: { statuses: { status: OfficialStatus; count: number }[] }): string =>
      `其他状态：${p.statuses.map((s) => `${statusLabels[s.status]} ${s.count}`).join('，')}。`,
    declined: (p: { firms: { name: string; uscc: string }[]; more: boolean }): string =>
      [
        '其中自己说过不参加、还没有登记的，不再提醒：',
        ...p.firms.map(({ name, uscc }) => `${name}：/firm ${uscc}`),
        ...(p.more ? ['还有没有列出的。'] : []),
      ].join('\n'),
    moreCities: (p: { count: number }): string => `还有 ${p.count} 个城市没有列出。`,
  },

  firm: {
    head: (p: { name: string; uscc: string; city: string }): string => `${p.name}\n${p.uscc}，${p.city}`,
    listed: (p: { listed: boolean }): string => (p.listed ? '在核准名单内。' : '不在核准名单内。'),
    contacts: (p: { count: number }): string =>
      p.count === 0
        ? '没有关联联系人，收不到提醒：可以用 /invite 生成关联码。'
        : `已关联联系人 ${p.count} 位。`,
    reported: (p: { step: ReportedStep; at: string | null }): string =>
      `企业自己报告：${stepLabels[p.step]}${p.at === null ? '' : `（${p.at}）`}`,
    reportedNothing: '企业还没有报告进度。',
    several: (p: { count: number; more: boolean }): string =>
      `找到 ${p.count} 家${p.more ? '以上' : ''}，请写得更具体，或用信用代码：`,
    row: (p: { name: string; uscc: string; status: OfficialStatus | null }): string =>
      `${p.uscc} ${p.name}${p.status === null ? '' : `（${statusLabels[p.status]}）`}`,
  },

  engineSilent: (p: { uscc: string }): string =>
    `还没有回音。我会接着登记，有结果马上告诉您，不用重复登记；也可以用 /firm ${p.uscc} 查看。`,
  official: {
    done: (p: { firm: string; status: OfficialStatus; contacts: number }): string =>
      `${p.firm}已改为「${statusLabels[p.status]}」，${p.contacts === 0 ? '没有关联的联系人，请电话告知。' : '会通知已关联的联系人。'}`,
    already: (p: { firm: string; status: OfficialStatus }): string =>
      `${p.firm}已经是「${statusLabels[p.status]}」，这次操作之前就生效了。`,
  },

  terminate: {
    really: (p: {
      firm: string;
      uscc: string;
      from: OfficialStatus;
      to: OfficialStatus;
      reason: string;
    }): string[] => [
      `要解除${p.firm}（${p.uscc}）的保单吗？`,
      `状态：「${statusLabels[p.from]}」→「${statusLabels[p.to]}」\n原因：${p.reason}`,
      '确认以后不能撤回，投保跟踪也就此结束；企业会看到原因。',
    ],
    confirm: '确认解除',
    cancel: '取消',
    cancelled: '好的，没有解除，什么都没有改。',
    expired: '这个确认已经失效，什么都没有改。要解除的话，请重新发 /terminate。',
    reasonTooLong: (p: { most: number }): string => `原因太长了，请不要超过 ${p.most} 个字。`,
  },

  invite: {
    made: (p: { firm: string; code: string; until: string }): string[] => [
      `${p.firm}的关联码：${p.code}`,
      `只能用一次，${p.until}前有效，只显示这一次。请您自己发给企业联系人，不要发到群里。之前给这家企业的码已经作废。`,
    ],
    link: (p: { url: string }): string => `也可以把这个链接发给对方，点开就行：${p.url}`,
    noLink: '请对方私聊我，把关联码发过来。',
  },

  remind: {
    confirmAgain: '再确认一次',
    cancel: '取消',
    cancelled: '好的，取消了，什么也没有发。',
    confirmed: '已确认。',
    notRequester: '只有发起的人可以确认或取消。',
    alreadyDecided: '这次已经处理过了。',
    notFound: '找不到这次发送，请重新发起。',
    notStarted: '系统暂时连不上，没有开始发送。请过几分钟点一次确认。',
    unsure: '系统没有及时回答，不确定是否已经开始发送。请过几分钟再确认一次；已经开始的话，不会再发一遍。',
  },
};
