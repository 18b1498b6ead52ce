/** Why something of the settings was not changed. */
export const settingsErrors = {
  webhookInside:
    '这是本机或内网的地址，没有登记。确实要通知内网的系统：把它的主机名或网段（例如 crm.office.lan 或 10.1.0.0/16）写进服务器的 TONGBAO_WEBHOOK_ALLOW，再重新启动。',
  groupStays: '从这里离不开这个群，请在群里把机器人移出。',
  groupNotLeft: '渠道没有让机器人离开（可能没连上，或者它是群主）；请稍后再试，或者在群里把它移出。',
  groupMaybeLeft: '渠道没有及时回答，机器人可能已经离开；请到群里看看，再决定要不要再试。',
  apiKeyNameBad: '名称只能用小写字母、数字和连字符，最多 32 个；没有生成。',
  groupChanged:
    '这个群的设置刚刚被别人改过（群里的管理员也能改），没有保存；请看现在的样子，再决定要不要改。',
};

const parts: Record<string, string> = {
  database: '数据库',
  temporal: 'Temporal 工作流引擎',
  tickets: '转给工作人员的工单',
  channels: '渠道',
};
const advice: Record<string, string> = {
  database: '数据库没有回应：看看磁盘空间和权限，在服务器上运行 tongbao doctor。',
  temporal: '工作流引擎没有回应：改状态、提醒都做不了。在服务器上运行 tongbao doctor，看连接设置。',
};

/** The pages of settings and audit in the console. */
export const consoleSettings = {
  parts,
  advice,
  anyAdvice: '在服务器上运行 tongbao doctor，它会说怎么办。',
  channelAdvice: '这个渠道现在收不到或发不出消息：在服务器上运行 tongbao doctor，看令牌、网络和登录状态。',
  /** Why the bot does not leave a group from the console. */
  stays: {
    notFromHere: '连着 QQ 的是另一个进程，请在群里把它移出',
    robot: '群机器人：请在群里移出，再从服务器的设置里删去',
    notConnected: '服务器的设置里已经没有这个渠道，请在群里把它移出',
  },
  keyStates: { on: '在用', notYet: '还没写进设置', revoked: '已停用' },
  cadence: {
    sending: '发送时间（工作日，北京时间）',
    first: '邀请后多久第一次提醒',
    every: '之后每隔多久',
    most: '最多提醒几次',
    week: '七天内最多几次',
    deadline: '截止日期',
    before: '截止前另外提醒',
    escalate: '几次没有回音告诉负责人',
    between: (p: { from: string; to: string }): string => `${p.from} 到 ${p.to}；其他时间和非工作日不发`,
    workingDays: (count: number): string => `${count} 个工作日`,
    times: (count: number): string => `${count} 次`,
    days: (days: readonly number[]): string => `${days.join('、')} 天前`,
    none: '不设',
    noDeadline: '没有设',
  },
  audit: {
    nobody: '没登录的人',
    columns: ['时间（北京时间）', '谁', '做了什么', '对象', '结果', '细节'],
  },
};
