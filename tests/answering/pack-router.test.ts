import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { createPackRouter } from '../../knowledge/answering/pack-router.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** Says which pack was asked. */
function answererOf(pack: PolicyPack): PolicyAnswerer {
  const answer = {
    question: '',
    outcome: 'answer' as const,
    topic: null,
    confidence: 1,
    alternatives: [],
    parts: [],
    text: pack.id,
    citations: [],
  };
  return { ask: () => answer, answerTopic: () => answer };
}

describe('a question goes to the pack that it names', () => {
  let asked: (question: string) => string | undefined;
  const built: string[] = [];

  beforeAll(async () => {
    const jiangsu = await loadPack('jiangsu-2022');
    const next: PolicyPack = {
      ...jiangsu,
      id: 'jiangsu-2023',
      policyYear: 2023,
      eligibility: { ...jiangsu.eligibility, baseYear: 2022 },
    };
    const elsewhere = (id: string, policyYear: number): PolicyPack => ({
      ...jiangsu,
      id,
      policyYear,
      province: '示例省',
      provinceAliases: ['示例省', '示例', 'Example Province'],
      cities: ['甲市'],
    });
    const served = (pack: PolicyPack) => ({
      pack,
      answerer: () => {
        built.push(pack.id);
        return answererOf(pack);
      },
    });
    const router = createPackRouter(
      served(jiangsu),
      [next, elsewhere('example-2025', 2025), elsewhere('example-2026', 2026)].map(served),
    );
    asked = (question) => router.ask(question).pack;
  });

  it.each([
    ['赔付比例是多少', 'jiangsu-2022'],
    ['江苏的赔付比例是多少', 'jiangsu-2022'],
    ['淮安的企业能参加吗', 'jiangsu-2022'],
    ['2023年的统保门槛是多少', 'jiangsu-2023'],
    ['我们2021年出口45万美元', 'jiangsu-2022'],
    ['示例省的赔付比例是多少', 'example-2026'],
    ['示例省2025年怎么赔', 'example-2025'],
    ['甲市的企业去年出口多少才够', 'example-2026'],
    ['what does example province pay in 2025', 'example-2025'],
    ['我们在南京，示例省那边赔几成', 'example-2026'],
    ['广东怎么赔', 'jiangsu-2022'],
    ['2019年怎么赔', 'jiangsu-2022'],
  ])('%s -> %s', (question, pack) => {
    expect(asked(question)).toBe(pack);
  });

  it('builds only the answerers that are asked', () => {
    built.length = 0;
    asked('示例省赔几成');
    expect(built).toEqual(['example-2026']);
  });
});
