/** What the office posts into groups: announcements and a digest, free of firm data. */
export const groupPosts = {
  announcement: (p: { words: string }): string => `【办公室通知】${p.words}`,
  digest: (p: { firms: number; submitted: number; percent: number }): string =>
    `【投保进度】正在办理的 ${p.firms} 家企业里，已有 ${p.submitted} 家（${p.percent}%）提交。`,
  deadline: (p: { date: string; workingDaysLeft: number }): string =>
    p.workingDaysLeft === 0
      ? `截止日期是${p.date}（办公室设定），在那之前已经没有工作日了。`
      : `截止日期是${p.date}（办公室设定），连今天在内还有 ${p.workingDaysLeft} 个工作日。`,
  /** Where there is a button or a link under the message. */
  askByButton: '自己的企业走到哪一步、怎么办，请从下面到私聊里问，群里不说哪一家的情况。',
  askAnywhere: '自己的企业走到哪一步、怎么办，请单独发消息给我，群里不说哪一家的情况。',

  cli: {
    describe: '群：列出机器人所在的群，发通知或进度（不含任何企业的信息）',
    list: '列出机器人所在的群',
    announce: '把办公室的话发到各个群；先预览，加 --yes 才发',
    digest: '把整体进度发到各个群：多少家、多少家已提交、还剩几个工作日；先预览，加 --yes 才发',
    text: '通知的内容',
    city: '只发给这个城市的群，和没有指定城市的群',
    columns: ['渠道', '群', '城市', '收通知'],
    yes: '收',
    no: '不收',
    noGroups: '没有要收通知的群。把机器人拉进群就有了；群管理员可以用 /settings 关掉。',
    tooFew: (p: { fewest: number }): string =>
      `企业或者已提交、未提交的不到 ${p.fewest} 家，数字会透露单家企业的情况，所以不发进度。`,
    preview: (p: { count: number }): string => `以上会发到 ${p.count} 个群。确认要发，请加 --yes。`,
    sent: (p: { channel: string; chatId: string }): string => `已发：${p.channel} ${p.chatId}`,
    notSent: (p: { channel: string; chatId: string; code: string }): string =>
      `没有发到：${p.channel} ${p.chatId}（${p.code}）`,
    notFromHere: (p: { channel: string; chatId: string }): string =>
      `这里没有设置这个渠道，没有发：${p.channel} ${p.chatId}`,
    unknown: (p: { channel: string; chatId: string; code: string }): string =>
      `不知道到了没有，没有重发：${p.channel} ${p.chatId}（${p.code}）`,
    failed: (p: { count: number }): string => `有 ${p.count} 个群没有确定发到。`,
  },
};
