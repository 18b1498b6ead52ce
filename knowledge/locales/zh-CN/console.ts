import type { EligibilityVerdict } from '../../eligibility/types.ts';
import type { EventSource, LinkedBy } from '../../enrollment/state.ts';
import { settingsErrors } from './console-settings.ts';
import { signInErrors } from './console-sign-in.ts';
import { ticketErrors } from './console-tickets.ts';
import { firmViewErrors, firmViewNames } from './console-firm-views.ts';

const errors = {
  badRequest: '请求的格式不对，什么都没有做。',
  tooLarge: '请求太大，什么都没有做。',
  wrongType: '请求必须是 application/json。',
  crossSite: '请求不是从管理台页面发出的，已拒绝。',
  notSignedIn: '请先登录。',
  forbidden: '您的账号没有这项权限；需要的话，请找管理员调整。',
  notFound: '没有找到，或者不在您能看的城市里。',
  wrongLogin: '登录名或密码不对；账号停用了也会这样。',
  tooManyTries: '试错的次数太多了，请 15 分钟以后再试。',
  wrongPassword: '现在的密码不对，没有修改。',
  invitationGone: '这个邀请链接不能用：可能用过了、过期了，或者已经换了新的。请找管理员要一个新的。',
  nameBad: '请填写姓名或称呼，不超过 50 个字。',
  loginBad: '登录名要 3 到 32 个字符，只能用小写字母、数字和 . _ -，以字母或数字开头。',
  loginTaken: '这个登录名已经有人用了，请换一个。',
  passwordTooShort: '密码至少要 10 个字符。',
  passwordTooLong: '密码最多 128 个字符。',
  passwordIsLogin: '密码不能和登录名一样。',
  passwordCommon: '这个密码太常见，很容易被猜到，请换一个。',
  ownAccount: '不能改自己的权限，请另一位管理员来改。',
  lastAdmin: '这是最后一位能登录的管理员，不能降级或停用；请先让另一位成为管理员。',
  notFollowed: '这家企业没有投保跟踪，做不了这一步。',
  notListed: '这家企业不在核准名单内，没有可以关联的投保跟踪，没有生成邀请码。',
  noteBad: '备注要写 1 到 1000 个字。',
  webhookNameBad: '名称只能用小写字母、数字和连字符，最多 32 个；没有登记。',
  webhookUrlBad: '网址要以 https:// 开头（本机可以用 http://），不能带用户名、密码或 #；没有登记。',
  citiesMissing: '请至少选一个城市；要看全部城市，请选“全部城市”。没有修改。',
  cityUnknown: '有的城市不在政策包里，没有修改；请核对名称。',
  ...settingsErrors,
  ...signInErrors,
  ...ticketErrors,
  ...firmViewErrors,
  notPossible: '这样做不了。',
  engineUnavailable: '后台流程暂时连不上，什么都没有改；请过几分钟再试。',
  engineSilent: '后台流程没有及时回答，可能稍后仍会生效；请先看看结果，再决定要不要重试。',
  campaignUnsure:
    '后台流程没有及时回答，不确定是否已经开始发送。请过几分钟再确认一次；已经开始的话，不会再发一遍。',
  campaignTooMany: '找到的企业超过 500 家，没有预览；请把查找的字写得更具体，或者只用其他条件。',
  campaignForNobody: '没有可以发的企业，所以没有发送。',
  campaignRepeated: '一样的批量发送已经开始了（同样的企业、内容和安排），没有再发一次；请到列表里看。',
  campaignDecided: '这次批量发送已经停止或结束，没有再开始；请重新预览。',
  campaignCannot: '现在的状态做不了这个操作，可能别人已经操作过；请看最新的进度。',
  importBusy: '正在读另一个文件，请过几秒再试。',
  importNotLast: '只能撤销最近一次有改动的导入，这次已经不是了。什么都没有改动。',
  importOfNothing: '没有可以导入的行，什么都没有写入。',
  internal: '出了问题，没有做完；请稍后再试。',
};

const roles = { viewer: '只读', operator: '经办', admin: '管理员' };

