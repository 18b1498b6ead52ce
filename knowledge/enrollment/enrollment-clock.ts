import type { EnrollmentSnapshot } from './state.ts';

/**
 * What an enrollment calls now, ISO 8601. The projection's clock stands at the last change; only a trial clock that was
 * moved on is ahead of the wall clock.
 */
export function nowOf(enrollment: Pick<EnrollmentSnapshot, 'trial' | 'now'>, now: Date): string {
  const wallClock = now.toISOString();
  return enrollment.trial && enrollment.now > wallClock ? enrollment.now : wallClock;
}
