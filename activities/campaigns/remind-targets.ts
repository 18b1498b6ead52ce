import { campaignSkip } from '../../knowledge/campaigns/candidate.ts';
import { paceOf } from '../../knowledge/campaigns/pace.ts';
import { campaignEventKey } from '../../knowledge/campaigns/keys.ts';
import { outcomeCode } from '../../workflows/contract.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { Campaign } from '../ports/campaigns.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';
import { existingCampaign } from './course.ts';
import { noteGone } from './note-gone.ts';
import { outsideHours } from './outside-hours.ts';
import { whileBeating } from './running.ts';
import type { Running } from './running.ts';
import { showProgress } from './show-progress.ts';
import type { Stretch } from './stretch.ts';
import { createWindow } from './window.ts';
import type { Window } from './window.ts';

/** A stretch takes up no more firms after this time; those that it asked may answer later. */
const stretchMs = 60_000;
const showEveryMs = 5_000;
/** Nobody was left but firms whose answer is out, or whom another campaign is writing to. */
const lookAgainMs = 15_000;
/** A message that waits for its channel is given up before; then nobody knows. */
const answerIsLostAfterMs = 12 * 3_600_000;
const claimedAtOnce = 100;

/**
 * Works through a stretch of a campaign's firms: each enrollment is asked to remind its firm, many at a time, so that the
 * channels always have something to send. The same request always has the same ID, so whoever comes after an attempt that died
 * asks again without anything being sent twice.
 */
export async function remindCampaignTargets(
  ports: ActivityPorts,
  { campaignId }: { campaignId: string },
  running: Running,
): Promise<Stretch> {
  const { campaigns } = ports.stores;
  const campaign = await existingCampaign(ports, campaignId);
  const wait = await outsideHours(ports, campaign);
  if (wait !== null) return wait;
  const stretch = new ReminderStretch(ports, campaign, running);
  await whileBeating(running, () => stretch.run());
  await campaigns.takeStock(campaignId);
  await showProgress(ports, campaignId);
  const left = await campaigns.countOpen(campaignId);
  return { left, waitMs: stretch.waitMs };
}

class ReminderStretch {
  readonly #ports: ActivityPorts;
  readonly #campaign: Campaign;
  readonly #running: Running;
  readonly #window: Window = createWindow();
  readonly #startedAt = performance.now();
  #asked = 0;
  #shownAt = performance.now();

  constructor(ports: ActivityPorts, campaign: Campaign, running: Running) {
    this.#ports = ports;
    this.#campaign = campaign;
    this.#running = running;
  }

  async run(): Promise<void> {
    await this.#askAgain();
    while (this.#goesOn()) {
      const ids = await this.#ports.stores.campaigns.claim(this.#campaign.id, claimedAtOnce);
      if (ids.length === 0) break;
      for (const enrollmentId of await this.#wanted(ids)) {
        await this.#window.room();
        if (!this.#goesOn()) break;
        this.#asked += 1;
        this.#window.start(() => this.#ask(enrollmentId));
      }
      await this.#show();
    }
    await this.#window.empty();
  }

  /** How long to wait before the next stretch, by the campaign's own pace or because there is nothing to take up. */
  get waitMs(): number {
    const { perMinute } = this.#campaign;
    const tookMs = performance.now() - this.#startedAt;
    if (this.#asked === 0) return lookAgainMs;
    return perMinute === null ? 0 : Math.max(0, paceOf(perMinute).everyMs - tookMs);
  }

  #goesOn(): boolean {
    const { perMinute } = this.#campaign;
    const isFresh = performance.now() - this.#startedAt < stretchMs;
    const isWithinPace = perMinute === null || this.#asked < paceOf(perMinute).firms;
    return isFresh && isWithinPace && !this.#running.isStopped() && this.#window.failure === null;
  }

  /** Firms that an earlier attempt asked, and that may have been reminded since. */
  async #askAgain(): Promise<void> {
    const { id } = this.#campaign;
    const { campaigns } = this.#ports.stores;
    for (const { enrollmentId, since } of await campaigns.takeStock(id)) {
      const isLost = this.#ports.clock.now().getTime() - Date.parse(since) > answerIsLostAfterMs;
      if (isLost) {
        await campaigns.recordOutcome(id, [enrollmentId], 'unknown');
        continue;
      }
      await this.#window.room();
      this.#window.start(() => this.#request(enrollmentId));
    }
  }

  /** Notes who is not to be written to, and returns the others. */
  async #wanted(ids: string[]): Promise<string[]> {
    const { campaigns } = this.#ports.stores;
    const now = this.#ports.clock.now();
    const skipped = new Map<string, string[]>();
    const wanted: string[] = [];
    const candidates = await campaigns.candidatesOf(this.#campaign.kind, ids);
    await noteGone(this.#ports, { campaignId: this.#campaign.id, enrollmentIds: ids }, candidates);
    for (const candidate of candidates) {
      const { enrollmentId } = candidate.enrollment;
      const skip = campaignSkip(this.#campaign, candidate, now);
      if (skip === null) wanted.push(enrollmentId);
      else skipped.set(skip, [...(skipped.get(skip) ?? []), enrollmentId]);
    }
    for (const [reason, enrollmentIds] of skipped)
      await campaigns.recordOutcome(this.#campaign.id, enrollmentIds, `skipped:${reason}`);
    return wanted;
  }

  async #ask(enrollmentId: string): Promise<void> {
    const begun = await this.#ports.stores.campaigns.beginAsking(this.#campaign.id, enrollmentId);
    if (begun) await this.#request(enrollmentId);
  }

  async #request(enrollmentId: string): Promise<void> {
    const { id, requestedBy } = this.#campaign;
    const notificationKey = campaignEventKey(id, enrollmentId);
    const by = { enrollmentId, eventId: notificationKey, source: 'staff', actor: requestedBy } as const;
    const outcome = await this.#ports.commands
      .requestReminder({ ...by, notificationKey })
      .then(outcomeCode, (error: unknown) => this.#withoutAnswer(enrollmentId, error));
    if (outcome !== null) await this.#ports.stores.campaigns.recordOutcome(id, [enrollmentId], outcome);
  }

  /** Null: no answer yet, the next stretch asks again. */
  async #withoutAnswer(enrollmentId: string, error: unknown): Promise<string | null> {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    if (error.code === 'noAnswer') return null;
    if (error.code === 'unreachable') throw error;
    // Its workflow is over, or was never started.
    const enrollment = await this.#ports.stores.enrollments.find(enrollmentId);
    const isPast = enrollment !== null && enrollment.officialStatus !== 'invited';
    return `skipped:${isPast ? 'officiallyPastInvitation' : 'notTracked'}`;
  }

  async #show(): Promise<void> {
    if (performance.now() - this.#shownAt < showEveryMs) return;
    this.#shownAt = performance.now();
    await showProgress(this.#ports, this.#campaign.id);
  }
}
