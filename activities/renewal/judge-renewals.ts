import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { judgeRenewal } from '../../knowledge/renewal/judge-renewal.ts';
import { renewableStatuses } from '../../knowledge/renewal/opening.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { Renewal, RenewalCandidate, RenewalResult, RenewalScope } from '../ports/renewals.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';

/** Firms that one activity goes through, and of them at a time. */
const stretch = 200;
const atATime = 8;

interface Judging {
  ports: ActivityPorts;
  renewal: Renewal;
  next: PolicyPack;
  scope: RenewalScope;
  now: string;
}

/**
 * Judges some of the firms that are due; `more` when others are left. Each firm's outcome is on record before the next is
 * looked at, and every step of it may be done again: an attempt that dies is simply followed by another.
 */
export async function judgeRenewals(
  ports: ActivityPorts,
  { packId }: { packId: string },
  heartbeat: () => void,
): Promise<{ judged: number; more: boolean }> {
  const renewal = await ports.stores.renewals.find(packId);
  if (renewal === null) return { judged: 0, more: false };
  const [pack, next] = [await ports.loadPack(packId), await ports.loadPack(renewal.nextPackId)];
  const now = ports.clock.now().toISOString();
  const scope = dueScope(pack, next.id, now);
  const due = await ports.stores.renewals.due(scope, stretch);
  for (let i = 0; i < due.length; i += atATime) {
    heartbeat();
    const group = due.slice(i, i + atATime).map((one) => judgeOne({ ports, renewal, next, scope, now }, one));
    const failed = (await Promise.allSettled(group)).find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
  return { judged: due.length, more: due.length === stretch };
}

/** Whoever renews, and whoever the office itself has put so far. */
export const dueScope = (pack: PolicyPack, nextPackId: string, now: string): RenewalScope => ({
  packId: pack.id,
  nextPackId,
  statuses: [...renewableStatuses(pack, now), 'renewalOpen'],
});

async function judgeOne(judging: Judging, firm: RenewalCandidate): Promise<void> {
  const { ports, scope, now } = judging;
  const { packId, nextPackId } = scope;
  const { enrollmentId, uscc } = firm;
  const record = (result: RenewalResult): Promise<void> =>
    ports.stores.renewals.record({ enrollmentId, uscc, packId, nextPackId }, result, now);
  try {
    await record(await outcomeFor(judging, firm, record));
  } catch (error) {
    // Nobody follows it: `reconcile` finds out why, and the next change of the list tries again.
    if (!(error instanceof EnrollmentUnavailable) || error.code !== 'notFound') throw error;
    await record({ outcome: 'notFollowed', codes: [], due: false });
  }
}

async function outcomeFor(
  judging: Judging,
  firm: RenewalCandidate,
  record: (result: RenewalResult) => Promise<void>,
): Promise<RenewalResult> {
  const { ports, renewal, next, scope } = judging;
  const { enrollmentId, uscc, officialStatus } = firm;
  if (!scope.statuses.includes(officialStatus)) return ended('changedMeanwhile');
  const verdict = judgeRenewal(next, firm.listing, { listComplete: renewal.listCompleteAt !== null });
  const by = { enrollmentId, source: 'system', actor: 'renewal' } as const;
  // Opened already, by an attempt that died or by staff, who may know better than the list.
  if (officialStatus === 'renewalOpen' || verdict.outcome === 'eligible') {
    await record({ outcome: 'invited', codes: [], due: true });
    const result = await ports.commands.applyOfficialEvent({
      ...by,
      ...{ eventId: `renewal/${next.id}/${uscc}`, status: 'renewalOpen', reason: null },
    });
    if (result.enrollment.officialStatus !== 'renewalOpen') return ended('changedMeanwhile');
    await enrollNext(judging, firm);
    return ended('invited');
  }
  if (verdict.outcome === 'waitingForList') return ended('waitingForList', [verdict.missing]);
  const { codes, givenUsd } = verdict;
  const eventId = `renewal/${next.id}/${uscc}/${codes.join('+')}`;
  await ports.commands.refuseRenewal({ ...by, eventId, nextPack: next.id, codes, givenUsd });
  return ended('notEligible', codes);
}

function enrollNext({ ports, next, now }: Judging, firm: RenewalCandidate): Promise<void> {
  const { uscc, trial, enrollmentId } = firm;
  const wanted = { trial, invitedAt: now, cadence: cadenceOf(next) };
  return ports.stores.enrollments.enroll(next.id, uscc, wanted, enrollmentId);
}

const ended = (outcome: RenewalResult['outcome'], codes: string[] = []): RenewalResult => ({
  ...{ outcome, codes, due: false },
});
