import type { CampaignState } from './campaign.ts';

export const steeringActions = ['pause', 'resume', 'cancel'] as const;
export type SteeringAction = (typeof steeringActions)[number];

const from: Record<SteeringAction, readonly CampaignState[]> = {
  pause: ['scheduled', 'running'],
  resume: ['paused'],
  cancel: ['scheduled', 'running', 'paused'],
};

/** What staff may do with a campaign in this state: the buttons under its progress. */
export const steeringFor = (state: CampaignState): SteeringAction[] =>
  steeringActions.filter((action) => from[action].includes(state));

/** The state that an action leads to; null where it is not allowed. `begun`: the time to start has come. */
export function steered(state: CampaignState, action: SteeringAction, begun: boolean): CampaignState | null {
  if (!from[action].includes(state)) return null;
  switch (action) {
    case 'pause':
      return 'paused';
    case 'resume':
      return begun ? 'running' : 'scheduled';
    case 'cancel':
      return 'cancelled';
  }
}
