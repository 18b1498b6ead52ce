import type { EligibilityGiven } from '../../knowledge/eligibility/types.ts';

/** A firm that fits in every respect but those given. */
export const firmWith = (differing: Partial<EligibilityGiven>): EligibilityGiven => ({
  exportValue: { amount: 450_000, currency: 'USD' },
  year: 2021,
  province: '江苏',
  listed: true,
  ...differing,
});

export const usd = (amount: number): EligibilityGiven['exportValue'] => ({ amount, currency: 'USD' });
