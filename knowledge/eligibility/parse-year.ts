import { chineseNumber } from './chinese-numbers.ts';

export interface YearFound {
  /** `unusable`: 今年 or 前年 where it is not known which year it is now. */
  year: number | 'lastYear' | 'unusable';
  index: number;
}

const patterns: readonly (readonly [
  RegExp,
  (match: RegExpExecArray, currentYear?: number) => YearFound['year'],
])[] = [
  [/(?<!\d)(?:19|20)\d{2}(?=\s*(?:财?年|全年|出口|exports?\b))/gu, ([year]) => Number(year)],
  [/[二两]?[零〇][零〇一二三四五六七八九]{2}(?=年)|二[零〇][零〇一二三四五六七八九]{2}(?=年)/gu, spokenYear],
  [/\b(?:in|of|for|fy|year|during)\s*(20\d{2})\b/gu, ([, year]) => Number(year)],
  // 21年, but not 做了21年.
  [
    /(?<![\d.了做干满立已有共])(\d{2})年(?!了|来|多|的?历史|经验|的?外贸)/gu,
    ([, year]) => 2000 + Number(year),
  ],
  [/去年|上一?年度?(?!限)|last year|previous year/gu, () => 'lastYear'],
  [/今年|本年度?|this year/gu, (_, currentYear) => currentYear ?? 'unusable'],
  [
    /(?<!大)前年|the year before last/gu,
    (_, currentYear) => (currentYear === undefined ? 'unusable' : currentYear - 2),
  ],
];

function spokenYear([said]: RegExpExecArray): YearFound['year'] {
  const year = chineseNumber(said.startsWith('二') ? said : `二${said}`);
  return year ?? 'unusable';
}

/** Years that a text names, in order. */
export const findYears = (text: string, currentYear?: number): YearFound[] =>
  patterns
    .flatMap(([pattern, yearOf]) =>
      [...text.matchAll(pattern)].map((m) => ({ year: yearOf(m, currentYear), index: m.index })),
    )
    .sort((a, b) => a.index - b.index);
