import { describe, expect, it } from 'vitest';
import { loadPack, readPackFiles } from '../../activities/load-pack.ts';
import { checkPack } from '../../knowledge/packs/check.ts';
import type { PackIssue } from '../../knowledge/packs/check.ts';
import { renderIssue } from '../../knowledge/packs/render-issue.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

const pack = await loadPack('jiangsu-2022');

/** The issues of the pack after one change to it. */
const issuesAfter = (change: (p: PolicyPack) => void): PackIssue[] => {
  const changed = structuredClone(pack);
  change(changed);
  return checkPack(changed);
};
const nextYear = { source: 'office', section: '提醒节奏', opensOn: '2022-09-01' };
const at = <T>(list: T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

describe('checkPack', () => {
  it('finds nothing wrong with the pack that ships', async () => {
    expect(checkPack(await readPackFiles('jiangsu-2022'))).toEqual([]);
  });

  it.each<[string, (p: PolicyPack) => void, PackIssue]>([
    ['a topic without an answer', (p) => p.faq.splice(0, 1), { code: 'topicMissing', topic: 'eligibility' }],
    [
      'a topic answered twice',
      (p) =>
        p.faq.push({ ...structuredClone(at(p.faq, 17)), questions: ['甲', '乙', '丙'], questionsEn: ['x'] }),
      { code: 'topicTwice', topic: 'fees' },
    ],
    [
      'a placeholder that names no fact',
      (p) => (at(p.faq, 0).short.en = 'See {eligibility.nothing}.'),
      { code: 'placeholderUnresolved', path: 'faq.0.short.en', placeholder: '{eligibility.nothing}' },
    ],
    [
      'a form that does not fit its fact',
      (p) => (at(p.faq, 0).short.en = 'See {insurer.name|usd}.'),
      { code: 'placeholderUnresolved', path: 'faq.0.short.en', placeholder: '{insurer.name|usd}' },
    ],
    [
      'digits typed into an answer',
      (p) => (at(p.faq, 15).short['zh-CN'] = '赔付比例是80%。'),
      { code: 'numberInProse', path: 'faq.15.short.zh-CN', found: '80%' },
    ],
    [
      'full-width digits',
      (p) => (at(p.faq, 15).short['zh-CN'] = '赔付比例是８０。'),
      { code: 'numberInProse', path: 'faq.15.short.zh-CN', found: '８０' },
    ],
    [
      'an amount in Chinese numerals',
      (p) => (at(p.faq, 16).short['zh-CN'] = '最多赔十五万美元。'),
      { code: 'numberInProse', path: 'faq.16.short.zh-CN', found: '十五万' },
    ],
    [
      'an unknown source',
      (p) => (p.payout.source = 'web'),
      { code: 'sourceUnknown', path: 'payout', source: 'web' },
    ],
    [
      'an unknown section',
      (p) => (p.payout.section = '第九章'),
      { code: 'sectionUnknown', path: 'payout', section: '第九章' },
    ],
    [
      'a citation of nothing',
      (p) => (at(p.faq, 0).cites = ['eligibility.baseYear']),
      { code: 'citeUnresolved', path: 'faq.0.cites', cite: 'eligibility.baseYear' },
    ],
    [
      'a blank text',
      (p) => (p.coverage.business.en = '  '),
      { code: 'textMissing', path: 'coverage.business.en' },
    ],
    [
      'a missing language',
      (p) => delete (p.title as Partial<PolicyPack['title']>).en,
      { code: 'textMissing', path: 'title.en' },
    ],
    [
      'an ID that no button has room for',
      (p) => (p.id = 'a-long-name-of-a-pack'),
      { code: 'idTooLong', path: 'id', id: 'a-long-name-of-a-pack', longest: 20 },
    ],
    [
      'a next pack that no button has room for',
      (p) => (p.renewal = { ...nextYear, nextPack: 'heilongjiang-prov-2027' }),
      { code: 'idTooLong', path: 'renewal.nextPack', id: 'heilongjiang-prov-2027', longest: 20 },
    ],
    ['a step without a guide', (p) => p.steps.splice(6, 1), { code: 'stepWithoutGuide', step: 'sealed' }],
    ['a step with two guides', (p) => p.steps.push(at(p.steps, 6)), { code: 'stepTwice', step: 'sealed' }],
    ['guides out of order', (p) => p.steps.reverse(), { code: 'stepsOutOfOrder', step: 'confirmed' }],
    [
      'a label without a gloss',
      (p) => at(p.steps, 6).buttons.push('下一步'),
      { code: 'glossMissing', path: 'steps.6', name: '下一步' },
    ],
    [
      'a button that the page does not have',
      (p) => (at(p.steps, 6).instruction.en = 'Click {button.7}.'),
      { code: 'placeholderUnresolved', path: 'steps.6.instruction.en', placeholder: '{button.7}' },
    ],
    [
      'bounds the wrong way round',
      (p) => (p.eligibility.lowerUsd = 9_000_000),
      { code: 'boundsOrder', lowerUsd: 9_000_000, upperUsd: 3_000_000 },
    ],
    [
      'a period that ends before it begins',
      (p) => (p.application.policyPeriod = { from: '2023-01-01', to: '2022-01-01' }),
      { code: 'periodOrder', from: '2023-01-01', to: '2022-01-01' },
    ],
    [
      'one question under two topics',
      (p) => at(p.faq, 1).questions.push('参保条件是什么？'),
      { code: 'questionTwice', question: '参保条件是什么？', topic: 'how-to-apply', other: 'eligibility' },
    ],
    [
      'a cap in another currency written as dollars',
      (p) => {
        p.cap.currency = 'CNY';
        at(p.faq, 16).short.en = 'At most {cap.amount|usd}.';
      },
      { code: 'currencyMismatch', path: 'faq.16.short.en' },
    ],
    [
      'an amendment that the fact does not follow',
      (p) =>
        p.amendments.push({
          path: 'eligibility.upperUsd',
          before: 3_000_000,
          after: 6_000_000,
          effectiveFrom: null,
        }),
      { code: 'amendmentStale', path: 'amendments.0', field: 'eligibility.upperUsd', after: '6000000' },
    ],
    [
      'a group that nobody has filled in',
      (p) => p.toFill.push('cap'),
      { code: 'groupToFill', group: 'cap', step: 1, total: 1 },
    ],
    [
      'a text of the pattern',
      (p) => (p.insurer.name = '示例演示保险公司'),
      { code: 'patternText', group: 'insurer', path: 'insurer.name', text: '示例演示保险公司' },
    ],
    [
      'a contact of a city elsewhere',
      (p) => (at(p.contacts.operation, 0).city = '宁波'),
      { code: 'cityUnknown', path: 'contacts.operation.0.city', city: '宁波' },
    ],
  ])('finds %s', (_, change, issue) => {
    const issues = issuesAfter(change);
    expect(issues).toContainEqual(issue);
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(renderIssue(issue, locale)).not.toMatch(/undefined/);
    }
  });

  it.each([[null], ['text'], [{}], [[]], [{ ...pack, cap: { ...pack.cap, unit: 'perShip' } }]])(
    'names the place where %j does not fit the schema',
    (raw) => {
      const issues = checkPack(raw);
      expect(issues.length).toBeGreaterThan(0);
      expect(issues.every((i) => i.code === 'schema' && i.path !== '')).toBe(true);
    },
  );
});
