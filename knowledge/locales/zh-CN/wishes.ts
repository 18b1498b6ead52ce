/** What a contact may ask for itself: fewer reminders, another language, to be reminded first, not to take part. */
export const wishes = {
  button: {
    settings: '提醒设置',
    stop: '不再提醒我',
    stopAll: '都不再提醒我',
    resume: '恢复提醒',
    resumeAll: '都恢复提醒',
    primary: '以后先提醒我',
    decline: '我们不参加',
    reallyDecline: '确认不参加',
    takeBack: '还是要参加',
    chinese: '中文',
    english: 'English',
    asClient: '跟随设备设置',
    join: '连上我的另一个聊天',
    prefer: '优先发到这里',
  },

  stop: {
    which: '您想停掉哪一家的提醒？',
    done: (p: { firm: string }): string => `好的，${p.firm}的提醒不再发给您。`,
    doneAll: (p: { count: number }): string => `好的，您关联的 ${p.count} 家企业的提醒都不再发给您。`,
    noticesStill: '审批通过、退回这类正式的状态通知，还是会发给您。',
    othersStill: '企业的其他联系人照常会收到提醒。',
    nobodyLeft: '这样一来，这家企业就没有人收到提醒了，请自己留意办理的时间。',
    notLinked: '您没有关联企业，我不会主动给您发提醒。',
    toast: '好的，不再提醒您',
  },

  resume: {
    which: '您想恢复哪一家的提醒？',
    done: (p: { firm: string }): string => `好的，${p.firm}的提醒恢复了，会照常发给您。`,
    doneAll: (p: { count: number }): string => `好的，您关联的 ${p.count} 家企业的提醒都恢复了。`,
    nothing: '您没有停过提醒，不用恢复。',
    declined: (p: { firm: string }): string =>
      `${p.firm}自己说过不参加，所以还是不会提醒；改了主意，请点「还是要参加」。`,
    toast: '提醒恢复了',
  },

  snooze: {
    done: (p: { firm: string; until: string }): string =>
      `好的，${p.until}之前不再为${p.firm}提醒您，这只对您一个人。`,
    asBefore: (p: { firm: string; until: string }): string =>
      `之前已经说好了：${p.until}之前不为${p.firm}提醒您。`,
  },

  own: {
    stopped: '按您的要求，提醒不发给您；正式的状态通知还是会发。',
    snoozed: (p: { until: string }): string => `按您的要求，${p.until}之前不提醒您。`,
    reminded: '提醒照常发给您。',
  },

  primary: {
    only: (p: { firm: string }): string => `您是${p.firm}唯一的联系人，提醒都发给您。`,
    you: (p: { firm: string }): string => `${p.firm}的提醒先发给您，发不到时再发给另一位联系人。`,
    another: (p: { firm: string }): string => `${p.firm}的提醒先发给另一位联系人，发不到时再发给您。`,
    which: '您想先收到哪一家的提醒？',
    done: (p: { firm: string }): string => `好的，${p.firm}的提醒以后先发给您。`,
    already: (p: { firm: string }): string => `${p.firm}的提醒本来就先发给您。`,
    toast: '以后先提醒您',
  },

  language: {
    choose: '您想用哪种语言？选好以后，提醒和回答都用它；您用另一种语言提问，我就用那种语言回答。',
    chosen: '好的，以后提醒和回答都用中文。',
    asClient: '好的，以后跟随您设备上的语言设置。',
    current: '我用中文给您写消息。',
    toast: '语言已设好',
  },

  channels: {
    names: {
      telegram: 'Telegram',
      web: '网页对话',
      onebot: 'QQ',
      botpress: 'Botpress',
      mail: '邮件',
    } as Record<string, string>,
    blocked: (p: { channel: string }): string => `${p.channel}（已屏蔽我）`,
    only: '我只在这一个聊天里联系您。想在别的聊天里也看进度、收提醒，可以把两边连起来。',
    order: (p: { channels: string[] }): string =>
      `我按这个顺序联系您：${p.channels.join('、')}。前一个发不到，才发下一个。`,
    preferred: '好的，以后优先发到这里。',
    toast: '优先发到这里',
    code: (p: { code: string; minutes: number }): string[] => [
      `连接码：${p.code}`,
      `请在 ${p.minutes} 分钟内，到您自己的另一个聊天里把它发给我，只能用一次。`,
      '不要把它给别人：用了它的人，会和您看到一样的内容。',
    ],
    joined: '连好了：这里和您的另一个聊天现在是同一个人，看得到的企业和提醒的设置，两边都一样。',
    alreadyJoined: '这两个聊天之前就连好了，不用再操作。',
    notYou: '如果不是您本人要连的，请马上告诉工作人员。',
    staffCannot: '工作人员的聊天不能和别的聊天连在一起。',
  },

  decline: {
    which: '您关联了几家企业，哪一家不参加？',
    really: (p: { firm: string }): string[] => [
      `${p.firm}这一年度真的不参加统保吗？`,
      '参加统保不收任何费用。确认以后我就不再提醒，并请工作人员核实；改了主意，随时可以告诉我。',
    ],
    done: (p: { firm: string }): string[] => [
      `记下了：${p.firm}自己说这一年度不参加，提醒已经停下来。`,
      '这是企业自己说的，还不是正式状态，工作人员会核实。',
    ],
    takenBack: (p: { firm: string }): string => `好的，${p.firm}还是要参加，接着办就行。`,
    toast: '记下了',
    said: (p: { at: string }): string =>
      `贵公司自己说：这一年度不参加（${p.at}）。工作人员核实之前，这还不是正式状态；提醒已经停下来。`,
    mayTakeBack: '改了主意，请点「还是要参加」。',
  },
};
