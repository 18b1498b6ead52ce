/** What is known of a firm when it asks whether it qualifies. `null` is "not said". */
export interface EligibilityGiven {
  exportValue: {
    /** In whole units of the currency (45万 is 450000). */
    amount: number;
    currency: 'USD' | 'CNY' | 'other' | 'unstated';
    /** Said with 大概, 左右 or the like. */
    approximate?: true;
  } | null;
  /**
   * Calendar year of the exports; `lastYear` when only 去年 was said. Null is "not said": who asked for the base
   * year's exports by its number passes that number.
   */
  year: number | 'lastYear' | null;
  /** Province as the firm named it; `非江苏` when it only said which one it is not in. */
  province: string | null;
  /** On the approved list (核准名单). */
  listed: boolean | 'unknown' | null;
}

/** One rule and what came of it. Codes and data; sentences live in the locales. */
export type EligibilityReason =
  | {
      code: 'valueWithin';
      givenUsd: number;
      lowerUsd: number | null;
      upperUsd: number | null;
      baseYear: number;
      atBound: boolean;
    }
  | { code: 'valueBelow'; givenUsd: number; limitUsd: number; baseYear: number }
  | { code: 'valueAbove'; givenUsd: number; limitUsd: number; baseYear: number }
  | {
      code: 'valueInYuan';
      givenCny: number;
      lowerUsd: number | null;
      upperUsd: number | null;
      baseYear: number;
    }
  | { code: 'valueInOtherCurrency'; lowerUsd: number | null; upperUsd: number | null; baseYear: number }
  | { code: 'currencyUnstated'; given: number }
  | { code: 'valueApproximate'; givenUsd: number }
  | { code: 'valueUnknown'; lowerUsd: number | null; upperUsd: number | null; baseYear: number }
  /** 去年 counts only if that year is the pack's base year. */
  | { code: 'yearOnCondition'; lastYear: number; baseYear: number }
  /** 去年 was said with a value that cannot be judged as it stands. */
  | { code: 'baseYearWanted'; lastYear: number; baseYear: number }
  /** No year was said: the value is taken as the base year's. */
  | { code: 'yearUnstated'; baseYear: number }
  | { code: 'otherYear'; givenYear: number; baseYear: number }
  | { code: 'provinceMatches'; province: string }
  | { code: 'otherProvince'; given: string; province: string }
  | { code: 'provinceUnknown'; province: string }
  | { code: 'listed'; publisher: string | null }
  | { code: 'notListed'; publisher: string | null }
  | { code: 'listedUnknown'; publisher: string | null };

export interface EligibilityVerdict {
  /**
   * `conditional`: eligible provided that what is listed as open turns out right - or, where a reason says that the
   * value is outside, not eligible provided that. `needMore`: the value is missing or unclear.
   */
  verdict: 'eligible' | 'notEligible' | 'conditional' | 'needMore';
  baseYear: number;
  /** One per rule, in the order value, year, province, list. */
  reasons: EligibilityReason[];
}
