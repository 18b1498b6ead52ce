import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import type { PolicyPack } from './schema.ts';
import { formatMoney } from './amounts.ts';
import type { FeeModel, Limit } from './fact-schemas.ts';

/** Forms for the terms in which programmes differ: limits, ratio, who pays, late confirmation. */

/** Puts a fact into words; null when the fact is not of the kind that the form wants. */
export type Form = (value: unknown, pack: PolicyPack, locale: Locale) => string | null;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The schema has checked the pack: a group with these keys is a limit.
const isLimit = (value: unknown): value is Limit =>
  isRecord(value) && 'amount' in value && 'currency' in value && 'unit' in value;

/** The amount in its own currency; of a multiple of the premium there is none. */
export const moneyOf: Form = (value, _pack, locale) => {
  if (!isLimit(value) || value.unit === 'timesPremium') return null;
  const { amount, currency } = value;
  return amount === null ? textsFor(locale).pack.unstated : formatMoney(amount, currency, locale);
};

/** 每个买方最高8万美元; 最高为年度保险费的100倍. */
export const limitText: Form = (value, _pack, locale) => {
  if (!isLimit(value)) return null;
  const texts = textsFor(locale).pack;
  if (value.amount === null) return texts.unstated;
  if (value.unit === 'timesPremium') return texts.timesPremium({ times: value.amount });
  const money = formatMoney(value.amount, value.currency, locale);
  return texts.limit({ money, unit: value.unit === null ? null : texts.capUnits[value.unit] });
};

/** The first limit and those that hold besides. */
export const limitsText: Form = (value, pack, locale) => {
  if (!isLimit(value)) return null;
  const further: unknown = 'further' in value ? value.further : [];
  const texts = [value, ...(Array.isArray(further) ? (further as unknown[]) : [])].map((one) =>
    limitText(one, pack, locale),
  );
  return texts.every((text) => text !== null) ? texts.join(locale === 'zh-CN' ? '；' : '; ') : null;
};

export const ratioText: Form = (value, _pack, locale) => {
  if (!isRecord(value) || !('ratioPercent' in value)) return null;
  const { ratioPercent, ratioIs } = value as PolicyPack['payout'];
  const texts = textsFor(locale).pack;
  return ratioPercent === null ? texts.unstated : texts.ratio[ratioIs]({ percent: ratioPercent });
};

export const feeModel: Form = (value, _pack, locale) => {
  const models = textsFor(locale).pack.feeModels;
  return typeof value === 'string' && value in models ? models[value as FeeModel] : null;
};

/** 不超过投保出口额的0.1%. */
export const rateText: Form = (value, _pack, locale) => {
  if (!isRecord(value) || !('percentMax' in value)) return null;
  const rate = value as NonNullable<PolicyPack['fees']['premiumRate']>;
  return textsFor(locale).pack.premiumRate(rate);
};

/** Who gives how much towards what. */
export const supportText: Form = (value, _pack, locale) => {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = (value as PolicyPack['fees']['support']).map(({ by, appliesTo, ...terms }) =>
    textsFor(locale).pack.support({
      ...terms,
      by: by?.[locale] ?? null,
      appliesTo: appliesTo?.[locale] ?? null,
    }),
  );
  return texts.join(locale === 'zh-CN' ? '；' : '; ');
};

export const lateConfirmation: Form = (value, pack, locale) => {
  if (!isRecord(value) || !('effect' in value)) return null;
  const { after, effect } = value as NonNullable<PolicyPack['application']['lateConfirmation']>;
  const until = pack.application.policyPeriod?.to ?? null;
  return textsFor(locale).pack.late[effect]({ after, until });
};
