/** Why a firm does not renew, in the order in which the rules are told. */
export const renewalRefusals = ['valueBelow', 'valueAbove', 'valueUnknown', 'notListed'] as const;
export type RenewalRefusal = (typeof renewalRefusals)[number];
