import type { AnnouncementProblem } from '../../campaigns/announcement.ts';
import type { CampaignKind, CampaignOptions, CampaignState } from '../../campaigns/campaign.ts';
import type { CampaignFilter } from '../../campaigns/filter.ts';
import type { SteeringAction } from '../../campaigns/steering.ts';
import type { ReminderSkip, ReportedStep } from '../../enrollment/state.ts';
import type { OutcomeGroup } from '../../notifications/campaign-tally.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels, skipLabels } = enrollment;

const kinds: Record<CampaignKind, string> = { reminder: '催办', announcement: '通知' };

const states: Record<CampaignState, string> = {
  previewed: '未确认',
  scheduled: '等待开始',
  running: '进行中',
  paused: '已暂停',
  cancelled: '已取消',
  finished: '已完成',
  failed: '出错停止',
};

const actions: Record<SteeringAction, string> = { pause: '暂停', resume: '继续', cancel: '停止' };

/** `sent`, `failed`, `unknown`, `cancelled` and what is not over yet. */
const outcomes: Record<string, string> = {
  pending: '还没有轮到',
  waiting: '另一次发送正在处理',
  held: '正在处理',
  asking: '正在发送',
  sent: '已送出',
  collected: '和同一联系人的其他消息合并',
  failed: '发送失败',
  unknown: '不确定是否送达',
  cancelled: '停止前没有轮到',
};

const stepOf = (step: ReportedStep | 'none'): string => (step === 'none' ? '未开始' : stepLabels[step]);

const officerOf = (id: string, names?: ReadonlyMap<string, string>): string =>
  id === 'none' ? '没有指定负责人' : `负责人：${names?.get(id) ?? id}`;

