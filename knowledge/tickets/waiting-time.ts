import { isOfficeOpen, officeMinutesBetween, officeOpensAt } from './office-hours.ts';
import type { OfficeHours } from './office-hours.ts';

/** A ticket and when staff first wrote to its asker. */
export interface FirstAnswer {
  openedAt: string;
  answeredAt: string;
}

/** What may honestly be said of how long it takes until somebody answers. */
export interface WaitingTime {
  /** Null: somebody is at the office now. */
  opensAt: string | null;
  /** False: the holidays of a year on the way are not published yet. */
  calendarKnown: boolean;
  /** How long the latest askers waited, in minutes of office hours; null where too few did for that to say anything. */
  usualMinutes: number | null;
  /** Others who wait for staff. */
  ahead: number;
}

/** Fewer answers than this are chance. */
const leastAnswers = 5;

export function waitingTime(
  hours: OfficeHours,
  now: string,
  { latest, ahead }: { latest: readonly FirstAnswer[]; ahead: number },
): WaitingTime {
  const open = isOfficeOpen(hours, now);
  const { at, calendarKnown } = officeOpensAt(hours, now);
  return { opensAt: open ? null : at, calendarKnown, usualMinutes: usualMinutes(hours, latest), ahead };
}

/** Of four waits three were this long or shorter: a median would be too short for half of them. Never less than a minute. */
function usualMinutes(hours: OfficeHours, latest: readonly FirstAnswer[]): number | null {
  if (latest.length < leastAnswers) return null;
  const minutes = latest
    .map(({ openedAt, answeredAt }) => officeMinutesBetween(hours, openedAt, answeredAt))
    .sort((a, b) => a - b);
  return Math.max(1, minutes[Math.ceil(minutes.length * 0.75) - 1] ?? 1);
}
