import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { loadPack } from '../../activities/load-pack.ts';
import { createAlike } from '../../knowledge/misses/alike.ts';
import { groupFor, overlap, sameQuestion } from '../../knowledge/misses/grouping.ts';
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
