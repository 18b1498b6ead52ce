import type {
  EnrollmentEvent,
  OfficialStatus,
  Refusal,
  ReminderSkip,
  ReportedStep,
  TimelineEntry,
} from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';
import { renewal } from './renewal.ts';

const { stepLabels, statusLabels, skipLabels } = enrollment;

const sources: Record<TimelineEntry['source'], string> = {
  firm: '企业',
  staff: '工作人员',
  import: '导入',
  cli: '命令行',
  api: '接口',
  system: '系统',
};

const describe = {
  program: '统保：小微企业出口信用保险统保平台的投保跟踪与问答助手',
  start: '启动统保：工作流、机器人、网页和数据库，按 Ctrl-C 停止',
  role: '只启动其中一部分，各部分可以是不同的进程或机器',
  import: '导入核准名单（.xlsx 或 .csv）',
  importFile: '名单文件',
  unit: '出口额的单位，表头没有写明时用：美元|万美元（usd|wan-usd）',
  listedOption: '没有“在核准名单”这一列时用：yes 全在，no 全不在',
  dryRun: '只检查或预览，什么都不写、不发',
  lang: '显示的语言',
  firms: '列出企业和它们的进度',
  city: '只看这个城市',
  status: '只看这个官方状态（例如 invited 或“待企业确认”）',
  step: '只看企业报告到这一步的（例如 sealed 或“制章”；none 为还没有报告）',
  unlinked: '只看还没有人关联的（在核准名单内）',
  json: '输出 JSON',
  statusCommand: '看一家企业的进度和经过',
  uscc: '统一社会信用代码',
  event: '登记一家企业的官方状态变化',
  eventStatus: '新的官方状态：invited submitted approved returned terminated inForce expired',
  results: '导入审批结果（.xlsx 或 .csv）',
  resultsFile: '结果文件：统一社会信用代码、审批结果，最好还有企业名称、退回原因、日期',
  reason: '原因，企业会看到',
  eventId: '事件编号；同一个编号只算一次',
  staff: '管理工作人员',
  staffAdd: '添加一位工作人员，得到一次性关联码',
  staffName: '姓名或称呼',
  staffList: '列出工作人员',
  staffRemove: '移除一位工作人员，立即生效',
  staffId: '编号，见 staff list',
  invite: '生成企业的一次性关联码',
  inviteAll: '为所有还没有人关联的企业生成',
  inviteRenew: '还有未用关联码的企业也重新生成，旧码作废',
  inviteOut: '关联码存到这个文件（.xlsx 或 .csv）',
  days: '关联码几天内有效',
  remind: '催办：先预览，加 --yes 才发送',
  remindAll: '不限城市和步骤',
  yes: '确认发送',
  noWait: '开始后不等结果',
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
} as const satisfies Record<string, string>;

const eventText = (event: EnrollmentEvent, at: (iso: string) => string): string => {
  switch (event.type) {
    case 'stepReported':
      return event.step === 'submitted' ? '企业报告已完成投保' : `企业报告已完成：${stepLabels[event.step]}`;
    case 'stepCorrected':
      return event.step === null
        ? '企业更正：之前报错了，还没有开始'
        : `企业更正：之前报错了，实际做完「${stepLabels[event.step]}」`;
    case 'officialChanged':
      return `官方状态改为「${statusLabels[event.status]}」${event.reason === null ? '' : `，原因：${event.reason}`}`;
    case 'officialCorrected':
      return `官方状态更正为「${statusLabels[event.status]}」，原因：${event.reason}`;
    case 'declinedByFirm':
      return '企业说不参加';
    case 'declineTakenBack':
      return '企业说还是要参加';
    case 'renewalRefused':
      return `核对后不能续转到 ${event.nextPack}：${renewal.cli.reasonText(event.codes)}`;
    case 'contactLinked':
      return event.by === 'office'
        ? '多了一位联系人，用的是办公室的关联码'
        : '多了一位联系人，由另一位联系人邀请';
    case 'moved':
      return `转到另一个信用代码继续：${event.to}`;
    case 'movedFrom':
      return `从 ${event.from} 转来${event.merged === undefined ? '，接着办' : '，两家合并'}`;
    case 'snoozed':
      return `企业请求暂不提醒，到 ${at(event.until)}`;
    case 'reminderFellDue':
      return '到了提醒时间';
  }
};

/** By the kind of the notice. */
const noticeNames: Record<string, string> = {
  renewalRefused: '不能续转的通知',
  contactLinked: '多了联系人的通知',
};
const outcomes: Record<string, string> = {
  sent: '已发出',
  failed: '没有发成',
  unknown: '不确定是否发到',
  skipped: '没有发送',
};
/** `sent`, or `skipped:<reason>`. */
const outcomeText = (outcome: string): string => {
  const [kind = '', reason = ''] = outcome.split(':');
  const why = reason in skipLabels ? skipLabels[reason as ReminderSkip] : reason;
  return `${outcomes[kind] ?? kind}${why === '' ? '' : `（${why}）`}`;
};

