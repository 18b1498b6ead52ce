export const app = {
  temporalUnreachable: ({ address }: { address: string }) =>
    `连不上 Temporal 服务（${address}）。请确认它在运行、地址正确，再重新启动。`,
  searchAttributesMissing: ({ names }: { names: string }) =>
    `这个 Temporal 服务缺少查询字段（类型 Keyword）：${names}。请管理员添加后再启动。`,
  temporalElsewhere: '设了 TEMPORAL_ADDRESS，用的是那一台 Temporal 服务，不必再启动 --role temporal。',
  temporalNotRunning:
    '没有找到正在运行的 Temporal 服务。请先启动 tongbao start --role temporal（同一个数据文件夹），或设置 TEMPORAL_ADDRESS。',
  roleReady: ({ role }: { role: string }) => `统保的 ${role} 部分已就绪。`,
  starting: '正在启动统保…',
  temporalAdopted: ({ address }: { address: string }) => `沿用上次留下的 Temporal 服务：${address}`,
  ready: ({ url }: { url: string }) => `统保已就绪，请用浏览器打开 ${url}`,
  console: {
    address: '工作人员的管理台：',
    link: '工作人员的管理台：打开这个一次性链接，设好登录名和密码就可以用：',
    inviteFirst:
      '管理台还没有账号。请邀请第一位管理员：npm run --silent tongbao -- staff console invite 姓名 --new --role admin',
  },
  trialNote: '当前是试用模式：全部为演示数据，不会联系真实企业。',
  temporalUi: ({ url }: { url: string }) => `Temporal 管理页面：${url}`,
  telegramReady: ({ username }: { username: string }) => `Telegram 机器人：@${username}`,
  telegramOff: '未设置 TELEGRAM_BOT_TOKEN，Telegram 未启用。',
  stopHint: '按 Ctrl-C 停止。',
  stopping: '正在依次停止，请稍候…',
  stopped: '已全部停止。',
  failed: '统保的一个部件意外停止，整个程序随之退出。详情见上面的日志。',
};
