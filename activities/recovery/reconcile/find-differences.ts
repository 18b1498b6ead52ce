import { findCampaigns } from './find-campaigns.ts';
import { findEnrollments } from './find-enrollments.ts';
import { findDigests, findRenewals, findSchedules } from './find-others.ts';
import type { Finding, ReconcileParts } from './finding.ts';

export interface Differences {
  findings: Finding[];
  /** Enrollments that a workflow ought to follow. */
  enrollments: number;
  /** The engine knows none of them: its data are lost, or it is the wrong one. */
  looksLost: boolean;
}

/** A firm or two may well have ended by chance. */
const looksLostFrom = 3;

/** Compares everything that ought to be under way with the workflow engine. Changes nothing. Throws `NobodyAnswers`. */
export async function findDifferences(parts: ReconcileParts): Promise<Differences> {
  const { findings: enrollments, wanted } = await findEnrollments(parts);
  const lost = enrollments.filter(({ difference }) => difference === 'lost').length;
  const findings = [
    ...enrollments,
    ...(await findCampaigns(parts)),
    ...(await findDigests(parts)),
    ...(await findRenewals(parts)),
    ...(await findSchedules(parts)),
  ];
  return { findings, enrollments: wanted, looksLost: lost >= looksLostFrom && lost === wanted };
}
