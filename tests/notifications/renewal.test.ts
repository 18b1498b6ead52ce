import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { renderOfficeNotice } from '../../knowledge/notifications/office-notice.ts';
import { renderRenewalRefused } from '../../knowledge/notifications/render-renewal-refused.ts';
import { packPair } from '../support/pack-pair.ts';

let next: PolicyPack;
beforeAll(async () => {
  ({ next } = await packPair());
});
const refused = (codes: string, givenUsd: number | null, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  renderRenewalRefused({ firm: '示例公司', data: { nextPack: next.id, codes, givenUsd }, next }, locale);

describe('why a firm does not renew', () => {
  it('is told rule by rule, with the next year’s limits, and that the policy stands', () => {
    const { paragraphs, buttons, citation } = refused('valueAbove,notListed', 7_000_000);
    expect(paragraphs).toEqual([
      '示例公司：按2026年的出口额和2027年度的名单核对，贵公司暂时不能续转到2027年度。',
      '出口额：按2026年700万美元算，超过上限600万美元。',
      '名单：要在示例省演示商务局核准名单内才能参保。对名单有疑问，请问当地商务局。',
      '现在的保单不受影响，照常有效到期满。',
      expect.stringContaining('名单更正后，我会重新核对并告诉您') as string,
    ]);
    expect(buttons.flat().map(({ label }) => label)).toEqual(['联系方式']);
    expect(citation).toContain('参加条件');
  });

  it.each(['valueBelow', 'valueAbove', 'valueUnknown', 'notListed'])(
    'is said in English, too: %s',
    (code) => {
      const { paragraphs } = refused(code, 50_000, 'en');
      expect(paragraphs).toHaveLength(4);
      expect(paragraphs.join('\n')).not.toMatch(/undefined|null|NaN/);
      expect(paragraphs[1]).toMatch(/^(Exports|List|Export|Approved)/);
    },
  );
});

describe('what staff are told of the office’s own matters', () => {
  it.each(['zh-CN', 'en'] as const)('is whole sentences in %s, marked when repeated', (locale) => {
    for (const about of ['calendarUnknown', 'nextPackMissing', 'renewalMissed', 'renewalOpened']) {
      const data = { about, year: 2027, packId: 'a-2026', nextPackId: 'a-2027', opensOn: '2026-12-01' };
      const { paragraphs } = renderOfficeNotice({ data, repeated: false, locale });
      expect(paragraphs.join('\n')).toMatch(about === 'calendarUnknown' ? /2027/ : /a-2026/);
      const again = renderOfficeNotice({ data, repeated: true, locale });
      expect(again.paragraphs[0]).not.toBe(paragraphs[0]);
    }
  });
});
