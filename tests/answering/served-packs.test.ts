import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import { turnAfter } from '../../knowledge/answering/follow-up-turn.ts';
import type { Answer, AskContext, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { formatUsd } from '../../knowledge/packs/amounts.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

const own = await loadPack('jiangsu-2022');
const example = await loadPack('example-2026');
let both: PolicyAnswerer;
let alone: PolicyAnswerer;
beforeAll(async () => {
  alone = await loadAnswerer(own);
  both = await loadAnswerer(own, [example]);
});

/** The pack's figures, as an answer writes them. */
function figuresOf({ payout, cap, coverage, eligibility }: PolicyPack): string[] {
  const amounts = [cap.amount, eligibility.lowerUsd, eligibility.upperUsd].filter((usd) => usd !== null);
  return [
    `${payout.ratioPercent}%`,
    `${coverage.creditTermMaxDays}天`,
    ...amounts.flatMap((usd) => [formatUsd(usd, 'zh-CN'), formatUsd(usd, 'en')]),
  ];
}

const figuresIn = (text: string, pack: PolicyPack): string[] =>
  figuresOf(pack).filter((figure) => new RegExp(`(?<![\\d.])${figure}`).test(text));

/** A conversation; the answer to its last message. */
function talk(answerer: PolicyAnswerer, ...messages: string[]): Answer {
  let before: AskContext | undefined;
  let answer: Answer | undefined;
  for (const message of messages) {
    answer = answerer.ask(message, 'zh-CN', before);
    before = turnAfter(answer, before) ?? before;
  }
  if (answer === undefined) throw new Error('nothing was said');
  return answer;
}

const matters = ['赔付比例是多少', '最高赔偿额是多少', '信用期限最长多少天', '参保条件是什么'];

describe('a question about another place or year', () => {
  const places = ['上海', '浙江', '广东', '宁波', '深圳', '山东', '北京', '四川', '外省', '义乌'];
  const years = [
    ...['2023年', '2024年', '2019年', '23年', '二三年', '二〇二五年', '二五年', '2021年'],
    ...['明年', '去年', '前年', '后年', '往年', '下一年度', '上一年度'],
  ];
  const asked = [...places, ...years].flatMap((named) =>
    matters.flatMap((matter) => [`${named}的${matter}`, `${named}${matter}`]),
  );
  it.each(asked)('gets none of the figures: %s', (question) => {
    for (const answerer of [alone, both]) {
      const { text, outcome, citations } = answerer.ask(question);
      expect(figuresIn(text, own)).toEqual([]);
      expect(figuresIn(text, example)).toEqual([]);
      expect({ outcome, citations }).toEqual({ outcome: 'handoff', citations: [] });
    }
  });

  it.each([
    'What is the payout ratio in Zhejiang?',
    'What is the maximum indemnity in 2024?',
    "What was last year's payout ratio?",
    'What will the payout ratio be next year?',
  ])('in English too: %s', (question) => {
    const { text, outcome } = both.ask(question);
    expect({ outcome, figures: [...figuresIn(text, own), ...figuresIn(text, example)] }).toEqual({
      outcome: 'handoff',
      figures: [],
    });
  });

  it('hears what it may ask instead, only where there is another pack', () => {
    expect(both.ask('浙江的赔付比例').text).toContain('示例省2026年度');
    expect(alone.ask('浙江的赔付比例').text).not.toContain('示例省');
    expect(both.ask('示例省2024年的赔付比例').text).toContain('江苏省2022年度');
  });
});

describe('a question about the own place or year', () => {
  it.each(['江苏', '苏州', '淮安', '昆山', '江苏省', '2022年', '22年'])(
    'is answered, and says whose figure it is: %s',
    (named) => {
      const { text, pack, otherPack, citations } = both.ask(`${named}的最高赔偿额是多少`);
      expect(figuresIn(text, own)).not.toEqual([]);
      expect(text).toContain('江苏省2022年度');
      expect({ pack, otherPack }).toEqual({ pack: 'jiangsu-2022', otherPack: undefined });
      expect(citations[0]?.source).toContain('江苏');
    },
  );

  it.each(['的最高赔偿额', '最高赔多少', '承保哪些风险', '怎么投保', '的赔付比例', '的参保条件'])(
    'is read as the same question without it: %s',
    (matter) => {
      const { topic } = both.ask(matter.replace(/^的/, ''));
      for (const named of ['江苏', '苏州', '2022年', '江苏省2022年度', '示例省', '示例省2026年']) {
        expect({ named, topic: both.ask(`${named}${matter}`).topic }).toEqual({ named, topic });
      }
    },
  );

  it('that names neither needs no such words', () => {
    const { text, pack } = both.ask('赔付比例');
    expect(pack).toBe('jiangsu-2022');
    expect(text).toContain(`${own.payout.ratioPercent}%`);
    expect(text).not.toContain('2022年度');
  });

  it('this year is the year of the pack, and last year that of the exports', () => {
    expect(both.ask('今年的赔付比例是多少').outcome).toBe('answer');
    expect(both.ask('去年出口额要达到多少才能参保').topic).toBe('eligibility');
  });
});

describe('a question about another pack that is served', () => {
  it.each(['示例省的赔付比例', '示例省2026年的赔付比例是多少', '示例市的赔付比例是多少'])(
    'gets its figures and not those of the own pack: %s',
    (question) => {
      const { text, pack, otherPack, citations } = both.ask(question);
      expect({ pack, otherPack }).toEqual({ pack: 'example-2026', otherPack: true });
      expect(text).toContain(`${example.payout.ratioPercent}%`);
      expect(figuresIn(text, own)).toEqual([]);
      expect(text).toContain('示例省2026年度');
      expect(text).toContain('虚构');
      expect(citations[0]?.source).toContain('示例省');
    },
  );

  it('in English, in English words', () => {
    const { text, pack } = both.ask("What is Shili's payout ratio?");
    expect(pack).toBe('example-2026');
    expect(text).toContain('Shili 2026');
  });

  it('is handed over where it is not served', () => {
    const { outcome, text } = alone.ask('示例省2026年的赔付比例');
    expect({ outcome, figures: figuresIn(text, own) }).toEqual({ outcome: 'handoff', figures: [] });
  });

  it.each(['江苏的赔付标准和示例省一样吗', '示例省的赔付比例和江苏有什么不同', '浙江和江苏的赔付比例'])(
    'beside another place is handed over rather than answered by half: %s',
    (question) => {
      expect(both.ask(question).outcome).toBe('handoff');
    },
  );

  it('does not follow from the year alone: it is another province', () => {
    expect(both.ask('2026年的条件')).toMatchObject({ pack: 'jiangsu-2022', outcome: 'handoff' });
  });
});

describe('a follow-up', () => {
  it.each(['那最高赔多少', '那银行拖欠呢', '超过了怎么办', '最高赔偿额是多少'])(
    'stays with the pack that the talk is about: %s',
    (message) => {
      const { pack, text } = talk(both, '示例省的赔付比例', message);
      expect(pack).toBe('example-2026');
      expect(figuresIn(text, own)).toEqual([]);
    },
  );

  it('stays over small talk and several turns', () => {
    expect(talk(both, '示例省的赔付比例', '谢谢', '那最高赔多少', '超过了怎么办').pack).toBe('example-2026');
  });

  it('returns when the own place is named, and asks the same there', () => {
    const { pack, topic, text } = talk(both, '示例省的赔付比例', '那江苏呢');
    expect({ pack, topic }).toEqual({ pack: 'jiangsu-2022', topic: 'payout-ratio' });
    expect(text).toContain('江苏省2022年度');
    expect(talk(both, '示例省的赔付比例', '那江苏呢', '那最高赔多少').pack).toBe('jiangsu-2022');
  });

  it('goes over to the other pack when that is named', () => {
    expect(talk(both, '赔付比例是多少', '那示例省呢')).toMatchObject({
      pack: 'example-2026',
      topic: 'payout-ratio',
    });
  });

  it.each([
    ['浙江的赔付比例', '那最高赔多少'],
    ['浙江的赔付比例', '那银行拖欠呢'],
    ['2024年的赔付比例', '那最高赔偿额呢'],
    ['示例省的赔付比例', '那浙江呢', '那最高赔多少'],
  ])('of a place or year that is not served gets no figures: %s, %s', (...messages) => {
    for (const answerer of [alone, both]) {
      const { outcome, text } = talk(answerer, ...messages);
      expect(outcome).toBe('handoff');
      expect([...figuresIn(text, own), ...figuresIn(text, example)]).toEqual([]);
    }
  });

  it('that comes back from such a place says whose figures it gets', () => {
    expect(talk(both, '浙江的赔付比例', '那江苏呢').text).toContain('江苏省2022年度');
    expect(talk(alone, '浙江的赔付比例', '最高赔偿额是多少').text).toContain('江苏省2022年度');
  });

  it('of a pack that is served no more is one of the own pack', () => {
    const before = turnAfter(both.ask('示例省的截止日期是哪天'), undefined) ?? undefined;
    expect(before?.pack).toBe('example-2026');
    const answer = alone.ask('赔付比例是多少', 'zh-CN', before);
    expect(answer.pack).toBe('jiangsu-2022');
    expect(answer.text).toContain('江苏省2022年度');
  });
});

describe('a topic asked for by a button', () => {
  it('is answered from the pack that the button names', () => {
    expect(both.answerTopic('payout-ratio', 'zh-CN', 'example-2026').text).toContain('70%');
    expect(both.answerTopic('payout-ratio').text).toContain('80%');
  });

  it('says whose figures they are where that pack is not served any more', () => {
    expect(alone.answerTopic('payout-ratio', 'zh-CN', 'example-2026').text).toContain('江苏省2022年度');
  });

  it('that the pack does not hold is handed over', () => {
    expect(alone.answerTopic('deadline', 'zh-CN', 'example-2026').outcome).toBe('handoff');
  });
});

describe('packs of several years of one place', () => {
  it('answer for the year that is named or told as seen from the office’s own', async () => {
    const next: PolicyPack = {
      ...own,
      id: 'jiangsu-2023',
      policyYear: 2023,
      eligibility: { ...own.eligibility, baseYear: 2022 },
      payout: { ...own.payout, ratioPercent: 85 },
    };
    const years = await loadAnswerer(own, [next]);
    for (const named of ['2023年', '23年', '明年', '二三年']) {
      const { pack, text } = years.ask(`${named}的赔付比例是多少`);
      expect({ named, pack }).toEqual({ named, pack: 'jiangsu-2023' });
      expect(text).toContain('85%');
      expect(text).not.toContain('80%');
    }
    expect(years.ask('2024年的赔付比例是多少').outcome).toBe('handoff');
    expect(years.ask('赔付比例是多少').text).toContain('80%');
  });
});
