import { addDays, isBefore, shanghaiDate, shanghaiInstant } from '../calendar/shanghai-time.ts';
import type { OfficialStatus } from '../enrollment/state.ts';
import type { PolicyPack } from '../packs/schema.ts';

/** Shanghai; renewals open when the office does. */
const openingTime = '09:00';
/** A day that passed longer ago while nothing ran is not made up for unasked: firms would be written to out of season. */
const catchUpDays = 30;

/** When renewal opens, ISO 8601 in UTC. */
export const opensAt = ({ opensOn }: { opensOn: string }): string => shanghaiInstant(opensOn, openingTime);

/** Whether the day has come; `missed` when it was too long ago to be caught up with. */
export function openingIs(renewal: { opensOn: string }, nowIso: string): 'ahead' | 'due' | 'missed' {
  if (isBefore(nowIso, opensAt(renewal))) return 'ahead';
  return shanghaiDate(nowIso) > addDays(renewal.opensOn, catchUpDays) ? 'missed' : 'due';
}

/**
 * Statuses of those who renew: insured by this year's pack. Where an office records approvals only, `approved` is the last
 * word, and counts as soon as the policy period has begun or where the source states none.
 */
export function renewableStatuses(
  { application: { policyPeriod } }: Pick<PolicyPack, 'application'>,
  nowIso: string,
): OfficialStatus[] {
  const hasBegun = policyPeriod === null || policyPeriod.from <= shanghaiDate(nowIso);
  return hasBegun ? ['inForce', 'approved'] : ['inForce'];
}

/** Statuses in which an import of the next list leaves a firm to the renewal, which judges it before it invites. */
export const leftToRenewal: readonly OfficialStatus[] = ['inForce', 'approved'];
