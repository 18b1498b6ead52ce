import type { Locale } from '../../answering/types.ts';
import type { QuestionGroup } from '../../misses/types.ts';

const times = (count: number): string => `${count} 次`;
const madeOf = (made: QuestionGroup['madeOf']): string =>
  made.kind === 'foundUseless' ? '答了，被评没用' : '没有答上';
const languages: Record<Locale, string> = { 'zh-CN': '', en: '，英文' };

export const misses = {
  useful: '👍 有用',
  useless: '👎 没用',
  thanks: '谢谢，知道有用就好。',
  thanksToast: '谢谢！',
  passedOn: '明白了。这个问题我已经记下来，请工作人员看；有了答复，我会在这里告诉您。',
  passedOnToast: '已记下',
  couldNotPassOn: '谢谢告知。您提的问题还有不少在等工作人员答复，这一个请直接联系办公室。',
  tooOld: '这个按钮已经失效了。请把问题再发一遍，我再答一次。',
  noted: '这个问题我已经记下来，请工作人员看；有了答复，我会在这里告诉您。',

  tooMany: '您提的问题还有不少在等工作人员答复，这一个没有再记，请直接联系办公室。',

  told: (p: { question: string }): string => `您问过：「${p.question}」。办公室的答复：`,
  repeatedMark: '（补发）',
  officeAnswer: '办公室答复',
  byStaff: '工作人员',

  /** What a reader sees in the place of a mark; keyed by what the mark says. */
  markWords: {
    电话: '电话',
    邮箱: '邮箱',
    信用代码: '信用代码',
    号码: '号码',
    链接: '链接',
    账号: '账号',
    企业: '某公司',
    姓名: '某人',
    地址: '某地址',
    金额: '某金额',
  } as Record<string, string>,

  list: {
    none: '目前没有等待答复的问题。',
    title: (p: { count: number }): string => `等待答复的问题共 ${p.count} 个，问得最多的在前：`,
    row: (p: QuestionGroup): string =>
      `${p.id}. ${p.text}\n（问过 ${times(p.count)}，${madeOf(p.madeOf)}${languages[p.locale]}${p.otherPackId === null ? '' : `，问的是政策包 ${p.otherPackId}`}）`,
    more: (p: { count: number }): string => `还有 ${p.count} 个没有列出。`,
    how: '答复：/answer 编号 答复内容。结尾加 --keep，以后有人这样问就用这个答复。不用答复的：/dismiss 编号。',
  },
  answer: {
    usage: '请写上编号和答复，例如：/answer 3 可以，请带营业执照来窗口办理。编号见 /questions。',
    notOpen: (p: { id: number }): string => `没有等待答复的问题 ${p.id}，可能已经答复过。请看 /questions。`,
    tooLong: (p: { most: number }): string => `答复太长了，请不要超过 ${p.most} 个字。`,
    namesSomebody:
      '答复里好像有某家企业、某位联系人或者信用代码。答复会发给问过的每一个人，请去掉以后再发；什么都还没有发。',
    done: (p: { id: number; question: string }): string => `问题 ${p.id} 已经答复：「${p.question}」。`,
    toTell: (p: { toTell: number; unreachable: number }): string =>
      [
        p.toTell === 0 ? '没有可以私下告知的提问人。' : `会私下告诉 ${p.toTell} 位提问的人。`,
        p.unreachable === 0 ? '' : `另有 ${p.unreachable} 位没有私聊过我或者屏蔽了我，告诉不到。`,
      ].join(''),
    kept: (p: { id: number }): string =>
      `以后有人这样问，就用这个答复，注明是办公室答复（第 ${p.id} 条）。通知里写明的内容始终优先。要撤下：/revoke ${p.id}。`,
  },
  dismiss: {
    usage: '请写上编号，例如：/dismiss 3。编号见 /questions。',
    done: (p: { id: number }): string => `问题 ${p.id} 已经关闭，不作答复，也不通知提问的人。`,
  },
  revoke: {
    none: '目前没有采用中的办公室答复。',
    usage: (p: { rows: string[] }): string =>
      `采用中的办公室答复，撤下用 /revoke 编号：\n${p.rows.join('\n')}`,
    row: (p: { id: number; question: string; text: string }): string =>
      `${p.id}. ${p.question}\n答：${p.text}`,
    notFound: (p: { id: number }): string => `没有采用中的办公室答复第 ${p.id} 条。`,
    done: (p: { id: number }): string => `办公室答复第 ${p.id} 条已经撤下，从现在起不再使用。`,
  },

  cli: {
    describe: '等待工作人员答复的问题：列出、答复、关闭、撤下',
    list: '列出等待答复的问题（默认）',
    json: '输出 JSON',
    answer: '答复一个问题，并告诉问过的人',
    dismiss: '关闭一个问题，不作答复',
    kept: '列出采用中的办公室答复',
    revoke: '撤下一条采用中的办公室答复',
    id: '编号，见 questions 或 questions kept',
    text: '答复内容',
    keep: '以后有人这样问，就用这个答复',
    columns: ['编号', '次数', '语言', '结果', '问题'],
    keptColumns: ['编号', '日期', '问题', '答复'],
    outcome: madeOf,
    ofPack: (p: { otherPackId: string | null }): string =>
      p.otherPackId === null ? '' : `[${p.otherPackId}] `,
    badId: (p: { given: string }): string => `编号应当是数字，不是“${p.given}”。`,
    noText: '请写上答复内容。',
    notOpen: (p: { id: number }): string =>
      `没有等待答复的问题 ${p.id}，可能已经答复过。等待答复的问题：tongbao questions。`,
    notFound: (p: { id: number }): string =>
      `没有采用中的办公室答复第 ${p.id} 条。采用中的：tongbao questions kept。`,
    told: '提问的人由运行中的统保（npm start）告知；没有运行时，下次启动就发。',
    dismissed: (p: { id: number }): string => `问题 ${p.id} 已经关闭，不作答复。`,
    keptAs: (p: { id: number }): string =>
      `以后有人这样问，就用这个答复，注明是办公室答复（第 ${p.id} 条）。要撤下：tongbao questions revoke ${p.id}。`,
  },
};
