import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands, SteerCampaign, UnavailableCode } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import { steered } from '../../knowledge/campaigns/steering.ts';
import { applyEvent } from '../../knowledge/enrollment/machine.ts';
import { nextReminderAt, snoozeUntil } from '../../knowledge/enrollment/reminders.ts';
import { standingMark } from '../../knowledge/enrollment/standing-mark.ts';
import type { EnrollmentEvent, EnrollmentSnapshot, EventSource } from '../../knowledge/enrollment/state.ts';
import type { ChangeResult } from '../../workflows/contract.ts';

export interface FakeCommands extends EnrollmentCommands {
  calls: { command: string; eventId: string; enrollmentId: string; actor: string }[];
  campaigns: string[];
  steerings: SteerCampaign[];
  /** Packs whose renewal was woken. */
  renewals: string[];
  /** Enrollments whose workflow was ended, each as often as it was asked for. */
  withdrawn: string[];
  /** What the commands throw, as when no workflow engine answers. */
  unavailable: UnavailableCode | null;
  /** Begins an enrollment, as its workflow would. */
  begin(enrollmentId: string): Promise<void>;
}

/** The enrollment workflows, stood in for by the same state machine over the same projection. */
export function createFakeCommands(
  stores: Pick<Stores, 'enrollments' | 'campaigns'>,
  now: () => string,
): FakeCommands {
  const seen = new Set<string>();
  /** The server answers the same update again as it was answered first. */
  const updates = new Map<string, ChangeResult>();

  const change = async (
    command: string,
    by: { enrollmentId: string; eventId: string; source: EventSource; actor: string; basedOn?: string },
    eventOf: (snapshot: EnrollmentSnapshot) => EnrollmentEvent,
  ): Promise<ChangeResult> => {
    if (fake.unavailable !== null) throw new EnrollmentUnavailable(fake.unavailable);
    const { enrollmentId, eventId, source, actor } = by;
    fake.calls.push({ command, eventId, enrollmentId, actor });
    const before = await stores.enrollments.find(enrollmentId);
    if (before === null) throw new EnrollmentUnavailable('notFound');
    if (seen.has(`${enrollmentId} ${eventId}`)) return { outcome: 'alreadyApplied', enrollment: before };
    if (by.basedOn !== undefined && by.basedOn !== standingMark(before))
      return { outcome: 'refused', refusal: { code: 'changedMeanwhile' }, enrollment: before };
    const event = eventOf(before);
    const transition = applyEvent(before, event);
    if (!transition.ok) return { outcome: 'refused', refusal: transition.refusal, enrollment: before };
    seen.add(`${enrollmentId} ${eventId}`);
    const enrollment = {
      ...before,
      ...transition.state,
      now: now(),
      nextReminderAt: nextReminderAt(transition.state, before.cadence, now()),
    };
    const seq = enrollment.version;
    await stores.enrollments.saveProjection(enrollment, [{ seq, at: now(), source, actor, event, eventId }]);
    return { outcome: 'applied', enrollment };
  };

  const fake: FakeCommands = {
    calls: [],
    campaigns: [],
    steerings: [],
    renewals: [],
    withdrawn: [],
    unavailable: null,
    async begin(enrollmentId) {
      const waiting = await stores.enrollments.find(enrollmentId);
      if (waiting === null) return; // not on the approved list
      const begun = { ...waiting, version: 1 };
      await stores.enrollments.saveProjection(
        { ...begun, nextReminderAt: nextReminderAt(begun, begun.cadence, begun.invitedAt) },
        [{ seq: 1, at: begun.invitedAt, source: 'import', actor: 'import', event: { type: 'invited' } }],
      );
    },
    reportStep: (i) => change('reportStep', i, () => ({ type: 'stepReported', step: i.step, at: now() })),
    correctStep: (i) => change('correctStep', i, () => ({ type: 'stepCorrected', step: i.step, at: now() })),
    correctStatus: (i) =>
      change('correctStatus', i, () => ({
        type: 'officialCorrected',
        status: i.status,
        reason: i.reason,
        at: now(),
      })),
    decline: (i) =>
      change('decline', i, () => ({
        type: i.takenBack ? 'declineTakenBack' : 'declinedByFirm',
        at: now(),
      })),
    async applyOfficialEvent(i) {
      const before = updates.get(i.updateId ?? '');
      if (before !== undefined) return before;
      const { status, reason } = i;
      const event = { type: 'officialChanged', status, reason, at: now() } as const;
      const result = await change('applyOfficialEvent', i, () => event);
      if (i.updateId !== undefined) updates.set(i.updateId, result);
      return result;
    },
    refuseRenewal: ({ nextPack, codes, givenUsd, ...i }) =>
      change('refuseRenewal', i, () => ({ type: 'renewalRefused', nextPack, codes, givenUsd, at: now() })),
    linkContact: ({ personId, by, ...i }) =>
      change('linkContact', i, () => ({ type: 'contactLinked', personId, by, at: now() })),
    mergeEnrollment: ({ from, merged, ...i }) =>
      change('mergeEnrollment', i, () => ({ type: 'movedFrom', from, merged, at: now() })),
    moveEnrollment: (i) => change('moveEnrollment', i, () => ({ type: 'moved', to: i.to, at: now() })),
    wakeRenewal: async (packId) => void fake.renewals.push(packId),
    snooze: (i) =>
      change('snooze', i, (s) => ({
        type: 'snoozed',
        until: snoozeUntil(s.cadence, now(), i.workingDays),
        at: now(),
      })),
    async withdraw({ enrollmentId }) {
      if (fake.unavailable !== null) throw new EnrollmentUnavailable(fake.unavailable);
      fake.withdrawn.push(enrollmentId);
    },
    advanceTrialClock: (i) => change('advanceTrialClock', i, () => ({ type: 'reminderFellDue', at: now() })),
    requestReminder: async () => ({ outcome: 'sent', sent: 1 }),
    startDigest: async () => {},
    async startCampaign(campaignId) {
      if (fake.unavailable !== null) throw new EnrollmentUnavailable(fake.unavailable);
      fake.campaigns.push(campaignId);
    },
    async steerCampaign({ campaignId, action, eventId, actor }) {
      if (fake.unavailable !== null) throw new EnrollmentUnavailable(fake.unavailable);
      fake.steerings.push({ campaignId, action, eventId, actor });
      const campaign = await stores.campaigns.find(campaignId);
      if (campaign === null || hasCampaignEnded(campaign.state)) throw new EnrollmentUnavailable('notFound');
      const state = steered(campaign.state, action, campaign.startedAt !== null || campaign.startAt === null);
      if (state === null) return { outcome: 'refused', state: campaign.state };
      await stores.campaigns.setState(campaignId, state);
      return { outcome: 'applied', state };
    },
  };
  return fake;
}
