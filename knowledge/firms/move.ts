import { usccOf } from '../enrollment/enrollment-id.ts';
import { isFurther } from '../enrollment/merge.ts';
import type { EnrollmentSnapshot } from '../enrollment/state.ts';

/** A code with what is stored under it. */
export interface MovingFirm {
  uscc: string;
  name: string;
  city: string;
  sample: boolean;
  enrollments: EnrollmentSnapshot[];
}

/** Whose standing goes on where both firms are followed: that of the firm that goes, or that of the one that stays. */
export type Keep = 'old' | 'new';

/** What becomes of one pack's enrollment. `own`: of the firm that stays, where it has one. */
export interface PlannedEnrollment {
  old: EnrollmentSnapshot;
  own: EnrollmentSnapshot | null;
  keeps: Keep;
}

export interface MovePlan {
  from: MovingFirm;
  to: string;
  /** The firm that is known under the new code; null: the code is only corrected. */
  target: MovingFirm | null;
  enrollments: PlannedEnrollment[];
}

export type MoveProblem =
  /** The firm that goes has come further, so somebody has to say whose standing goes on. */
  | { code: 'oldIsFurther'; packId: string; old: EnrollmentSnapshot; own: EnrollmentSnapshot }
  /** An attempt that was broken off had another code in mind. */
  | { code: 'movingElsewhere'; to: string }
  /** The firm that was to stay is on its way itself. */
  | { code: 'targetMoves'; uscc: string; to: string };

/**
 * What a move would do, or why it cannot be done as asked; `movedTo` of the enrollments names codes as they are now. Pure.
 */
export function planMove(
  { from, to, target }: Pick<MovePlan, 'from' | 'to' | 'target'>,
  keep: Keep | null,
): { ok: true; plan: MovePlan } | { ok: false; problem: MoveProblem } {
  // Also one in another pack: two firms that wait for each other could never be completed.
  const onItsWay = target?.enrollments.find(({ movedTo }) => movedTo !== null);
  if (onItsWay?.movedTo != null)
    return { ok: false, problem: { code: 'targetMoves', uscc: to, to: usccOf(onItsWay.movedTo) } };
  const enrollments: PlannedEnrollment[] = [];
  for (const old of from.enrollments) {
    if (old.movedTo !== null && usccOf(old.movedTo) !== to)
      return { ok: false, problem: { code: 'movingElsewhere', to: usccOf(old.movedTo) } };
    const own = target?.enrollments.find(({ packId }) => packId === old.packId) ?? null;
    if (own !== null && keep === null && isFurther(old, own))
      return { ok: false, problem: { code: 'oldIsFurther', packId: old.packId, old, own } };
    enrollments.push({ old, own, keeps: own === null ? 'old' : (keep ?? 'new') });
  }
  return { ok: true, plan: { from, to, target, enrollments } };
}
