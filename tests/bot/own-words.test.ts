import { describe, expect, it } from 'vitest';
import { ownWords } from '../../bot/engine/own-words.ts';

describe('what somebody says of the own enrollment', () => {
  it.each([
    ['全部做完了', 'submitted'],
    ['已经办好了', 'submitted'],
    ['我已经提交了', 'submitted'],
    ['都弄好了', 'submitted'],
    ['搞定', 'submitted'],
    ['我们已经完成投保了。', 'submitted'],
    ['we are done, submitted everything', 'submitted'],
    ['all done', 'submitted'],
    ['我们确认投保了', 'confirmed'],
    ['我们已经制章了', 'sealed'],
    ['印章做好了', 'sealed'],
    ['we have sealed it', 'sealed'],
    ['我们实名认证做完了', 'realNameVerified'],
    ['协议签好了', 'agreementSigned'],
    ['数据授权完成了', 'dataAuthorised'],
    ['联系人填好了', 'contactFilled'],
  ])('takes "%s" for having done %s', (text, step) => {
    expect(ownWords(text)).toEqual({ kind: 'done', step });
  });

  it.each([
    '做完了吗',
    '全部做完了吗？',
    '制章做完了然后怎么办',
    '实名认证做完了怎么没反应',
    '我已经提交了为什么还没通过',
    '提交了多久能审批',
    '制章做完了之后',
    '我们还没提交',
    '没做完',
    '实名认证失败了',
    '确认投保',
    '制章',
    '签署协议',
    '确认投保了哪里看保单',
    '客户付款了',
    '索赔材料提交了',
    '买家破产了',
    '怎么办',
    '赔付比例是多少',
    '保单什么时候生效',
    '如果提交了',
    '为什么会退回续转',
    '解除保单是什么意思',
    '被退回了怎么办',
    '取消投保',
    '解除保单',
    'how do I get it done?',
    'can I stop paying the premium',
    '什么时候发通知',
    '不收到通知可以投保吗',
    '',
    '我们公司'.repeat(25_000),
  ])('leaves "%s" alone', (text) => {
    expect(ownWords(text)).toBeNull();
  });

  it.each([
    '我点错了',
    '报错了',
    '我们刚才报错了',
    '其实还没做完',
    '点错了，怎么改',
    'I tapped the wrong button',
  ])('takes "%s" for a wrong report', (text) => {
    expect(ownWords(text)).toEqual({ kind: 'correction' });
  });

  it.each(['下一步呢', '然后呢？', '接下来呢', '下一步怎么做', '接下来该做什么', "what's next"])(
    'takes "%s" for the page that comes now',
    (text) => {
      expect(ownWords(text)).toEqual({ kind: 'next' });
    },
  );

  it.each(['为什么被退回', '为什么还没通过', '退回原因', '被退回的原因是什么', '我们怎么被退回了'])(
    'takes "%s" for the own status',
    (text) => {
      expect(ownWords(text)).toEqual({ kind: 'status' });
    },
  );

  it.each([
    '取消关联',
    '我要取消关联',
    '解绑企业的关联',
    '我离职了',
    '我不再代表这家公司',
    'please unlink me',
  ])('takes "%s" for the wish to leave the firm', (text) => {
    expect(ownWords(text)).toEqual({ kind: 'leave' });
  });

  it.each([
    '不想再收到提醒',
    '别再提醒了',
    '不要再给我发提醒了',
    '关闭提醒',
    'stop',
    'unsubscribe',
    'no more reminders please',
  ])('takes "%s" for the wish for no more reminders', (text) => {
    expect(ownWords(text)).toEqual({ kind: 'stop' });
  });
});
