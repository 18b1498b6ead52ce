import type { ReminderCadence } from '../calendar/cadence.ts';
import { addDays, isBefore, shanghaiDate, shanghaiInstant, shanghaiTime } from '../calendar/shanghai-time.ts';
import { addWorkingDays, firstWorkingDayFrom, isWorkingDay } from '../calendar/working-days.ts';
import type { CountedDate } from '../calendar/working-days.ts';
import type { EnrollmentState, ReminderSkip } from './state.ts';

/** A reminder that comes late (a worker was down) is still sent on its working day until this time, and not after. */
const officeClosesAt = '18:00';

export interface PlannedReminder {
  at: string;
  /** False: counted over a year whose holidays are not published yet. */
  calendarKnown: boolean;
}

/** Why a firm is not reminded at all in this state, whatever the time. Never remind a firm that has submitted. */
export function remindingIsOver(state: EnrollmentState): ReminderSkip | null {
  if (state.officialStatus !== 'invited') return 'officiallyPastInvitation';
  if (state.reportedStep === 'submitted') return 'reportedSubmitted';
  return null;
}

/** Why a reminder must not be sent now; null when it may be. */
export function reminderSkip(state: EnrollmentState, nowIso: string): ReminderSkip | null {
  const over = remindingIsOver(state);
  if (over !== null) return over;
  return state.snoozedUntil !== null && isBefore(nowIso, state.snoozedUntil) ? 'snoozed' : null;
}

/** Whether a reminder was due today already, by the calendar of Shanghai: staff do not send another one on top of it. */
export const remindedToday = (state: EnrollmentState, nowIso: string): boolean =>
  state.lastReminderAt !== null && shanghaiDate(state.lastReminderAt) === shanghaiDate(nowIso);

/** Why a reminder that staff ask for must not be sent now; null when it may be. */
export const requestedReminderSkip = (state: EnrollmentState, nowIso: string): ReminderSkip | null =>
  reminderSkip(state, nowIso) ?? (remindedToday(state, nowIso) ? 'alreadySent' : null);

/** When the cadence next reminds this firm (ISO 8601, UTC); null when it does not any more. */
export const nextReminderAt = (
  state: EnrollmentState,
  cadence: ReminderCadence,
  nowIso: string,
): string | null => planReminder(state, cadence, nowIso)?.at ?? null;

/**
 * The next reminder is the latest of: the first of the cadence, counted from the invitation; one interval after the last
 * reminder; one interval after the firm last reported a step (a firm that moves is not nagged); the end of its snooze.
 */
export function planReminder(
  state: EnrollmentState,
  cadence: ReminderCadence,
  nowIso: string,
): PlannedReminder | null {
  if (remindingIsOver(state) !== null || state.remindersDue >= cadence.maxReminders) return null;
  // `officialSince` is later than `invitedAt` for a firm that was invited again.
  const waitingSince = isBefore(state.invitedAt, state.officialSince) ? state.officialSince : state.invitedAt;
  const counted: CountedDate[] = [];
  const after = (iso: string, workingDays: number): void => {
    counted.push(addWorkingDays(shanghaiDate(iso), workingDays));
  };
  if (state.remindersDue === 0) after(waitingSince, cadence.firstAfterWorkingDays);
  if (state.lastReminderAt !== null) after(state.lastReminderAt, cadence.everyWorkingDays);
  if (state.reportedAt !== null) after(state.reportedAt, cadence.everyWorkingDays);
  if (state.snoozedUntil !== null) counted.push(firstSendingDayFrom(state.snoozedUntil, cadence));
  const latest = counted.reduce((a, b) => (b.date > a.date ? b : a));
  const at = shanghaiInstant(latest.date, cadence.sendAt);
  return isBefore(at, nowIso) ? catchUp(cadence, nowIso) : { at, calendarKnown: latest.calendarKnown };
}

/** Until when a firm is left alone that asks for `workingDays` of quiet: the time of sending on the last of them. */
export const snoozeUntil = (cadence: ReminderCadence, nowIso: string, workingDays: number): string =>
  shanghaiInstant(addWorkingDays(shanghaiDate(nowIso), workingDays).date, cadence.sendAt);

/** Null during sending time: a working day between `sendAt` and the close of the office. Otherwise when it begins again. */
export function outsideSendingTime(cadence: ReminderCadence, nowIso: string): string | null {
  const { at } = catchUp(cadence, nowIso);
  return at === nowIso ? null : at;
}

function catchUp(cadence: ReminderCadence, nowIso: string): PlannedReminder {
  const today = shanghaiDate(nowIso);
  const time = shanghaiTime(nowIso);
  const open = isWorkingDay(today) && time >= cadence.sendAt && time < latestTime(cadence);
  if (open) return { at: nowIso, calendarKnown: firstWorkingDayFrom(today).calendarKnown };
  const next = firstSendingDayFrom(nowIso, cadence);
  return { at: shanghaiInstant(next.date, cadence.sendAt), calendarKnown: next.calendarKnown };
}

/** An office that sends in the evening keeps its evening. */
const latestTime = (cadence: ReminderCadence): string =>
  cadence.sendAt < officeClosesAt ? officeClosesAt : '24:00';

/** The first working day whose time of sending is not before `iso`. */
function firstSendingDayFrom(iso: string, cadence: ReminderCadence): CountedDate {
  const date = shanghaiDate(iso);
  return firstWorkingDayFrom(isBefore(shanghaiInstant(date, cadence.sendAt), iso) ? addDays(date, 1) : date);
}
