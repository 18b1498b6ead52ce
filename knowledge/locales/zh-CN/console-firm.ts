import type { ReminderSkip } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

type Reminded =
  | { outcome: 'sent'; sent: number }
  | { outcome: 'collected' | 'failed' | 'unknown' }
  | { outcome: 'skipped'; reason: ReminderSkip };

/** What is said of one firm on its page in the console. */
export const consoleFirm = {
  fromConsole: '管理台',
  who: {
    cli: '命令行',
    import: '导入的名单',
    system: '程序',
    formerStaff: '已离开的工作人员',
    contact: '企业联系人',
    contactOn: (p: { channel: string; primary: boolean }): string =>
      `${p.primary ? '第一联系人' : '企业联系人'}（${p.channel}）`,
  },
  note: (p: { text: string }): string => `备注：${p.text}`,
  noteHidden: '备注（经办可以看内容）',
  applied: '已修改，会通知关联的联系人。',
  alreadyApplied: '这次修改之前已经记下了。',
  unavailable: {
    notFound: '这家企业的投保还没有开始跟踪，或者跟踪已经结束，没有改动。跟踪结束的，只能“更正”。',
    unreachable: '工作流引擎没有回应，什么都没有做。请稍后再试，或者请管理员运行 tongbao doctor。',
    noAnswer: '还没有回音，可能已经做了，也可能没有。请过一会儿看看“经过”；再按一次也只算一次。',
  },
  reminded: (r: Reminded): string => {
    switch (r.outcome) {
      case 'sent':
        return `已发出，${r.sent} 位联系人。`;
      case 'collected':
        return '会和这位联系人其他企业的提醒合成一条，几分钟内发出。';
      case 'skipped':
        return `没有发：${enrollment.skipLabels[r.reason]}。`;
      case 'failed':
        return '没有发成：联系人的渠道都发不到。';
      case 'unknown':
        return '发了，但不确定是否送达。';
    }
  },
};