const help = {
  console: '管理台的账号：邀请、权限、停用',
  invite: '生成一次性邀请链接，本人用它设置登录名和密码；也用来重设密码',
  who: '工作人员的编号或姓名',
  isNew: '名单里还没有这个人：先添加，再邀请',
  role: '权限：viewer 只读，operator 经办，admin 管理员',
  city: '只能看这个城市的企业，可以写多次；不写为全部',
  hours: '链接几小时内有效，1 到 168',
  list: '列出管理台的账号',
  change: '改一个账号的权限或城市，停用或启用；立即生效',
  allCities: '可以看全部城市的企业',
  disable: '停用，正在用的登录立即失效',
  enable: '重新启用',
  resetTotp: '重置两步验证：登录不再要验证码，正在用的登录立即失效；手机和恢复码都丢了时用',
};

const cli = {
  whoUnknown: ({ who }: { who: string }): string =>
    `工作人员里没有“${who}”，请用 tongbao staff list 核对；新的人请加 --new。`,
  whoAmbiguous: ({ who }: { who: string }): string =>
    `有几位工作人员都叫“${who}”，请写编号，见 tongbao staff list。`,
  hasAccount: ({ name }: { name: string }): string =>
    `${name}已经有账号；再邀请只换登录名和密码，权限和城市不变。要改权限或城市，用 staff console change。`,
  badHours: ({ value }: { value: string }): string => `--hours 不能是“${value}”，应为 1 到 168 的整数。`,
  invited: ({ name, role, until }: { name: string; role: keyof typeof roles; until: string }): string =>
    `${name}的邀请链接（${roles[role]}，${until} 前有效，只能用一次），请单独交给本人：`,
  localLink: '这个链接只能在这台机器上打开；要在别的机器上用，请先设置 TONGBAO_PUBLIC_URL。',
  none: '管理台还没有账号。用 tongbao staff console invite 邀请第一位管理员。',
  columns: ['编号', '姓名', '登录名', '权限', '城市', '状态'],
  all: '全部',
  notAccepted: '待接受邀请',
  active: '可登录',
  disabled: '已停用',
  accountUnknown: ({ id }: { id: string }): string =>
    `编号 ${id} 没有管理台账号，请用 tongbao staff console list 核对。`,
  nothingToChange: '请至少写一项要改的：--role、--city、--all-cities、--disable 或 --enable。',
  cityUnknown: ({ city, allowed }: { city: string; allowed: string[] }): string =>
    `没有“${city}”这个城市，应为：${allowed.join('、')}。`,
  contradiction: '--city 和 --all-cities、--disable 和 --enable 不能同时写。',
  changed: '已修改，立即生效。',
  totpOff: ({ name }: { name: string }): string => `${name}没有开启两步验证，什么都没有改。`,
  totpReset: ({ name }: { name: string }): string =>
    `${name}的两步验证已关闭，正在用的登录已失效；登录只要密码，请本人登录后重新开启。`,
};

/** What may stand in a firm's page under these; one that is not here is shown as it is. */
const kinds: Record<string, string> = {
  reminder: '提醒',
  statusNotice: '状态通知',
  renewalRefused: '不能续转的通知',
  contactLinked: '多了联系人的通知',
  announcement: '通知',
};
const channels: Record<string, string> = {
  telegram: 'Telegram',
  web: '网页对话',
  onebot: 'QQ',
  botpress: 'Botpress',
  mail: '邮件',
  wecom: '企业微信',
};
const states: Record<string, string> = {
  queued: '排队',
  sending: '发送中',
  sent: '已发出',
  failed: '没有发成',
  unknown: '不确定是否发到',
  skipped: '没有发送',
};
const sources: Record<EventSource, string> = {
  firm: '企业',
  staff: '工作人员',
  import: '导入',
  cli: '命令行',
  api: '接口',
  system: '系统',
};
const verdicts: Record<EligibilityVerdict['verdict'], string> = {
  eligible: '符合条件',
  notEligible: '不符合条件',
  conditional: '可能符合，有一项还不确定',
  needMore: '还缺信息，判断不了',
};
const letInBy: Record<LinkedBy, string> = { office: '办公室', colleague: '同事' };

/** The exported list of firms. */
const sheet = {
  columns: [
    ...['企业名称', '统一社会信用代码', '城市', '在核准名单', '官方状态', '企业报告'],
    ...['最近变化（北京时间）', '负责人', '能联系到', '名单联系人', '电话'],
  ],
  yes: '是',
  no: '否',
  notTracked: '不跟踪',
};

export const consoleTexts = {
  ...{ errors, roles, help, cli, sheet },
  ...{ kinds, channels, states, sources, letInBy, verdicts },
  firmViews: firmViewNames,
};
