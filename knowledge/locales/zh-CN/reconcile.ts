export const reconcile = {
  describe: {
    reconcile: '核对数据库与正在运行的跟踪，说明哪里不一致；加 --yes 才改正',
    yes: '真的改正',
    all: '列出每一个编号，不只前十个',
  },
  columns: ['对象', '不一致', '数量', '怎样改正'],
  kind: {
    enrollment: '投保跟踪',
    campaign: '群发',
    digest: '待合并发出的消息',
    renewal: '续转审核',
    schedule: '定时任务',
  },
  difference: {
    lost: '应在运行，Temporal 不知道',
    ended: '应在运行，却已结束',
    databaseBehind: '数据库比 Temporal 旧',
    engineBehind: 'Temporal 比数据库旧',
    runsOn: '数据库里已结束，却还在运行',
    noRow: '在运行，数据库里没有',
    stuck: '一再出错，停在原处',
    silent: '在运行，但不回答',
  },
  /** By what is done: to what a workflow follows, to a campaign, and to anything else. */
  remedy: {
    enrollment: {
      lost: '按数据库里的进度重新开始',
      ended: '按数据库里的进度重新开始',
      databaseBehind: '把 Temporal 里的进度存进数据库',
      engineBehind: '按数据库里的进度重新开始',
      noRow: '存进数据库',
    },
    campaign: {
      lost: '接着发还没发的',
      ended: '记为失败，不再发；没轮到的企业记“未发”',
      runsOn: '停止',
    },
    other: '重新开始',
  },
  byHand: {
    noRow: '不动：名单里没有这家企业，或不是本模式的；请先导入名单',
    noCampaign: '不动：数据库里没有这次群发；可用 tongbao temporal workflow terminate 结束它',
    stuck: '不动：请看日志或 Temporal 页面里的错误，修好后会自己接着走',
    silent: '不动：请稍后再核对',
  },
  progress: (p: { looked: number }) => `已核对 ${p.looked} 家……`,
  same: (p: { enrollments: number }) => `核对了 ${p.enrollments} 家应在跟踪的企业，处处一致。`,
  listed: (p: { what: string }) => `${p.what}：`,
  more: (p: { count: number }) => `……另有 ${p.count} 个，加 --all 全部列出`,
  preview: '这只是核对，什么也没改。加 --yes 才改正；发过的不会再发。',
  done: (p: { mended: number }) => `改正了 ${p.mended} 处。`,
  left: (p: { left: number }) => `还有 ${p.left} 处没有改正，需要人看。`,
  failed: (p: { id: string }) => `没能改正：${p.id}。可以再运行一次；仍不行请看日志。`,
  looksLost:
    'Temporal 不知道任何一家正在跟踪的企业：像是它的数据丢了，或者 TEMPORAL_ADDRESS、TEMPORAL_NAMESPACE 写错了。先确认地址；确实丢了就运行 tongbao recover。什么也没改。',
  nobodyAnswers:
    '跟踪都在运行，但没有程序替它们回答，无法核对。请确认 npm start（或 --role worker）正在运行，没有报错，再试一次。',
  busy: (p: { pid: number }) => `另一个核对或恢复正在进行（进程 ${p.pid}），请等它结束。什么也没改。`,
};
