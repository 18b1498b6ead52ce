import { judgeEligibility } from '../eligibility/judge.ts';
import type { EligibilityReason } from '../eligibility/types.ts';
import type { PolicyPack } from '../packs/schema.ts';
import { renewalRefusals } from './refusals.ts';
import type { RenewalRefusal } from './refusals.ts';

/** What the next year's list says of a firm. */
export interface NextListing {
  listed: boolean;
  priorYearExportUsd: number | null;
  /** Null where the list states no year: it is then the base year's. */
  exportYear: number | null;
}

export type RenewalVerdict =
  | { outcome: 'eligible' }
  | { outcome: 'notEligible'; codes: RenewalRefusal[]; givenUsd: number | null }
  /** The list, or the firm's value of the base year, is not there yet: nothing is said to the firm. */
  | { outcome: 'waitingForList'; missing: 'list' | 'value' };

/**
 * Judges a firm that is insured now by the next year's rules: new base year, new list. As long as more of the list may
 * come (`listComplete` false), a firm that it does not name is not refused.
 */
export function judgeRenewal(
  next: PolicyPack,
  listing: NextListing | null,
  { listComplete }: { listComplete: boolean },
): RenewalVerdict {
  const { baseYear, province } = next.eligibility;
  const value = listing?.priorYearExportUsd ?? null;
  const { verdict, reasons } = judgeEligibility(
    next,
    {
      exportValue: value === null ? null : { amount: value, currency: 'USD' },
      year: listing?.exportYear ?? baseYear,
      // Its list is the province's.
      province,
      listed: listing === null ? (listComplete ? false : 'unknown') : listing.listed,
    },
    baseYear,
  );
  if (verdict === 'eligible') return { outcome: 'eligible' };
  if (verdict === 'notEligible' || listComplete) return refused(reasons);
  return { outcome: 'waitingForList', missing: listing === null ? 'list' : 'value' };
}

function refused(reasons: EligibilityReason[]): RenewalVerdict {
  const given = reasons.find((r) => r.code === 'valueBelow' || r.code === 'valueAbove');
  const notListed = reasons.some((r) => r.code === 'notListed');
  const codes = renewalRefusals.filter((code) => {
    // Who is on no list has no value there either: that is not another reason.
    if (code === 'valueUnknown' && notListed) return false;
    return reasons.some((r) => r.code === code);
  });
  return { outcome: 'notEligible', codes, givenUsd: given?.givenUsd ?? null };
}
