import type { Stores } from '../../activities/ports/store.ts';
import { allEnrollments } from '../../activities/recovery/all-enrollments.ts';
import { isBefore } from '../../knowledge/calendar/shanghai-time.ts';
import { hasEnded } from '../../knowledge/enrollment/machine.ts';
import { noCampaigns, settleCampaigns } from './settle-campaigns.ts';
import type { SettledCampaigns } from './settle-campaigns.ts';
import { passMissedReminders } from './pass-missed-reminders.ts';

export interface SettleInput {
  /** The moment that the copy of the database is of, and of Temporal's; null where that was not restored. */
  databaseAt: string;
  temporalAt: string | null;
  /** Until when the system that made the backup may have gone on. */
  ranUntil: string;
}

export interface Settled extends SettledCampaigns {
  /** Enrollments whose workflow is to begin anew from the projection. */
  toRestart: string[];
  /** Reminders that fell due after the backup and count as sent with an unknown outcome. */
  missedReminders: number;
  /** Messages and answers of the office that waited when the backup was taken. */
  doubted: number;
}

/**
 * Makes a restored database say what is known now: of what happened after the backup nothing is, and whoever may have been
 * written to is not written to again as if nothing had been. Where Temporal's own copy is older than a projection, or
 * differs from it now, the workflow begins anew from the projection; where there is no copy, every workflow does.
 */
export async function settleRestored(
  stores: Pick<Stores, 'campaigns' | 'enrollments' | 'recovery'>,
  { databaseAt, temporalAt, ranUntil }: SettleInput,
): Promise<Settled> {
  const wentOn = isBefore(databaseAt, ranUntil);
  const campaigns = wentOn ? await settleCampaigns(stores, ranUntil) : noCampaigns;
  const settled: Settled = { ...campaigns, toRestart: [], missedReminders: 0, doubted: 0 };
  for await (const { snapshot, started, updatedAt } of allEnrollments(stores.recovery)) {
    if (!started) continue;
    const { enrollmentId } = snapshot;
    const ended = hasEnded(snapshot);
    const carried = wentOn && !ended ? await stores.enrollments.carriedOf(enrollmentId) : null;
    const passed = carried === null ? null : passMissedReminders(snapshot, carried, ranUntil);
    if (passed !== null) {
      await stores.enrollments.saveProjection(passed.snapshot, passed.timeline);
      settled.missedReminders += passed.reminders;
    }
    const ahead = temporalAt === null ? !ended : !isBefore(updatedAt, temporalAt);
    if (ahead || passed !== null) settled.toRestart.push(enrollmentId);
  }
  if (wentOn) {
    const { notifications, officeAnswers, tickets } = await stores.recovery.doubtWaitingMessages();
    settled.doubted = notifications + officeAnswers + tickets;
  }
  return settled;
}

/** Under a Temporal server that stays as it is and knows better: only campaigns write by what the database says. */
export async function settleOlder(
  stores: Pick<Stores, 'campaigns' | 'recovery'>,
  { databaseAt, ranUntil }: Pick<SettleInput, 'databaseAt' | 'ranUntil'>,
): Promise<Settled> {
  const campaigns = isBefore(databaseAt, ranUntil) ? await settleCampaigns(stores, ranUntil) : noCampaigns;
  return { ...campaigns, toRestart: [], missedReminders: 0, doubted: 0 };
}
