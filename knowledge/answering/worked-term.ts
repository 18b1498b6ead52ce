import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import type { TermCase, TermUnit } from './worked-kinds.ts';

const termCue =
  /账期|放账|赊|信用期|付款|收汇|远期|o\/?a\b|d\/?a\b|l\/?c\b|\b(?:credit|terms?|payment|net|open account)\b/iu;
/** Days of something else, or a bound instead of a term. */
const notTerm =
  /拖欠|逾期|过期|过了|等了|晚了|多久|审批|工作日|最长|最多|(?:超过?|大于|多于|不到|小于|少于|低于|至少|高于|以内|之内)\s*\d|\d+ ?(?:天|个月|年)(?:以上|以下|以内|之内|多|来|左右)|\b(?:late|overdue|over|more than|less than|under|beyond|exceed\w*|within|up to|at least|longest|maximum)\b|[-−]\s*\d+ ?(?:天|个月|days?)|\d[\d.,]*\s*(?:到|至|~|-|or|to|或)\s*\d/iu;

/** The shortest and the longest that so many units can be: six months are 181 to 184 days. */
const days: Record<TermUnit, readonly [number, number]> = { day: [1, 1], month: [30, 31], year: [365, 366] };

/** The one credit term in the plain form of a question. */
export function creditTermIn(pack: PolicyPack, topic: TopicId, read: string): TermCase | null {
  const maxDays = pack.coverage.creditTermMaxDays;
  if (maxDays === null || notTerm.test(read)) return null;
  if (topic !== 'credit-term' && !termCue.test(read)) return null;
  const found = [
    ...read.matchAll(
      /(?<![\d.,])(\d{1,9})[ -]?(天|个月|days?\b|months?\b|d\b)|(半|一|1|两|2|三|3|one|two|three)[ -]?(年|years?\b)/gu,
    ),
  ].map(([, count, unit, years]) => {
    if (count !== undefined)
      return { count: Number(count), unit: /^(?:个月|m)/.test(unit ?? '') ? 'month' : 'day' } as const;
    if (years === '半') return { count: 6, unit: 'month' } as const;
    const value = /[一1]|one/.test(years ?? '') ? 1 : /[两2]|two/.test(years ?? '') ? 2 : 3;
    return { count: value, unit: 'year' } as const;
  });
  const [first, ...others] = found;
  if (first === undefined || first.count <= 0) return null;
  if (others.some(({ count, unit }) => count !== first.count || unit !== first.unit)) return null;
  const [short, long] = days[first.unit];
  if (first.count * long <= maxDays) return { kind: 'termWithin', ...first, maxDays };
  // Twelve months may be just inside or just beyond: then nothing is said.
  return first.count * short > maxDays ? { kind: 'termBeyond', ...first, maxDays } : null;
}
