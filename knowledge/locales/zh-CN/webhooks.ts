import type { DeliveryState } from '../../webhooks/delivery-state.ts';
import type { UrlProblem } from '../../webhooks/endpoint-url.ts';

const help = {
  webhooks: '企业的官方状态变化时通知别的系统',
  list: '列出通知的地址，各有多少条送到、等待、没有送到',
  add: '登记一个地址，或者换地址、重新启用；没有密钥时生成一个，只显示这一次',
  name: '名称：小写字母、数字和连字符，和密钥的名称相同',
  url: '接收的网址，https:// 开头',
  remove: '不再通知，并删去它的记录',
  deliveries: '通知的记录，新的在前',
  state: '只看一种：waiting（等待）、delivered（送到）、failed（没有送到）、cancelled（取消）',
  limit: '最多列出几条',
  redeliver: '再发一次',
  message: '通知的编号（webhook-id）；不写就是所有没有送到和取消的',
};

const urlProblems: Record<UrlProblem, string> = {
  notAUrl: '不是网址',
  notHttps: '要以 https:// 开头（只有本机的地址可以用 http://）',
  hasCredentials: '不能带账号和口令',
  hasFragment: '不能带 #',
  inside:
    '是本机或内网的地址；确实要通知内网的系统，请把主机名或网段（例如 crm.office.lan 或 10.1.0.0/16）写进 TONGBAO_WEBHOOK_ALLOW，再重新启动',
};

const states: Record<DeliveryState, string> = {
  waiting: '等待',
  delivered: '送到',
  failed: '没有送到',
  cancelled: '取消',
};

const answer = (code: string | null): string => {
  if (code === null) return '';
  if (code === 'timeout') return '超时';
  if (code === 'network') return '连不上';
  if (code === 'inside') return '指向本机或内网，没有发；见 TONGBAO_WEBHOOK_ALLOW';
  return `HTTP ${code}`;
};

const doctor = {
  fine: (p: { count: number }): string => `状态变化会通知 ${p.count} 个外部系统`,
  gone: (p: { name: string }): string =>
    `${p.name} 答复过 410，已停用；要继续通知，请用 tongbao webhooks add 重新登记`,
  noSecret: (p: { name: string }): string =>
    `${p.name} 没有密钥，通知都在等待：请检查 TONGBAO_WEBHOOK_SECRETS`,
  inside: (p: { name: string }): string =>
    `${p.name} 在本机或内网，设置不允许，不会发：请把它写进 TONGBAO_WEBHOOK_ALLOW，或者换地址`,
  failed: (p: { name: string; count: number }): string =>
    `最近 7 天有 ${p.count} 条通知没有送到 ${p.name}：用 tongbao webhooks deliveries 看原因，用 redeliver 再发`,
};

export const webhooks = {
  help,
  doctor,
  badName: (p: { name: string }): string => `名称“${p.name}”只能用小写字母、数字和连字符，最多 32 个。`,
  badUrl: (p: { url: string; problem: UrlProblem }): string =>
    `网址 ${p.url} 不行：${urlProblems[p.problem]}。`,
  badState: (p: { state: string }): string =>
    `--state 不能是“${p.state}”，应为 waiting、delivered、failed 或 cancelled。`,
  badLimit: (p: { value: string }): string => `--limit 不能是“${p.value}”，应为 1 到 1000 的整数。`,
  unknown: (p: { name: string }): string => `没有叫“${p.name}”的地址，请用 tongbao webhooks list 核对。`,
  added: (p: { name: string; url: string }): string => `以后的状态变化会通知 ${p.name}：${p.url}`,
  secretMade:
    '请把下面这一行写进 .env（已有别的密钥就用逗号接上），再重新启动。密钥只显示这一次，也交给接收方：',
  secretThere: '用 TONGBAO_WEBHOOK_SECRETS 里已有的密钥签名。',
  removed: (p: { name: string }): string => `不再通知 ${p.name}，它的记录也已删去。`,
  none: '还没有登记要通知的地址。',
  columns: ['名称', '网址', '现在', '等待', '送到', '没有送到', '取消'],
  state: {
    on: '通知',
    gone: '停用（对方答复 410）',
    noSecret: '没有密钥，先不发',
    inside: '在本机或内网，设置不允许',
  },
  noDeliveries: '没有通知的记录。',
  deliveryColumns: ['编号', '名称', '企业', '状态', '次数', '最后的答复', '送到或下次（北京时间）'],
  states,
  answer,
  soon: '马上',
  redelivered: (p: { count: number }): string => `${p.count} 条会再发一次。`,
  nothingToRedeliver: '没有可以再发的：编号不对，或者地址已停用（先用 tongbao webhooks add 重新启用）。',
};
