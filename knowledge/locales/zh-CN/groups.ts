/** What the bot says of itself in a group, and the group's settings. */
export const groups = {
  greeting: (p: { title: string }): string[] => [
    `大家好，我是「${p.title}」的小助手，可以在群里答政策和操作上的问题。`,
    '请 @我 提问，或回复我的消息，或用 /ask 加上问题。',
    '公司的进度、资格、提醒不在群里说，请点下面的按钮到私聊里问。',
    '群管理员可以用 /settings 设置我在本群怎么做。',
  ],
  /** Before the people whom a group's own city has. */
  ownCity: (p: { city: string; people: string[] }): string =>
    p.people.length === 0
      ? `本群是${p.city}的，通知没有写${p.city}的操作联系人，请先问当地商务局。`
      : `本群是${p.city}的，操作上的问题可以找：${p.people.join('；')}。`,

  settings: {
    title: '我在本群怎么做（群管理员可以改）：',
    answers: {
      whenCalled: '• 回答：只在有人 @我、回复我或用命令时回答。',
      alsoUnasked: (p: { perHour: number }): string =>
        `• 回答：很有把握的政策问题，没有 @我 也会回答，每小时最多 ${p.perHour} 次。`,
    },
    pack: (p: { name: string }): string => `• 政策：${p.name}。`,
    city: (p: { city: string | null }): string =>
      p.city === null ? '• 城市：没有指定。' : `• 城市：${p.city}，联系人和通知按这个城市。`,
    announcements: (p: { on: boolean }): string =>
      p.on ? '• 办公室通知：会发到本群，不含任何企业的信息。' : '• 办公室通知：不发到本群。',
    privacyNote:
      '没有 @我 也回答，要我收得到群里的消息：请把我设为群管理员，或请办公室在 @BotFather 关掉群隐私模式。没有叫我、我也不回答的话，我不保存。',
    choosePack: '本群问的是哪一份通知？',
    chooseCity: '本群是哪个城市的？',
    button: {
      whenCalled: '只在叫我时回答',
      alsoUnasked: '有把握时也主动回答',
      pack: '换通知',
      city: '选城市',
      noCity: '不指定城市',
      announcementsOn: '接收办公室通知',
      announcementsOff: '不接收办公室通知',
      back: '返回',
    },
    changed: '改好了',
    adminsOnly: '只有群管理员能看和改这些设置。',
    adminsOnlyToast: '只有群管理员能改',
    notChecked: '现在查不到您是不是群管理员，什么都没有改。请过一会儿再试。',
    notCheckedToast: '现在查不到您是不是群管理员，请过一会儿再试',
    notHere: '这里没有可以设置的。',
    groupsOnly: '这个按钮只在群里有用。',
  },
};
