import type { Funnel } from './funnel.ts';

/** How the season stands, for everybody in a group: numbers of all firms together, nothing else. */
export interface GroupDigest {
  /** On the list and on their way; those that left it (returned, declined, lapsed, terminated, expired) are in no number. */
  firms: number;
  /** Those that have submitted, by their own word or officially. */
  submitted: number;
  deadline: { date: string; workingDaysLeft: number } | null;
}

/** With fewer, who knows some of them could tell about the others. */
export const fewestFirms = 10;

/**
 * Null where the numbers are so small that they would say something of single firms. There is no digest of one city: it may have
 * two firms.
 */
export function groupDigestOf(funnel: Funnel, deadline: GroupDigest['deadline']): GroupDigest | null {
  const row = funnel.rows.find(({ stage }) => stage.said === 'firm' && stage.step === 'submitted');
  const left = funnel.aside.reduce((sum, { count }) => sum + count, 0);
  const [firms, submitted] = [funnel.total - left, row?.reached ?? 0];
  const tells = (count: number): boolean => count > 0 && count < fewestFirms;
  return firms < fewestFirms || tells(submitted) || tells(firms - submitted)
    ? null
    : { firms, submitted, deadline };
}
