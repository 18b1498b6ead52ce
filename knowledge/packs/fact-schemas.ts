import { z } from 'zod';

/**
 * The groups of facts in which programmes differ most, as fields without their citation. `null` is "the source does not
 * state it". Fields with a default came later: a pack that does not mention them stays valid.
 */

export const localText = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

const percent = z.number().min(0).max(100);

export const capUnits = [
  'perPolicy',
  'perPolicyYear',
  'perBuyer',
  /** 单一买方/开证行: per buyer, or per bank that issued the letter of credit. */
  'perBuyerOrBank',
  'perFirm',
  /** The amount is a multiple: so many times the premium of the year. */
  'timesPremium',
] as const;

const limit = {
  amount: z.number().positive().nullable(),
  currency: z.enum(['USD', 'CNY', 'HKD']),
  unit: z.enum(capUnits).nullable(),
};
const limitSchema = z.object(limit);

export const eligibilityFacts = {
  /** Calendar year whose exports are judged. */
  baseYear: z.int(),
  /** Zero where the source says that it begins at zero. */
  lowerUsd: z.number().nonnegative().nullable(),
  upperUsd: z.number().positive().nullable(),
  /** Whether the bounds count as inside; `ourReading` says that the source does not settle it. */
  boundsInclusive: z.object({ value: z.boolean(), ourReading: z.boolean() }),
  /** As the source names it; `provinceAliases` has the other names. */
  province: z.string(),
  approvedListRequired: z.boolean(),
  approvedListPublisher: z.string().nullable(),
  /** Which exports count: declared to customs, or self-run (自营). */
  exportsCounted: z.enum(['customs', 'selfRun']).nullable().default(null),
  /** Cities of the province with a programme of their own. */
  citiesExcluded: z.array(z.string()).default([]),
  /** For whom places are few: first come, first served. */
  firstComeFirstServed: localText.nullable().default(null),
  /** Firms that exported nothing in the base year: what their cover is set at. */
  withoutExports: z.object({ coverUpToUsd: z.number().positive() }).nullable().default(null),
  /** Conditions other than exports. */
  premiumAtLeastUsd: z.number().positive().nullable().default(null),
  revenueUpperCny: z.number().positive().nullable().default(null),
  /** What the source asks besides, in words. */
  otherCondition: localText.nullable().default(null),
};

/** When and how a firm confirms; the pages of the channel are apart. */
export const applicationTerms = {
  /** Last day to confirm; null where the source states none. */
  deadline: z.iso.date().nullable(),
  /** Policy period; null where the source states none. */
  policyPeriod: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** A firm confirms on the site, hands in paper, or need do nothing. */
  method: z.enum(['online', 'paper', 'automatic']).default('online'),
  /** What becomes of a firm that confirms after `after`. */
  lateConfirmation: z
    .object({ after: z.iso.date(), effect: z.enum(['coverFromIssue', 'notAccepted']) })
    .nullable()
    .default(null),
  requiredPapers: z.array(localText).default([]),
  /** What can be done on the site. */
  onlineServices: z.array(z.enum(['enroll', 'renew', 'claim'])).default([]),
  /** How long the review takes, in working days. */
  reviewWorkingDays: z.int().positive().nullable().default(null),
};

export const payoutFacts = {
  ratioPercent: percent.nullable(),
  ratioIs: z.enum(['exact', 'atLeast', 'about']).default('exact'),
  /** Ratios for other cases, such as orders not yet shipped. */
  others: z.array(z.object({ appliesTo: localText, ratioPercent: percent })).default([]),
  /** Grades of protection to choose from. */
  protectionGrades: z.int().positive().nullable().default(null),
};

export const capFacts = {
  ...limit,
  /** Limits that hold besides the first. */
  further: z.array(limitSchema).default([]),
};

const support = z.object({
  kind: z.enum(['subsidy', 'refund', 'rateCut']),
  by: localText.nullable(),
  of: z.enum(['premium', 'premiumRate', 'creditReport']),
  percentMin: percent,
  percentMax: percent,
  /** Null: all firms of the programme. */
  appliesTo: localText.nullable(),
});

export const feesFacts = {
  /** Charged to the firm while it enrolls. */
  chargedWhileEnrolling: z.boolean(),
  paymentLinksShown: z.boolean(),
  /** Who pays the premium; null where the source does not say. */
  payer: localText.nullable(),
  /** Premium, if the firm pays any; null where the source does not say. */
  premium: localText.nullable(),
  model: z.enum(['free', 'subsidised', 'paidFirstRefunded', 'firmPays']).nullable().default(null),
  premiumRate: z
    .object({
      percentMin: percent.nullable(),
      percentMax: percent.nullable(),
      of: z.enum(['insuredExports']).nullable(),
    })
    .nullable()
    .default(null),
  /** Public money towards the premium or the reports. */
  support: z.array(support).default([]),
  supportCap: limitSchema.nullable().default(null),
};

/** Who insures; null as a group where one insurer does, the pack's own. */
export const underwritingFacts = {
  arrangement: z.enum(['one', 'jointly', 'choiceOfSeveral', 'anyOnRecord']),
  insurers: z.array(z.string()),
  /** How many there are, where the source counts but does not name them. */
  count: z.int().positive().nullable().default(null),
};

/** What was changed while the programme ran. The pack's field holds what is valid now. */
export const amendment = z.object({
  path: z.string(),
  before: z.union([z.number(), z.string()]),
  after: z.union([z.number(), z.string()]),
  effectiveFrom: z.iso.date().nullable(),
});

export type Limit = z.infer<typeof limitSchema>;
export type Currency = Limit['currency'];
export type FeeModel = NonNullable<z.infer<(typeof feesFacts)['model']>>;
export type PremiumRate = NonNullable<z.infer<(typeof feesFacts)['premiumRate']>>;
export type Support = z.infer<typeof support>;
export type LateEffect = NonNullable<z.infer<(typeof applicationTerms)['lateConfirmation']>>['effect'];
