import type { EligibilityGiven } from './types.ts';

type Listed = Exclude<EligibilityGiven['listed'], null>;

const list = '(?:核准|企业|小微|统保|商务[厅局])*(?:的)?(?:核准)?名单';
const ofRule = /(?:必须|需要|要求|一定|是不是要|要不要|要|得|才)(?:先)?[在进]/u;

/** In order: a rule or a question is no statement, doubt comes before denial, denial before assertion. */
const patterns: readonly (readonly [RegExp, Listed | null])[] = [
  [/^\s*(?:不知道|不清楚|不太清楚|不确定|没查过|not sure|i don'?t know|unknown)\s*[。.!]?\s*$/u, 'unknown'],
  [ofRule, null],
  [new RegExp(`${list}[里上中内]?面?的?(?:就|才|都)`, 'u'), null],
  [new RegExp(`(?:不知道|不清楚|不确定|不晓得|不了解|没查|没确认|未确认).{0,12}${list}`, 'u'), 'unknown'],
  [new RegExp(`${list}.{0,10}(?:不知道|不清楚|不确定|没查|没看到|怎么查|哪里查)`, 'u'), 'unknown'],
  [new RegExp(`(?:在不在|是不是在|是否在|有没有在|有没有进).{0,8}${list}`, 'u'), 'unknown'],
  [new RegExp(`${list}[里上中内]?面?(?:有没有|吗|么|没\\b|没有[?？]|[?？])`, 'u'), 'unknown'],
  [
    /not sure.{0,30}\blist\b|\b(?:are|is|am) (?:we|i|our company|my company) on (?:the|your)\b.{0,20}list/u,
    'unknown',
  ],
  [/not (?:yet )?on (?:the|your)\b.{0,20}list|(?:isn't|aren't) on (?:the|your)\b.{0,20}list/u, false],
  [
    new RegExp(
      `(?:不在|没在|没有在|没进|没有进|未进|未列入|没列入|没被列入|没有被列入|没上|不属于).{0,8}${list}`,
      'u',
    ),
    false,
  ],
  [new RegExp(`${list}[里上中内]?面?(?:没有?|无|找不到|查不到)(?:我|咱|本|$|[；,。!])`, 'u'), false],
  [new RegExp(`(?:在|进了|进入了?|列入了?|上了|属于).{0,8}${list}`, 'u'), true],
  [new RegExp(`${list}[里上中内]?面?(?:已经)?有(?:我|咱|本|$|[；,。!])`, 'u'), true],
  [/\bon (?:the|your)\b.{0,20}list/u, true],
];

/** What a text says of the approved list; null when nothing. */
export const findListed = (text: string): Listed | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
