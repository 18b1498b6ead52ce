export const overview = {
  describe: '这一季走到哪一步了：各阶段多少家、每个工作日提交多少、提醒之后有没有动静',
  days: '往回看几天，今天也算',
  daysBad: (p: { given: string; most: number }): string =>
    `--days 要写 1 到 ${p.most} 的整数，写的是「${p.given}」。`,
  title: (p: { packId: string; city: string | null; at: string }): string =>
    `${p.packId} ${p.city ?? '全部城市'} 截至 ${p.at}`,
  stageColumns: ['走到哪一步', '停在这里', '已走到'],
  nothingReported: '还没报过步骤',
  byFirm: (p: { step: string }): string => `企业说做完了：${p.step}`,
  aside: (p: { status: string; count: number }): string => `${p.status}：${p.count} 家`,
  total: (p: { count: number }): string => `一共 ${p.count} 家`,
  dayColumns: ['日期', '当天提交', '累计'],
  deadline: (p: { date: string; workingDaysLeft: number }): string =>
    p.workingDaysLeft === 0
      ? `截止日期 ${p.date}（办公室设定），已经没有工作日了。`
      : `截止日期 ${p.date}（办公室设定），连今天在内还有 ${p.workingDaysLeft} 个工作日。`,
  cityColumns: ['城市', '企业', '已提交'],
  questions: (p: { answered: number; handedOff: number; useless: number }): string =>
    p.answered + p.handedOff === 0
      ? '这些天没有人问政策问题。'
      : `政策问题：答了 ${p.answered} 个（其中问的人说没用的 ${p.useless} 个），转给办公室 ${p.handedOff} 个。`,
  noDeadline: '没有设截止日期。',
  reminders: (p: {
    sent: number;
    followed: number;
    submitted: number;
    pending: number;
    days: number;
  }): string =>
    p.sent === 0
      ? '这些天没有发出提醒。'
      : `发出提醒 ${p.sent} 次；${p.days} 天内企业有动静的 ${p.followed} 次，其中提交了的 ${p.submitted} 次；` +
        `没动静、还没到 ${p.days} 天的 ${p.pending} 次。只说明时间先后，不说明是提醒促成的。`,
};
