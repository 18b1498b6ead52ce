import type { CampaignState } from '../knowledge/campaigns/campaign.ts';
import { steered } from '../knowledge/campaigns/steering.ts';
import type { SteeringAction } from '../knowledge/campaigns/steering.ts';
import type { CarriedCampaign, SteerCampaignResult } from './contract.ts';

const rememberedEventIds = 100;

/** Where a campaign stands and what staff made of it. Knows nothing of Temporal. */
export class CampaignCourse {
  state: CampaignState;
  /** Counts every change of the state; `savedVersion` is the one that the database has. */
  version = 1;
  savedVersion = 0;
  hasEnded = false;
  #begun: boolean;
  #recentEventIds: string[];

  constructor(carried: CarriedCampaign | undefined) {
    this.state = carried?.state ?? 'scheduled';
    this.#begun = carried !== undefined;
    this.#recentEventIds = [...(carried?.recentEventIds ?? [])];
    if (carried !== undefined) this.savedVersion = this.version;
  }

  /** The time to start has come. A campaign that was paused before stays so. */
  begin(): void {
    this.#begun = true;
    if (this.state === 'scheduled') this.#become('running');
  }

  /** One event, once. */
  steer(action: SteeringAction, eventId: string): SteerCampaignResult['outcome'] {
    if (this.#recentEventIds.includes(eventId)) return 'alreadyApplied';
    const next = steered(this.state, action, this.#begun);
    if (next === null) return 'refused';
    this.#recentEventIds = [...this.#recentEventIds, eventId].slice(-rememberedEventIds);
    this.#become(next);
    return 'applied';
  }

  /** Nothing is steered any more, and nothing more is to be saved of how it got here. */
  end(state: 'finished' | 'cancelled' | 'failed'): void {
    this.state = state;
    this.hasEnded = true;
    this.savedVersion = this.version;
  }

  /** The database has this version. */
  saved(version: number): void {
    this.savedVersion = Math.max(this.savedVersion, version);
  }

  get hasUnsaved(): boolean {
    return this.savedVersion < this.version;
  }

  is(state: CampaignState): boolean {
    return this.state === state;
  }

  /** For continue-as-new; nothing may be unsaved. */
  carried(): Omit<CarriedCampaign, 'kind'> {
    return { state: this.state, recentEventIds: this.#recentEventIds };
  }

  #become(state: CampaignState): void {
    this.state = state;
    this.version += 1;
  }
}
