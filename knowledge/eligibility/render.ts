import type { Citation, Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import { citationOf } from '../packs/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import { isDecided } from './judge.ts';
import { placeName, provinceName } from './provinces.ts';
import type { EligibilityReason, EligibilityVerdict } from './types.ts';

/** The verdict in words: the result first, then the reason for each rule. Always names the base year. */
export function renderVerdict(
  pack: PolicyPack,
  verdict: EligibilityVerdict,
  locale: Locale,
): { paragraphs: string[]; citation: Citation } {
  const texts = textsFor(locale).eligibility;
  const { reasons, baseYear } = verdict;
  const paragraphs = [texts.headline[headlineOf(verdict)]({ baseYear })];
  for (const reason of reasons.filter((r) => matters(r, verdict))) {
    paragraphs.push(renderReason(pack, reason, baseYear, locale));
    if (reason.code === 'valueWithin' && reason.atBound && pack.eligibility.boundsInclusive.ourReading) {
      paragraphs.push(texts.boundIsOurReading);
    }
  }
  if (verdict.verdict === 'eligible' || verdict.verdict === 'conditional') paragraphs.push(texts.closing);
  return { paragraphs, citation: citationOf(pack, pack.eligibility, locale) };
}

/** Of the value alone, where it is inside: said before the next question, so that one sees how it was read. */
export const renderValue = (pack: PolicyPack, verdict: EligibilityVerdict, locale: Locale): string[] =>
  verdict.reasons
    .filter((r) => r.code === 'valueWithin')
    .map((r) => renderReason(pack, r, verdict.baseYear, locale));

const toBeAsked: EligibilityReason['code'][] = ['provinceUnknown', 'listedUnknown'];
const open: EligibilityReason['code'][] = [
  ...toBeAsked,
  'valueInYuan',
  'valueInOtherCurrency',
  'currencyUnstated',
  'valueApproximate',
  'yearOnCondition',
  'baseYearWanted',
  'yearUnstated',
];

/** What is open matters only as long as it can change the result. */
function matters({ code }: EligibilityReason, verdict: EligibilityVerdict): boolean {
  if (verdict.verdict === 'notEligible') return !open.includes(code);
  return !(isDecided(verdict) || verdict.verdict === 'needMore') || !toBeAsked.includes(code);
}

const headlineOf = (
  verdict: EligibilityVerdict,
): keyof ReturnType<typeof textsFor>['eligibility']['headline'] =>
  verdict.verdict === 'conditional' && isDecided(verdict) ? 'conditionallyNot' : verdict.verdict;

export function renderReason(
  pack: PolicyPack,
  reason: EligibilityReason,
  baseYear: number,
  locale: Locale,
): string {
  const named = (name: string): string => (locale === 'en' ? (pack.glosses[name] ?? name) : name);
  const texts = textsFor(locale).eligibility;
  if (reason.code === 'otherProvince' && /^非|外省|省外|其[他它]省|别的省/u.test(reason.given)) {
    return texts.outsideProvince({ province: provinceName(pack, locale) });
  }
  const shown = {
    ...reason,
    baseYear,
    ...('publisher' in reason && reason.publisher !== null ? { publisher: named(reason.publisher) } : {}),
    ...('province' in reason ? { province: provinceName(pack, locale) } : {}),
    ...(reason.code === 'otherProvince' ? { given: placeName(reason.given, locale) } : {}),
  };
  // One text per code, each for its own reason: looked up by the reason's code, the types agree.
  const say = texts.reason[reason.code] as (shown: unknown) => string;
  return say(shown);
}
