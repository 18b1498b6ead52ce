import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { knownNames } from '../../bot/engine/known-names.ts';
import { ofText, recognise } from '../../bot/engine/recognise.ts';
import type { Intent } from '../../bot/engine/recognise.ts';
import type { InboundMessage } from '../../bot/model.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

const pack = await loadPack('jiangsu-2022');
const reading = { knownNames: knownNames(pack), currentYear: 2022 };
const kindOf = (text: string): Intent['kind'] => ofText(text, reading).kind;

const inbound = (part: Partial<InboundMessage>): InboundMessage => ({
  channel: 'web',
  externalId: '1',
  chat: { id: '1', kind: 'private' },
  sender: { externalUserId: '1', locale: 'zh-CN' },
  text: '',
  command: null,
  callback: null,
  addressed: true,
  ...part,
});

describe('what a text wants', () => {
  it.each([
    '我们公司到哪一步了',
    '我们到哪一步了？',
    '我司办到第几步了',
    '现在走到哪个环节了',
    '为什么还没通过',
    '为啥一直没审批',
    '我们的申请审批通过了吗',
    '审核通过了没',
    '查一下我们的进度',
    '投保进度怎么样',
    '我们公司投保进展',
    '我们为什么被退回了',
    '卡在哪了',
    'Where are we?',
    'what is our status',
    "why hasn't our application been approved",
  ])('takes "%s" for the status of the own firm', (text) => {
    expect(kindOf(text)).toBe('status');
  });

  it.each([
    '赔付比例是多少',
    '审批通过后怎么看保单',
    '为什么实名认证不通过',
    '制章这一步怎么弄',
    '为什么会退回续转',
    '多久能审核完',
    '中国出口信用保险公司是什么公司',
    '出口信用保险最高赔15万美元吗',
    '买家欠我5万美元能赔吗',
    '我们出口到伊朗能投保吗',
    '这票货款45万美元没收回来怎么办',
    '我们公司的读卡器没反应',
    '参保资格是什么',
    '确认投保',
    'what is the payout ratio',
    'benefits',
    'payments',
    'How do I log in with the card?',
  ])('leaves "%s" to the answerer', (text) => {
    expect(kindOf(text)).toBe('question');
  });

  it.each([
    '去年出口45万美金',
    '2021年出口额30万美元',
    '我们公司去年做了三百万美元能参加吗',
    '出口额20万美金符合条件吗',
    '50万欧元可以吗',
    '301万美元呢？',
    '我们是江苏的，50万美元可以吗',
    'what about $5 million',
    '我们有资格吗',
    '我司符合参保条件吗',
    '我们公司能不能参保',
    'We exported 450,000 USD last year',
    'do we qualify?',
  ])('takes "%s" for the own eligibility', (text) => {
    expect(kindOf(text)).toBe('eligibility');
  });

  it.each([
    '虚构锦程进出口有限公司',
    '虚构锦程有限公司在不在名单',
    fictionalUscc(3),
    `查${fictionalUscc(3)}`,
  ])('notices that "%s" names a firm', (text) => {
    expect(kindOf(text)).toBe('firm');
  });

  it.each(['7KQ2M9XD4R', '7kq2m-9xd4r', '关联码：7KQ2M9XD4R', 'code 7KQ2M9XD4R'])(
    'takes "%s" for a one-time code',
    (text) => {
      expect(ofText(text, reading)).toEqual({ kind: 'code', code: '7KQ2M9XD4R' });
    },
  );

  it.each([
    '我的码是 82WQ3YEGX0',
    '关联码是82wq3-yegx0，谢谢',
    '您好，这是关联码：82WQ3YEGX0。',
    'my code is 82WQ3YEGX0',
  ])('finds the one-time code in "%s"', (text) => {
    expect(ofText(text, reading)).toEqual({ kind: 'code', code: '82WQ3YEGX0' });
  });

  it.each([
    '发票号码是AB12345678',
    '海关编码 8471300000 能投保吗',
    '关联码是什么',
    '我的码是 82WQ3YEGX0 还是 82WQ3YEGX1',
  ])('finds no code to use in "%s"', (text) => {
    expect(kindOf(text)).not.toBe('code');
  });

  it.each([
    ['进度', 'status'],
    ['帮助', 'help'],
    ['资格？', 'eligible'],
    ['步骤', 'steps'],
    ['HELP', 'help'],
  ])('understands the word "%s" as /%s', (text, name) => {
    expect(ofText(text, reading)).toEqual({ kind: 'command', name, args: '' });
  });

  it.each(['', '   ', '\u200B\u202E', '\u0000\n'])('takes %j for nothing', (text) => {
    expect(recognise(inbound({ text }), reading)).toEqual({ kind: 'empty' });
  });

  it('reads through invisible and bidirectional characters', () => {
    expect(recognise(inbound({ text: '我们\u202E到\u200B哪一步了' }), reading).kind).toBe('status');
  });

  it('stays quick on a text of 100 KB', () => {
    expect(recognise(inbound({ text: '我们公司'.repeat(25_000) }), reading).kind).toBe('question');
  });
});

describe('what a command or a button wants', () => {
  it('tells public, staff and unknown commands apart', () => {
    const kind = (name: string) => recognise(inbound({ command: { name, args: 'x' } }), reading);
    expect(kind('STATUS')).toEqual({ kind: 'command', name: 'status', args: 'x' });
    expect(kind('approve')).toEqual({ kind: 'staffCommand', name: 'approve', args: 'x' });
    expect(kind('nonsense')).toEqual({ kind: 'unknownCommand', name: 'nonsense' });
  });

  it.each(['', 'x', 'report|short|sealed', 'report|91320899MA00000020|nonsense', 'status|', 'topic|nothing'])(
    'takes the data %j for an old or forged button',
    (data) => {
      expect(recognise(inbound({ callback: { data, messageId: '1' } }), reading).kind).toBe('staleButton');
    },
  );

  it.each([null, 'realNameVerified'] as const)('reads a correction to %j, in 64 bytes', (step) => {
    const callback = { verb: 'correct', uscc: fictionalUscc(1), step } as const;
    const data = encodeCallback(callback);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
  });

  it.each(['correct|short|none', `correct|${fictionalUscc(1)}`, `correct|${fictionalUscc(1)}|nonsense`])(
    'takes the correction %j for forged',
    (data) => {
      expect(decodeCallback(data)).toBeNull();
    },
  );

  it('reads what it wrote', () => {
    const callback = { verb: 'report', uscc: fictionalUscc(1), step: 'sealed' } as const;
    const data = encodeCallback(callback);
    expect(recognise(inbound({ callback: { data, messageId: '1' } }), reading)).toEqual({
      kind: 'callback',
      callback,
    });
  });
});
