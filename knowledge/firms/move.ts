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
  | { code: 'movingElsewhere'; to: string };

/** What a move would do, or why it cannot be done as asked. Pure. */
export function planMove(
  { from, to, target }: Pick<MovePlan, 'from' | 'to' | 'target'>,
  keep: Keep | null,
): { ok: true; plan: MovePlan } | { ok: false; problem: MoveProblem } {
  const enrollments: PlannedEnrollment[] = [];
  for (const old of from.enrollments) {
    if (old.movedTo !== null && old.movedTo !== `${old.packId}/${to}`)
      return { ok: false, problem: { code: 'movingElsewhere', to: old.movedTo } };
    const own = target?.enrollments.find(({ packId }) => packId === old.packId) ?? null;
    if (own !== null && keep === null && isFurther(old, own))
      return { ok: false, problem: { code: 'oldIsFurther', packId: old.packId, old, own } };
    enrollments.push({ old, own, keeps: own === null ? 'old' : (keep ?? 'new') });
  }
  return { ok: true, plan: { from, to, target, enrollments } };
}