export const commands = {
  describe: describe as Record<keyof typeof describe, string>,
  usage: {
    title: '用法：',
    options: '选项：',
    commands: '命令：',
    arguments: '参数：',
    globalOptions: '全局选项：',
    unknownCommand: (p: { name: string }): string => `没有“${p.name}”这个命令，用 tongbao --help 看有哪些。`,
    unknownOption: (p: { name: string }): string => `不认识选项 ${p.name}，用 --help 看有哪些。`,
    missingArgument: (p: { name: string }): string => `缺少参数 <${p.name}>。`,
    optionWithoutValue: (p: { name: string }): string => `选项 ${p.name} 后面要有值。`,
    tooManyArguments: '参数太多了；带空格的内容请加引号。',
    badValue: (p: { name: string; value: string; allowed: string[] }): string =>
      `${p.name} 不能是“${p.value}”，可以是：${p.allowed.join('、')}。`,
    badDays: (p: { value: string }): string => `--days 不能是“${p.value}”，应为 1 到 90 的整数。`,
    other: (p: { message: string }): string => `命令写得不对：${p.message}`,
  },
  unexpected: (p: { message: string }): string =>
    `出了意外的错误：${p.message}。请运行 tongbao doctor 检查；设 TONGBAO_LOG_LEVEL=debug 再试一次可以看到详情。`,
  firmNotFound: (p: { uscc: string }): string => `没有信用代码为 ${p.uscc} 的企业，请核对，或者先导入名单。`,
  firmNotTracked: (p: { name: string }): string => `${p.name}不在核准名单内，没有投保跟踪。`,
  engineNotRunning: '系统没有在运行，这个命令做不了；请先运行 npm start，再试一次。',
  engineUnreachable: '暂时连不上跟踪进度的服务，什么都没有改；请稍后再试，或运行 tongbao doctor 检查。',
  engineSilent:
    '还没有回音，可能稍后才生效；请先用 tongbao status 查看，不要重复登记。一直没有变化的话，请运行 tongbao doctor 检查。',
  trackingEnded: (p: { name: string; status: OfficialStatus }): string =>
    `${p.name}现在的状态是「${statusLabels[p.status]}」，投保跟踪已经结束，什么都没有改。`,
  trackingLost: (p: { name: string; status: OfficialStatus }): string =>
    `${p.name}登记的状态是「${statusLabels[p.status]}」，但 Temporal 里找不到它的跟踪，什么都没有改；请核对 TEMPORAL_ADDRESS 和 TONGBAO_DATA_DIR 是不是平时用的；没错就运行 tongbao reconcile 看看。`,
  notStartedYet: (p: { name: string }): string => `${p.name}的投保跟踪还没有开始，请稍等片刻再试。`,
  stop: '。',
  trial: '【演示数据】',
  yes: '是',
  no: '否',
  none: '无',
  noStep: '未报告',
  notTracked: '不跟踪',

  firms: {
    columns: ['信用代码', '企业', '城市', '在名单', '官方状态', '企业报告', '联系人', '下次提醒'],
    total: (p: { count: number }): string => `共 ${p.count} 家。`,
    empty: '没有符合条件的企业。',
  },

  status: {
    listed: (p: { listed: boolean }): string => (p.listed ? '在核准名单内' : '不在核准名单内'),
    exports: (p: { value: string | null; year: number | null }): string =>
      `${p.year === null ? '出口额（年份未载明）' : `${p.year} 年出口额`}：${p.value ?? '未知'}`,
    contact: (p: { name: string | null; phone: string | null; linked: number }): string =>
      `名单上的联系人：${[p.name, p.phone].filter((x) => x !== null).join(' ') || '无'}；已关联 ${p.linked} 人`,
    official: (p: { status: OfficialStatus; since: string; reason: string | null }): string =>
      `官方状态：${statusLabels[p.status]}（${p.since} 起）${p.reason === null ? '' : `，原因：${p.reason}`}`,
    reported: (p: { step: ReportedStep | null; at: string | null }): string =>
      p.step === null
        ? '企业报告：还没有'
        : `企业报告：${p.step === 'submitted' ? '已完成投保' : `已完成${stepLabels[p.step]}`}${p.at === null ? '' : `（${p.at}）`}`,
    snoozed: (p: { until: string }): string => `暂不提醒，到 ${p.until}`,
    nextReminder: (p: { at: string | null }): string => `下次提醒：${p.at ?? '没有安排'}`,
    timelineTitle: '经过：',
    timelineLine: (p: { at: string; source: TimelineEntry['source']; text: string }): string =>
      `${p.at}  ${sources[p.source]}：${p.text}`,
    /** `actor` of a notice is its kind. */
    timelineText: (event: TimelineEntry['event'], at: (iso: string) => string, actor: string): string => {
      switch (event.type) {
        case 'invited':
          return '开始跟踪，等待企业确认投保';
        case 'reminded':
          return `提醒${outcomeText(event.outcome)}`;
        case 'noticed':
          return actor === 'verifySubmission'
            ? `请工作人员核实的通知${event.outcome === 'skipped:noVerifiedContact' ? '没有发送（还没有工作人员完成登记）' : outcomeText(event.outcome)}`
            : `${noticeNames[actor] ?? '状态通知'}${outcomeText(event.outcome)}`;
        default:
          return eventText(event, at);
      }
    },
  },

  event: {
    noAnswer: (p: { eventId: string }): string =>
      `还没有回音，不知道登记上没有；看到的状态也可能还会变。请过几分钟，把这个命令再运行一次，并加上 --event-id ${p.eventId}：同一个编号只算一次。`,
    applied: (p: { name: string; status: OfficialStatus; contacts: number }): string =>
      `${p.name}的官方状态已改为「${statusLabels[p.status]}」，${p.contacts === 0 ? '没有关联的联系人，请电话告知。' : '会通知已关联的联系人。'}`,
    alreadyApplied: (p: { name: string; status: OfficialStatus }): string =>
      `这个事件之前已经登记过；${p.name}现在是「${statusLabels[p.status]}」。`,
    refused: (p: { name: string; refusal: Refusal }): string =>
      `没有登记，${p.name}${refusalText(p.refusal)}`,
  },

  codes: {
    staffAdded: (p: { name: string; code: string }): string =>
      `已添加工作人员${p.name}。一次性关联码：${p.code}`,
    staffHow: (p: { until: string }): string =>
      `请本人在 ${p.until} 前私聊机器人，发送这个码完成关联；只能用一次，只显示这一次。`,
    staffColumns: ['编号', '姓名', '已关联', '负责的城市'],
    staffNone: '还没有工作人员。用 tongbao staff add 添加。',
    staffRemoved: '已移除。这个人的关联和没用过的码都已失效。',
    staffUnknown: (p: { id: string }): string =>
      `没有编号为 ${p.id} 的工作人员，请用 tongbao staff list 核对。`,
    staffNameBad: '请写上工作人员的姓名或称呼，不超过 50 个字。',
    invited: (p: { name: string; code: string }): string => `${p.name}的一次性关联码：${p.code}`,
    inviteHow: (p: { until: string }): string =>
      `请单独发给企业联系人，不要发到群里。${p.until} 前有效，只能用一次；之前给这家企业的码已经作废。`,
    link: (p: { url: string }): string => `点开即可关联：${p.url}`,
    localLink: '没有接 Telegram，也没有设 TONGBAO_PUBLIC_URL，所以上面的链接只有本机能打开。',
    notListed: (p: { name: string }): string => `${p.name}不在核准名单内，没有可以关联的投保跟踪。`,
    saved: (p: { count: number; file: string; until: string }): string =>
      `已为 ${p.count} 家还没有人关联的企业生成关联码，存在 ${p.file}（${p.until} 前有效）。`,
    savedHow: '文件只有您能读；请逐家单独发送。之前给这些企业的码都已作废。',
    leftOut: (p: { count: number }): string =>
      `有 ${p.count} 家的关联码还没用、也没过期，这次没有包括；要给它们换新码（旧码作废），请加 --renew。`,
    outExists: (p: { file: string }): string =>
      `${p.file} 已经存在，里面可能有还没发出的关联码，所以不覆盖；请换一个文件名。没有生成关联码。`,
    nobody: '所有在核准名单内的企业都已有人关联，没有生成关联码。',
    outMissing: '请用 --out 指明关联码存到哪个文件，例如 --out codes.xlsx。',
    outBad: (p: { file: string }): string => `${p.file} 应以 .xlsx 或 .csv 结尾。`,
    outUnwritable: (p: { file: string }): string => `写不了 ${p.file}，没有生成关联码；请检查路径和权限。`,
    targetMissing: '请写上信用代码，或者用 --all --out codes.xlsx 为所有企业生成。',
    targetTwice: '信用代码和 --all 只能用一个。',
    fileColumns: [
      '企业名称',
      '统一社会信用代码',
      '城市',
      '联系人',
      '联系电话',
      '关联码',
      '链接',
      '有效期至（北京时间）',
    ],
  },
};

function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'transitionNotAllowed':
      return `不能从「${statusLabels[refusal.from]}」改为「${statusLabels[refusal.to]}」。`;
    case 'sameStatus':
      return `已经是「${statusLabels[refusal.status]}」。`;
    case 'reasonRequired':
      return `改为「${statusLabels[refusal.status]}」要写明原因：加上 --reason "……"。`;
    case 'stepAlreadyReported':
      return `已经报告到「${stepLabels[refusal.furthest]}」。`;
    case 'nothingToCorrect':
      return '只能改成现在所报步骤之前的步骤。';
    case 'notOpenForReports':
      return `现在是「${statusLabels[refusal.officialStatus]}」，不再接受进度报告。`;
    case 'alreadyDeclined':
      return '之前已经说过不参加。';
    case 'notDeclined':
      return '没有说过不参加。';
    case 'moved':
      return `已经转到另一个信用代码（${refusal.to}），这里不再改动。`;
    case 'changedMeanwhile':
      return '刚刚有了别的变化，这一次没有改。';
    case 'notTrial':
      return '不是演示企业，不能调时钟。';
    case 'nothingScheduled':
      return '没有安排下一次提醒。';
  }
}
