import type { TrialClock, WebTrial } from '../../bot/channels/web/contract.ts';
import type { HandleResult, InboundMessage } from '../../bot/model.ts';
import { replyWith, say } from './scripted-engine.ts';

const callback = (label: string, data: string) => ({ kind: 'callback', label, data }) as const;

/** What a visitor of the page tests may ask; anything else is repeated. */
export function policyScript(m: InboundMessage): HandleResult {
  if (m.command?.name === 'start') return replyWith(say(`收到邀请码 ${m.command.args}`));
  switch (m.callback?.data) {
    case 'report':
      return { ...replyWith(say('已记下：确认投保。下一步是制章。')), toast: '已记下' };
    case 'snooze':
      return { replies: [{ kind: 'edit', message: say('好的，3 个工作日后再提醒。') }], toast: null };
  }
  if (m.text.includes('赔付比例')) {
    return replyWith({
      paragraphs: ['赔付比例按通知的规定执行。', '这是第二段，说明保单最高赔偿额在哪里看。'],
      buttons: [[callback('最高赔多少', 'more'), callback('保哪些风险', 'more')]],
      citation: '来源：赔付比例与最高赔偿额 · 致出口企业的统保通知 · 日期未载明',
    });
  }
  if (m.text.includes('哪一步')) {
    return replyWith({
      paragraphs: [
        '淮安示例工贸有限公司：待企业确认。',
        '您上次说做到了“查看单证”。做完下一步请点按钮告诉我。',
      ],
      buttons: [
        [callback('已确认投保', 'report'), callback('这一步怎么做', 'more')],
        [callback('稍后再提醒', 'snooze')],
      ],
      citation: null,
    });
  }
  if (m.text.includes('怎么投保')) {
    return replyWith({
      paragraphs: ['请打开http://www.singlewindow.cn，进入“金融服务”。'],
      buttons: [[{ kind: 'link', label: '打开单一窗口', url: 'http://www.singlewindow.cn' }]],
      citation: null,
    });
  }
  return replyWith(say(`收到：${m.text}`));
}

/** One firm with one reminder to come. */
export function demoTrial(remind: (identityId: string) => Promise<void>): WebTrial {
  const clock: TrialClock = {
    uscc: '91320800MA1W2X3Y4A',
    firmName: '淮安示例工贸有限公司',
    now: '2022-03-01T01:00:00.000Z',
    nextReminderAt: '2022-03-04T01:00:00.000Z',
  };
  return {
    onNewVisitor: async () => undefined,
    clock: async () => ({ ...clock }),
    async advance(identityId) {
      if (clock.nextReminderAt === null) return 'nothingScheduled';
      clock.now = clock.nextReminderAt;
      clock.nextReminderAt = null;
      await remind(identityId);
      return 'advanced';
    },
  };
}
