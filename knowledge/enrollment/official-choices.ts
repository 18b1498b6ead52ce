import { applyEvent } from './machine.ts';
import { officialStatuses } from './state.ts';
import type { EnrollmentState, OfficialStatus, Refusal } from './state.ts';

export interface OfficialChoice {
  status: OfficialStatus;
  needsReason: boolean;
  /** Why it cannot become this now; null where it can. */
  refusal: Refusal | null;
}

/** What staff may make of an enrollment's status now, and why not the rest: asked of the state machine itself. */
export const officialChoices = (state: EnrollmentState): OfficialChoice[] =>
  officialStatuses.map((status) => {
    const bare = applyEvent(state, {
      type: 'officialChanged',
      status,
      reason: null,
      at: state.officialSince,
    });
    const needsReason = !bare.ok && bare.refusal.code === 'reasonRequired';
    return { status, needsReason, refusal: bare.ok || needsReason ? null : bare.refusal };
  });
