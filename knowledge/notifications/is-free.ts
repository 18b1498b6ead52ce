import type { PolicyPack } from '../packs/schema.ts';

/** Enrolling costs the firm nothing, and no page asks for money. */
export const isFree = ({ fees }: Pick<PolicyPack, 'fees'>): boolean =>
  !fees.chargedWhileEnrolling && !fees.paymentLinksShown;