export const campaigns = {
  kinds,
  states,
  actions,
  outcome: (p: { outcome: string; skip: ReminderSkip | null }): string =>
    p.skip === null ? (outcomes[p.outcome] ?? p.outcome) : `没有发：${skipLabels[p.skip]}`,

  /** What staff look for among outcomes. */
  outcomeGroups: {
    sent: '已送出',
    collected: '合并发送',
    skipped: '没有发',
    failed: '发送失败',
    unknown: '不确定是否送达',
    cancelled: '没有轮到',
    open: '还没有结果',
  } as Record<OutcomeGroup, string>,

  /** The conditions, read back. */
  filter: (f: CampaignFilter, names?: ReadonlyMap<string, string>): string => {
    const parts = [
      f.uscc,
      f.usccs && `选定的 ${f.usccs.length} 家企业`,
      f.city ? `城市：${f.city}` : f.cities && `城市：${f.cities.join('、')}`,
      f.officialStatus && `状态：${statusLabels[f.officialStatus]}`,
      f.reportedStep && `步骤：${stepOf(f.reportedStep)}`,
      f.silentForDays !== undefined && `${f.silentForDays} 天以上没有回音`,
      f.invitedForDays !== undefined && `邀请已满 ${f.invitedForDays} 天`,
      f.notRemindedForDays !== undefined && `${f.notRemindedForDays} 天以上没有提醒`,
      f.neverReached && '从来没有消息送达',
      f.officerId !== undefined && officerOf(f.officerId, names),
      f.unchangedForDays !== undefined && `${f.unchangedForDays} 天以上没有变化`,
      f.reachable !== undefined && (f.reachable ? '有联系人' : '没有联系人'),
    ].filter(Boolean);
    return parts.length === 0 ? '范围：全部' : `范围：${parts.join('，')}`;
  },
  /** What was asked for besides. */
  options: (o: Omit<CampaignOptions, 'startAt'>): string[] => [
    ...(o.notWithinWorkingDays === 1 ? [] : [`同一家企业至少间隔 ${o.notWithinWorkingDays} 个工作日。`]),
    ...(o.perMinute === null ? [] : [`每分钟最多 ${o.perMinute} 家。`]),
    ...(o.outsideHours === 'skip' ? ['不在发送时间时，剩下的企业不再发。'] : []),
  ],

  preview: {
    count: (p: { kind: CampaignKind; toWrite: number; total: number; recipients: number }): string =>
      `符合条件的有 ${p.total} 家，其中 ${p.toWrite} 家会收到${p.kind === 'reminder' ? '提醒' : '通知'}${p.recipients > p.toWrite ? `（${p.recipients} 位联系人）` : ''}。`,
    skips: (p: { skips: { reason: ReminderSkip; count: number }[] }): string =>
      `不发的：${p.skips.map((s) => `${skipLabels[s.reason]} ${s.count} 家`).join('，')}。`,
    skip: (p: { reason: ReminderSkip; count: number }): string =>
      `不发：${skipLabels[p.reason]} ${p.count} 家`,
    sample: (p: { firm: string; step: ReportedStep | null; kind: CampaignKind }): string =>
      p.kind === 'announcement'
        ? `样例（${p.firm}会看到）：`
        : `样例（${p.firm}，${stepOf(p.step ?? 'none')}，会看到）：`,
    begins: (p: { at: string }): string => `${p.at}开始发送，到时再按条件选一次企业。`,
    waits: (p: { at: string }): string => `现在不是发送时间：确认后等到${p.at}才开始发送。`,
    calendarUnknown: '那一年的放假安排还没有公布，先按周一至周五算工作日，请留意。',
    recheck: '每家发送之前会再核对一次状态。确认后开始发送。',
    nobody: '没有可以发的企业，所以不用发送。',
  },
  confirm: (p: { count: number; kind: CampaignKind }): string =>
    p.kind === 'reminder' ? `确认提醒 ${p.count} 家` : `确认发给 ${p.count} 家`,
  beginning: (p: { total: number; kind: CampaignKind }): string =>
    `正在${p.kind === 'reminder' ? '提醒' : '通知'} ${p.total} 家，进度会更新在这条消息里……`,
  usage: {
    announce:
      '第一行写发给谁，下面写内容，例如：\n/announce 城市=淮安\n本周五下午系统维护，请提前办理。\n\n发给所有企业，第一行写：/announce 全部\n要给用英文的联系人看英文，另起一行写“英文：”，下面写英文内容。',
  },
  startProblem: {
    past: '这个时间已经过去了。',
    outsideHours: (p: { next: string }): string =>
      `这个时间不发消息（只在工作日的办公时间发）。最近的发送时间是${p.next}。`,
  },
  announcement: (p: { words: string; byMail: boolean }): string[] => [
    `【办公室通知】${p.words}`,
    p.byMail
      ? '不想再收到提醒和这样的通知，点邮件末尾的“不再提醒我”。'
      : '不想再收到提醒和这样的通知，回复“不要提醒”。',
  ],

  textProblem: (p: AnnouncementProblem): string => {
    switch (p.code) {
      case 'textMissing':
        return '通知要有内容。';
      case 'textTooLong':
        return `每种语言最多 ${p.most} 个字，现在有 ${p.is} 个字。`;
      case 'linkRefused':
        return `通知里的链接只能是 https:// 开头的完整网址，请改掉这个：${p.link}`;
    }
  },
  namesSomebody: '通知里不要写企业名称、人名、信用代码或证件号码：每家企业的联系人都会看到同样的内容。',

  /** Shown on the button. */
  steered: {
    pause: '已暂停：正在发的发完就停。',
    resume: '已继续。',
    cancel: '已停止：正在发的发完就停，剩下的不再发。',
    refused: (p: { state: CampaignState }): string => `现在是「${states[p.state]}」，做不了这个操作。`,
  },

  progress: {
    scheduled: (p: { at: string }): string => `已安排：${p.at}开始。`,
    running: (p: { done: number; total: number }): string => `正在发送，已处理 ${p.done}/${p.total} 家。`,
    waits: (p: { at: string }): string => `现在不是发送时间，${p.at}继续。`,
    paused: (p: { done: number; total: number }): string => `已暂停，已处理 ${p.done}/${p.total} 家。`,
    finished: (p: { done: number }): string => `发送完成，共处理 ${p.done} 家。`,
    cancelled: (p: { done: number }): string => `已停止，停止前处理了 ${p.done} 家。`,
    failed: (p: { done: number }): string => `出错停止，之前处理了 ${p.done} 家。请联系管理员看日志。`,
    tally: (p: { sent: number; skipped: number; failed: number; unknown: number }): string =>
      `已送出 ${p.sent} 家，跳过 ${p.skipped} 家，失败 ${p.failed} 家，不确定是否送达 ${p.unknown} 家。`,
    skip: (p: { reason: ReminderSkip; count: number }): string =>
      `跳过：${skipLabels[p.reason]} ${p.count} 家`,
    collected: (p: { count: number }): string => `和同一联系人的其他消息合并成一条：${p.count} 家`,
    notReached: (p: { count: number }): string => `没有轮到：${p.count} 家`,
  },

  cli: {
    describe: '批量发送（催办、通知）：预览、开始、暂停、继续、停止、导出结果',
    preview: '预览：会发给谁，为什么不发给谁，对方会看到什么；什么都不发',
    start: '开始：先预览，加 --yes 才发送',
    list: '列出批量发送，最近的在前',
    show: '看一次批量发送到哪一步了',
    steer: { pause: '暂停', resume: '继续', cancel: '停止，剩下的不再发' } as Record<SteeringAction, string>,
    export: '把每家企业的结果存成表格',
    exportOut: '存到这个文件（.xlsx 或 .csv）',
    id: '编号，见 campaign list；写开头几位就行',
    options: {
      silent: '只要这么多天没有回音的（从企业上次报告进度或邀请算起）',
      invited: '只要邀请已满这么多天的',
      notReminded: '只要这么多天没有提醒过的',
      neverReached: '只要从来没有消息送达过的',
      at: '到这个时间才开始（北京时间），例如 2026-12-01T09:30',
      notWithin: '同一家企业至少间隔这么多个工作日（默认 1）',
      perMinute: '每分钟最多发给这么多家',
      text: '不发催办，发这段通知（办公室自己的话，最多 1000 字；写一行“英文：”，下面是英文）',
      textFile: '通知的内容在这个文本文件里',
      outside: '不在发送时间时：wait 等到下个发送时间（默认），skip 剩下的不再发',
    },
    textTwice: '--text 和 --text-file 只能用一个。',
    textUnreadable: (p: { file: string }): string => `读不了 ${p.file}；请检查路径和权限。`,
    targetMissing: '请写上信用代码，或者用 --city、--step 等选出企业；要发给所有企业请用 --all。',
    targetTwice: '信用代码不能和 --city、--step、--all 等一起用。',
    previewOnly: '这只是预览，什么都没有发；加上 --yes 就会发送，每家发送前会再核对一次状态。',
    started: (p: { id: string }): string => `已开始（${p.id}）。按 Ctrl-C 只是不再等结果，发送会继续。`,
    unsure: (p: { id: string }): string =>
      `没有及时回答，不确定是否已经开始（${p.id}）。请不要再开始一次：先用 tongbao campaign show 看进度，一直没有开始的话，运行 tongbao reconcile --yes，会接着开始这一次，不会发两遍。`,
    progress: (p: { done: number; total: number }): string => `已处理 ${p.done} / ${p.total} 家……`,
    none: '还没有批量发送过。',
    columns: ['编号', '时间（北京）', '类型', '状态', '已处理', '已送出', '范围'],
    startedAt: (p: { at: string }): string => `开始：${p.at}`,
    endedAt: (p: { at: string }): string => `结束：${p.at}`,
    ambiguous: (p: { id: string }): string => `编号以 ${p.id} 开头的不止一个，请多写几位。`,
    notFound: (p: { id: string }): string => `没有编号以 ${p.id} 开头的批量发送，用 campaign list 看有哪些。`,
    exportColumns: ['统一社会信用代码', '企业名称', '城市', '结果代码', '结果', '时间（北京）'],
    exported: (p: { count: number; file: string }): string => `已把 ${p.count} 家企业的结果存到 ${p.file}。`,
    exportExists: (p: { file: string }): string => `${p.file} 已经存在，不覆盖；请换一个文件名。`,
    exportUnwritable: (p: { file: string }): string => `写不了 ${p.file}；请检查路径和权限。`,
  },
};
