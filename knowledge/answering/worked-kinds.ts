import type { PolicyPack } from '../packs/schema.ts';

export type TermUnit = 'day' | 'month' | 'year';

/** A credit term held against the longest one that the pack covers. */
export interface TermCase {
  kind: 'termWithin' | 'termBeyond';
  count: number;
  unit: TermUnit;
  maxDays: number;
}

type CapUnit = Exclude<NonNullable<PolicyPack['cap']['unit']>, 'timesPremium'>;
type Bound = { amount: number; assumedUsd: boolean; approximate: boolean; baseYear: number };

/** What a pack's rule makes of the amount or the days that a question states. Codes and data; sentences live in the locales. */
export type WorkedCase =
  | ({ kind: 'exportsBelow' | 'exportsAbove' | 'exportsAtExcludedBound'; limitUsd: number } & Bound)
  | ({
      kind: 'exportsWithin';
      lowerUsd: number | null;
      upperUsd: number | null;
      /** On a bound that the source does not speak of: that it is inside is our reading. */
      ourReading: boolean;
    } & Bound)
  | { kind: 'exportsOtherYear'; givenYear: number; baseYear: number }
  /** Not in the currency of the rule: nothing is converted. */
  | { kind: 'exportsNotUsd'; baseYear: number }
  | { kind: 'lossOtherCurrency'; capCurrency: 'USD' | 'CNY' }
  | {
      kind: 'lossWithinCap' | 'lossBeyondCap';
      loss: number;
      currency: 'USD' | 'CNY';
      /** The question named no currency. */
      assumedCurrency: boolean;
      percent: number;
      share: number;
      cap: number;
      /** What the limit counts for; of several the lowest is taken. */
      capUnit: CapUnit | null;
      /** The pack has further ratios or limits, which are not in this sum. */
      more: boolean;
    }
  | TermCase;
