import { shanghaiDate, shanghaiTime, weekdayOf } from '../../calendar/shanghai-time.ts';
import type { Destination } from '../../tickets/destination.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import type { WaitingTime } from '../../tickets/waiting-time.ts';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const moment = (at: string): string => {
  const [, month = '', day = ''] = shanghaiDate(at).split('-');
  return `${Number(month)}月${Number(day)}日（${weekdays[weekdayOf(shanghaiDate(at))] ?? ''}）${shanghaiTime(at)}`;
};
const lasting = (minutes: number): string => {
  if (minutes < 60) return `${minutes} 分钟`;
  const half = Math.round(minutes / 30) / 2;
  return `${half} 个工作小时`;
};
const stateLabels: Record<TicketState, string> = {
  open: '等人接',
  waitingStaff: '等工作人员',
  waitingAsker: '等对方',
  closed: '已结束',
};

export const tickets = {
  talkToPerson: '找工作人员',
  close: '结束工单',
  reopen: '重新打开',
  score: (p: { score: number }): string => `${p.score} 分`,

  opened: (p: { id: number }): string => `已经转给工作人员，工单号 ${p.id}。`,
  reopened: (p: { id: number }): string => `工单 ${p.id} 重新打开了，之前说过的话工作人员都看得到。`,
  joined: (p: { id: number }): string => `工单 ${p.id} 已经开着，不用再转。`,
  about: (p: { question: string }): string => `您要问的是：「${p.question}」。`,
  writeWhat: '请把要问的事写下来发给我，我一并转过去。',
  writeOn:
    '接下来您发的话，我都转给工作人员，自己不插话；查进度、点按钮、问政策照样可以。不用了，发 /close 就结束。',
  writeOnInGroup:
    '接下来您在群里 @我 或回复我说的话，我转给工作人员；别人的不转。公司的情况请不要在群里说，私聊我就行。不用了，发 /close 就结束。',
  waiting: ({ opensAt, calendarKnown, usualMinutes, ahead }: WaitingTime): string =>
    [
      opensAt === null
        ? '现在是上班时间，'
        : `现在不在上班时间，工作人员要到${moment(opensAt)}上班后才看得到，之后`,
      usualMinutes === null
        ? '多久能答复我说不准，看到了就会答复您。'
        : `最近大多在 ${lasting(usualMinutes)}内有人答复。`,
      ahead === 0 ? '' : `前面还有 ${ahead} 位在等。`,
      calendarKnown ? '' : '（那一年的放假安排还没有公布，以办公室实际上班为准。）',
    ].join(''),
  botAnswered: (p: { id: number }): string =>
    `（工单 ${p.id} 还开着。这一句是我答的，没有转给工作人员；要转，请在前面加上「转人工」再发一遍。）`,

  botAnsweredInGroup:
    '（您找工作人员的工单还开着。这一句是我答的，没有转过去；要转，请在前面加上「转人工」再发一遍。）',
  notYours: '这不是您的工单。',
  notChanged: '这个工单没有改：可能已经是这样了，或者过了 7 天。',
  filesNotPassed: '文字转过去了；一起发来的图片或文件我看不了，没有转。',
  cannotWriteFirst:
    '在这个聊天里，我没法把工作人员后来写的话发给您，所以没有开工单。请按联系方式找他们，或者在 Telegram、网页聊天里找我。',
  passedOn: '转过去了。',
  answerComes: { private: '答复会私聊发给您。', group: '答复会在这里回复您。' },
  fromStaff: (p: { id: number }): string => `工作人员答复（工单 ${p.id}）：`,
  closedByAsker: (p: { id: number }): string => `工单 ${p.id} 结束了。`,
  closedByStaff: (p: { id: number }): string => `工作人员把工单 ${p.id} 结束了。`,
  closedAsQuiet: (p: { id: number }): string =>
    `工单 ${p.id} 答复以后几个工作日没有新消息，先结束了；没解决的话，请重新打开。`,
  reopenedByStaff: (p: { id: number }): string => `工作人员重新打开了工单 ${p.id}，您可以接着说。`,
  howWasIt: '解决得怎么样？请点一个分数，5 分最好。7 天之内还有事，可以重新打开。',
  thanks: (p: { score: number }): string => `谢谢，记下了：${p.score} 分。`,
  thanksToast: '谢谢！',
  noneOpen: '您现在没有开着的工单。要找工作人员，发「转人工」。',
  refused: {
    closed: (p: { id: number }): string => `工单 ${p.id} 已经结束。还有事，发「转人工」。`,
    notClosed: (p: { id: number }): string => `工单 ${p.id} 本来就开着，请直接说。`,
    tooLate: (p: { id: number }): string => `工单 ${p.id} 结束超过 7 天了，请发「转人工」开一个新的。`,
    otherOpen: (p: { id: number }): string => `您另有一个工单开着，不用再打开工单 ${p.id}，请直接说。`,
    notFound: (p: { id: number }): string => `这不是您的工单（${p.id}）。`,
    badScore: (p: { id: number }): string => `工单 ${p.id} 的分数没有记下，请点 1 到 5 分。`,
    busy: (p: { id: number }): string => `工单 ${p.id} 正有人在改，请再试一次。`,
  },
  askFirst: '请先 @我 把问题说一遍，再找工作人员。',

  staff: {
    states: stateLabels,
    goesTo: {
      private: '您写的，会私聊发给对方。',
      group: '对方没有私聊过机器人：您写的会作为回复发到他提问的群里，大家都看得到，请不要写企业的情况。',
      nowhere: '现在没有办法把话送到对方那里（没有私聊，或者屏蔽了机器人）。',
    } satisfies Record<Destination, string>,
    inGroupHow: (p: { id: number }): string => `还没有发。确实要发到群里，请写：/reply ${p.id} 群 您的话`,
    topicName: (p: { id: number; first: string }): string =>
      p.first === '' ? `工单 ${p.id}` : `工单 ${p.id}：${p.first}`,
    opened: (p: { id: number; inGroup: boolean }): string =>
      `🆕 工单 ${p.id}，${p.inGroup ? '在群里提的' : '私聊提的'}。`,
    /** `goesTo` is one of the sentences above. */
    how: '在这里直接写（没有话题的群里，请回复本工单的消息），就是答复对方。以 // 开头的只是备注，不发出去。结束：/close；重新打开：/reopen。',
    asker: (p: { text: string }): string => `对方：${p.text}`,
    groupBroken:
      '（工作人员群现在发不进去，所以发到这里。请群管理员看看机器人还在不在群里、能不能发消息；换一个群，在那里发 /staffgroup。）',
    bystander: (p: { text: string }): string => `工作人员（在别处）答复：${p.text}`,
    note: (p: { text: string }): string => `备注：${p.text}`,
    closedByAsker: '对方结束了工单。',
    closedByStaff: '工作人员结束了工单。',
    closedAsQuiet: '答复以后几个工作日没有新消息，工单自动结束了。',
    reopenedByAsker: '对方重新打开了工单。',
    reopenedByStaff: '工作人员重新打开了工单。',
    rated: (p: { score: string }): string => `对方给了 ${p.score} 分（满分 5 分）。`,
    reminder: (p: { id: number; minutes: number }): string =>
      `⏰ 工单 ${p.id} 已经等了 ${lasting(p.minutes)}，还没有答复。`,
    again: '（补发）',
    withTicket: (p: { id: number; line: string }): string => `工单 ${p.id}｜${p.line}`,
    delivered: {
      private: '✅ 已私聊送达。',
      group: '✅ 已发到群里。',
    },
    notDelivered: (p: { reason: string }): string => `⚠️ 没有送达：${p.reason}`,
    unknownFate: '⚠️ 不知道有没有送达：发送时断了线。没有自动重发，请再确认一下。',
    reasons: {
      blocked: '对方屏蔽了机器人。',
      deactivated: '对方的账号已经注销。',
      chatNotFound: '找不到和对方的聊天。',
      badRequest: '聊天软件不接受这条消息。',
      namesFirm: '这句话提到了企业，群里不说企业的事。请改写，或者请对方私聊。',
      noWayToReach: '没有办法私聊到对方。',
      other: '发送失败。',
    } as Record<string, string>,
    notLinked: '您还没有登记为工作人员，这句话没有转给对方。请向管理员要工作人员的码，私聊发给机器人。',
    textOnly: '目前只能转文字，这一条没有发出去。',
    edited: '✏️ 已按修改后的文字更新。',
    refused: {
      closed: (p: { id: number }): string => `工单 ${p.id} 已经结束，没有发出去。要接着说，先发 /reopen。`,
      notClosed: (p: { id: number }): string => `工单 ${p.id} 本来就开着。`,
      tooLate: (p: { id: number }): string => `工单 ${p.id} 结束太久了。`,
      otherOpen: (p: { id: number }): string => `对方另有一个工单开着，工单 ${p.id} 没有重新打开。`,
      notFound: (p: { id: number }): string => `没有工单 ${p.id}。`,
      badScore: (p: { id: number }): string => `工单 ${p.id} 的分数不对。`,
      busy: (p: { id: number }): string => `工单 ${p.id} 正有别人在改，请再试一次。`,
      news: (p: { id: number }): string => `工单 ${p.id} 有了新的话，这一句没有发出去；请看过再发。`,
      elsewhere: (p: { id: number }): string =>
        `工单 ${p.id} 的话送到哪里刚刚变了，这一句没有发出去；请看一下工单再发。`,
    },

    groupTied:
      '好，这个群现在是工作人员群。新的工单会出现在这里，每个工单一个话题；没有开话题的群里，是一串回复。',
    groupTiedForumHint: '要每个工单一个话题，请在群设置里打开“话题”，并让机器人当管理员、可以管理话题。',
    groupUntied: '好，这个群不再是工作人员群。工单还在：tongbao tickets，或私聊里的 /tickets。',
    groupOnOrOff:
      '没看懂，什么都没有改。要把这个群设为工作人员群，发 /staffgroup；不再是了，发 /staffgroup off。',
    groupNotTied: '这个群本来就不是工作人员群。',
    groupOnlyByStaff: '只有登记过的工作人员才能设工作人员群。这次尝试已经记录。',

    list: {
      none: '没有开着的工单。',
      title: (p: { count: number }): string => `开着的工单 ${p.count} 个：`,
      row: (p: { id: number; state: TicketState; first: string }): string =>
        `${p.id}. ${p.first === '' ? '（还没有写问题）' : p.first}（${stateLabels[p.state]}）`,
      how: '看全部：/ticket 编号。答复：/reply 编号 内容。结束：/close 编号。',
    },
    usage: {
      ticket: '请写上编号，例如：/ticket 12。编号见 /tickets。',
      reply: '请写上编号和内容，例如：/reply 12 请带营业执照来窗口。编号见 /tickets。',
      close: '请写上编号，例如：/close 12。编号见 /tickets。',
      reopen: '请写上编号，例如：/reopen 12。',
    },
    replied: (p: { id: number }): string =>
      `已记下，正在发给工单 ${p.id} 的提问人；送没送到，看 /ticket ${p.id}。`,
    closed: (p: { id: number }): string => `工单 ${p.id} 已结束，提问人会收到通知。`,
    reopened: (p: { id: number }): string => `工单 ${p.id} 重新打开了。`,
    notice: (p: { id: number; line: string }): string => `工单 ${p.id}：${p.line}\n答复：/reply ${p.id} 内容`,
  },

  shown: {
    title: (p: { id: number; state: TicketState; openedAt: string }): string =>
      `工单 ${p.id}（${stateLabels[p.state]}），${p.openedAt} 开`,
    firms: (p: { names: string[] }): string =>
      p.names.length === 0 ? '提问人没有关联企业。' : `提问人关联的企业：${p.names.join('、')}。`,
    rating: (p: { rating: number }): string => `评分：${p.rating} 分。`,
    authors: { asker: '提问人', staff: '工作人员', system: '系统' },
    kinds: {
      note: '（备注）',
      opened: '开了工单',
      closed: '结束了工单',
      reopened: '重新打开了工单',
      rated: '评了分',
      reminder: '提醒工作人员，已等（分钟）',
    },
    fates: {
      queued: '等着发',
      sending: '正在发',
      sent: '已送达',
      failed: '没送达',
      unknown: '不知道送没送到',
      skipped: '没有发',
    },
    edited: '（改过）',
  },

  cli: {
    describe: '转给工作人员的工单：列出、查看、答复、备注、结束、重新打开、抹去',
    list: '列出开着的工单（默认）',
    closedOnes: '列出已结束的',
    json: '输出 JSON',
    show: '显示一个工单的全部对话，和每句话送没送到',
    reply: '答复提问人',
    inGroup: '对方没有私聊过机器人时，允许发到他提问的群里',
    note: '记一条备注，不发给提问人',
    close: '结束一个工单，并告诉提问人',
    reopen: '重新打开一个工单',
    erase: '抹去一位提问人的全部工单和对话，不能恢复',
    yes: '确认抹去',
    id: '工单编号',
    text: '内容',
    columns: ['编号', '状态', '开单时间', '等待（工作分钟）', '问题'],
    badId: (p: { given: string }): string => `工单编号应当是数字，不是“${p.given}”。`,
    noText: '请写上内容。',
    none: '没有工单。',
    needsGroup: '对方没有私聊过机器人，答复会发到他提问的群里，大家都看得到。确认要发，请加 --in-group。',
    nowhere: '现在没有办法把话送到对方那里（没有私聊，或者屏蔽了机器人），没有记下。',
    sentBy: '由运行中的统保（npm start）发出；没有运行时，下次启动就发。',
    needsYes: (p: { id: number; count: number }): string =>
      `会抹去工单 ${p.id} 的提问人的全部 ${p.count} 个工单和对话。确认请加 --yes。`,
    erased: (p: { count: number }): string => `已抹去 ${p.count} 个工单。`,
    noted: (p: { id: number }): string => `工单 ${p.id} 记下了备注。`,
  },
};
