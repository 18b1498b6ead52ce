import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { loadPack } from '../../activities/load-pack.ts';
import { createAlike } from '../../knowledge/misses/alike.ts';
import { groupFor, sameQuestion } from '../../knowledge/misses/grouping.ts';
import { overlap } from '../../knowledge/misses/overlap.ts';
import { createParticulars } from '../../knowledge/misses/particulars.ts';

const open = [
  { id: 1, text: '保单可以退保吗' },
  { id: 2, text: '出险了要多少天内报案' },
];
const same = (): number => 1;
const different = (): number => 0;

describe('near-duplicates', () => {
  it('are one question where only the typing differs, whatever the language model thinks', () => {
    expect(groupFor('保單可以退保嗎？？', open, different)).toBe(1);
    expect(groupFor('  保单 可以退保吗!', open, different)).toBe(1);
  });

  it('need both like words and like meaning', () => {
    expect(groupFor('保单签了以后能退保吗', open, same)).toBe(1);
    expect(groupFor('保单签了以后能退保吗', open, different)).toBeNull();
    expect(groupFor('读卡器坏了找谁', open, same)).toBeNull();
    expect(groupFor('', open, same)).toBeNull();
  });

  it('are never merged over a figure, a place or a negation', async () => {
    const particulars = createParticulars(await loadPack('jiangsu-2022'));
    const asked = [{ id: 3, text: '北京的企业出险30天内报案可以吗' }];
    expect(groupFor('北京的企业出险30天内报案可以么', asked, same, particulars)).toBe(3);
    expect(groupFor('北京的企业出险60天内报案可以吗', asked, same, particulars)).toBeNull();
    expect(groupFor('浙江的企业出险30天内报案可以吗', asked, same, particulars)).toBeNull();
    expect(groupFor('北京的企业出险30天内不可以报案吗', asked, same, particulars)).toBeNull();
  });

  it('take more for an answer without a person than for a group', () => {
    const texts = [{ text: '保单可以退保吗' }];
    const alike = (): number => 0.92;
    expect(sameQuestion('保单签了以后能退保吗', texts, { purpose: 'group', alike })).not.toBeNull();
    expect(sameQuestion('保单签了以后能退保吗', texts, { purpose: 'answer', alike })).toBeNull();
  });

  it.each([
    ['保单可以退保吗', '请问保单能不能退保', true],
    ['赔款几天到账', '赔款多久能到账', true],
    ['买方信用限额怎么申请', '买方信用限额要多少钱', false],
    ['出险了多久内要报案', '出险了怎么报案', false],
    ['可以不投保吗', '可以投保吗', false],
  ])('hold together what asks the same of one matter: %s / %s', async (one, two, together) => {
    const alike = createAlike(await loadLanguageModel());
    expect(groupFor(two, [{ id: 1, text: one }], alike)).toBe(together ? 1 : null);
  });

  // Whatever the vectors say: these hold over any weights of the language model.
  it.each([
    ['派人上门教操作', '派人上门教我们操作'],
    ['能不能派人上门教我们操作?我手机〔电话〕', '你们能派人上门教操作吗'],
    ['你好，请问买方限额怎样申请？', '买方信用限额怎么申请'],
    ['买方限额怎样申请', '买方限额怎么申请呢，电话〔电话〕，微信：〔账号〕，谢谢'],
    ['怎么申请买方限额', '买家限额如何申请啊'],
    ['我们是〔企业〕，能退保吗', '可以退保吗'],
    ['我叫〔姓名〕，想问退保可不可以', '请教一下能否退保'],
    ['保单丢了怎么补', '老师，保单遗失了如何补办'],
    [
      'How do I apply for a buyer limit?',
      'Hello, please, how do I apply for a buyer limit? My phone is 〔电话〕',
    ],
  ])('join %s / %s', (one, two) => {
    expect(groupFor(two, [{ id: 1, text: one }], different)).toBe(1);
    expect(groupFor(one, [{ id: 1, text: two }], different)).toBe(1);
  });

  it.each([
    ['买方限额怎么申请', '买方限额怎么取消'],
    ['买方限额怎么申请', '买方限额多久批下来'],
    ['美国买方限额怎么申请', '买方限额怎么申请'],
    ['保单怎么下载', '保单怎么修改'],
    ['报关单怎么修改', '投保单怎么修改'],
    ['保单丢了能退保吗', '保单能退保吗'],
    ['我们要交钱吗', '你们要交钱吗'],
    ['出险怎么报案', '出险怎么索赔'],
    ['可以参保吗', '可以退保吗'],
    ['派人上门教操作', '派人上门盖章'],
    ['逾期没投保能补吗', '没投保能补吗'],
    ['〔电话〕打不通怎么办', '〔电话〕打不通找谁'],
  ])('keep apart %s / %s', (one, two) => {
    expect(groupFor(two, [{ id: 1, text: one }], same)).toBeNull();
    expect(groupFor(one, [{ id: 1, text: two }], same)).toBeNull();
  });

  it('keep apart what was judged to be of other matters, unless the words are the same', () => {
    const withdraw = { kind: 'handedOver', subject: 'withdraw' } as const;
    const claims = { kind: 'handedOver', subject: 'claims' } as const;
    const asked = [{ id: 1, text: '保单可以退保吗', madeOf: withdraw }];
    const longer = '保单签了以后能退保吗';
    expect(groupFor(longer, asked, () => 0.85, undefined, { madeOf: withdraw })).toBe(1);
    expect(groupFor(longer, asked, () => 0.85)).toBeNull();
    expect(groupFor(longer, asked, same, undefined, { madeOf: claims })).toBeNull();
    expect(groupFor('请问保单能不能退保', asked, different, undefined, { madeOf: claims })).toBe(1);
  });

  it('are told by the language model from other matters', async () => {
    const alike = createAlike(await loadLanguageModel());
    expect(alike('保单可以退保吗', '保单可以退保吗')).toBeCloseTo(1, 3);
    expect(alike('保单可以退保吗', '保单能退保吗')).toBeGreaterThan(
      alike('保单可以退保吗', '海关编码怎么查'),
    );
  });

  it('are measured from 0 to 1', () => {
    expect(overlap('退保', '退保')).toBe(1);
    expect(overlap('退保', '报案')).toBe(0);
    expect(overlap('', '')).toBe(0);
  });
});
