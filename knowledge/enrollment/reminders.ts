import type { ReminderCadence } from '../calendar/cadence.ts';
import {
  addDays,
  addTime,
  isBefore,
  shanghaiDate,
  shanghaiInstant,
  shanghaiTime,
} from '../calendar/shanghai-time.ts';
import {
  addWorkingDays,
  firstWorkingDayFrom,
  isWorkingDay,
  lastWorkingDayUntil,
} from '../calendar/working-days.ts';
import type { CountedDate } from '../calendar/working-days.ts';
import type { EnrollmentState, ReminderSkip } from './state.ts';

/** A reminder that comes late (a worker was down) is still sent on its working day until this time, and not after. */
const officeClosesAt = '18:00';
const weekMs = 7 * 86_400_000;

export interface PlannedReminder {
  at: string;
  /** False: counted over a year whose holidays are not published yet. */
  calendarKnown: boolean;
}

/** Why a firm is not reminded at all in this state, whatever the time. Never remind a firm that has submitted. */
export function remindingIsOver(state: EnrollmentState): ReminderSkip | null {
  if (state.movedTo !== null) return 'moved';
  if (state.officialStatus !== 'invited') return 'officiallyPastInvitation';
  if (state.reportedStep === 'submitted') return 'reportedSubmitted';
  return state.declinedAt === null ? null : 'declined';
}

/** Why a reminder must not be sent now; null when it may be. */
export function reminderSkip(state: EnrollmentState, nowIso: string): ReminderSkip | null {
  const over = remindingIsOver(state);
  if (over !== null) return over;
  return asksForQuiet(state, nowIso) ? 'snoozed' : null;
}

/** Why what the office announces must not be sent to a firm now, whatever its status; null when it may be. */
export function announcementSkip(state: EnrollmentState, nowIso: string): ReminderSkip | null {
  if (state.movedTo !== null) return 'moved';
  if (state.declinedAt !== null || state.officialStatus === 'declined') return 'declined';
  return asksForQuiet(state, nowIso) ? 'snoozed' : null;
}

const asksForQuiet = ({ snoozedUntil }: EnrollmentState, nowIso: string): boolean =>
  snoozedUntil !== null && isBefore(nowIso, snoozedUntil);

/** Whether a reminder was due today already, by the calendar of Shanghai: staff do not send another one on top of it. */
export const remindedToday = (state: EnrollmentState, nowIso: string): boolean =>
  state.lastReminderAt !== null && shanghaiDate(state.lastReminderAt) === shanghaiDate(nowIso);

/** Why a reminder that staff ask for must not be sent now; null when it may be. */
export function requestedReminderSkip(
  state: EnrollmentState & { cadence?: ReminderCadence },
  nowIso: string,
): ReminderSkip | null {
  const skip = reminderSkip(state, nowIso);
  if (skip !== null) return skip;
  if (remindedToday(state, nowIso)) return 'alreadySent';
  return state.cadence !== undefined && weekIsFull(state, state.cadence, nowIso) ? 'weeklyCap' : null;
}

/** When the cadence next reminds this firm (ISO 8601, UTC); null when it does not any more. */
export const nextReminderAt = (
  state: EnrollmentState,
  cadence: ReminderCadence,
  nowIso: string,
): string | null => planReminder(state, cadence, nowIso)?.at ?? null;

/**
 * The next reminder is the earlier of two: that of the interval, and the next one before the deadline. Neither comes within
 * the firm's snooze, on top of as many as a week may have, or after the deadline.
 */
export function planReminder(
  state: EnrollmentState,
  cadence: ReminderCadence,
  nowIso: string,
): PlannedReminder | null {
  if (remindingIsOver(state) !== null) return null;
  const candidates = [intervalReminder(state, cadence), deadlineReminder(state, cadence, nowIso)].filter(
    (candidate) => candidate !== null,
  );
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const earliest = others.reduce((a, b) => (b.date < a.date ? b : a), first);
  const day = notBefore(earliest, [snoozeEnds(state, cadence), weekHasRoom(state, cadence)]);
  const at = shanghaiInstant(day.date, cadence.sendAt);
  const planned = isBefore(at, nowIso) ? catchUp(cadence, nowIso) : { at, calendarKnown: day.calendarKnown };
  const end = deadlineEnds(state, cadence);
  return end !== null && !isBefore(planned.at, end) ? null : planned;
}

/**
 * The latest of: the first of the cadence, counted from the invitation; one interval after the last reminder; one interval
 * after the firm last said where it is (a firm that moves is not nagged).
 */
function intervalReminder(state: EnrollmentState, cadence: ReminderCadence): CountedDate | null {
  if (state.remindersDue >= cadence.maxReminders) return null;
  const every = cadence.everyWorkingDaysAt?.[state.reportedStep ?? 'none'] ?? cadence.everyWorkingDays;
  // `officialSince` is later than `invitedAt` for a firm that was invited again.
  const waitingSince = isBefore(state.invitedAt, state.officialSince) ? state.officialSince : state.invitedAt;
  const counted: CountedDate[] = [];
  const after = (iso: string, workingDays: number): void => {
    counted.push(addWorkingDays(shanghaiDate(iso), workingDays));
  };
  if (state.remindersDue === 0) after(waitingSince, cadence.firstAfterWorkingDays);
  if (state.lastReminderAt !== null) after(state.lastReminderAt, every);
  if (state.reportedAt !== null) after(state.reportedAt, every);
  return counted.reduce((a, b) => (b.date > a.date ? b : a));
}

/** The next of the days before the deadline that is not over and on which the firm was not reminded. */
function deadlineReminder(
  state: EnrollmentState,
  cadence: ReminderCadence,
  nowIso: string,
): CountedDate | null {
  const { deadline } = cadence;
  if (deadline == null) return null;
  const today = shanghaiDate(nowIso);
  const lastDate = state.lastReminderAt === null ? '' : shanghaiDate(state.lastReminderAt);
  const invited = shanghaiDate(state.invitedAt);
  const days = (cadence.daysBeforeDeadline ?? [])
    .map((before) => lastWorkingDayUntil(addDays(deadline, -before)))
    .filter(({ date }) => date >= today && date > lastDate && date > invited)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return days[0] ?? null;
}

const snoozeEnds = (state: EnrollmentState, cadence: ReminderCadence): CountedDate | null =>
  state.snoozedUntil === null ? null : firstSendingDayFrom(state.snoozedUntil, cadence);

/** The first day on which one more reminder does not make too many within seven days. */
function weekHasRoom(state: EnrollmentState, cadence: ReminderCadence): CountedDate | null {
  const { maxPerWeek } = cadence;
  if (maxPerWeek == null) return null;
  const earlier = state.remindedAt.at(-maxPerWeek);
  return earlier === undefined ? null : firstSendingDayFrom(addTime(earlier, weekMs), cadence);
}

/** Whether one more reminder would be too many within seven days. */
const weekIsFull = (state: EnrollmentState, cadence: ReminderCadence, nowIso: string): boolean => {
  const earlier = cadence.maxPerWeek == null ? undefined : state.remindedAt.at(-cadence.maxPerWeek);
  return earlier !== undefined && isBefore(nowIso, addTime(earlier, weekMs));
};

const notBefore = (day: CountedDate, limits: (CountedDate | null)[]): CountedDate =>
  limits.reduce<CountedDate>((a, b) => (b !== null && b.date > a.date ? b : a), day);

/** The instant at which the day of the deadline is over; null without one, and for a firm that was invited after it. */
function deadlineEnds(state: EnrollmentState, cadence: ReminderCadence): string | null {
  if (cadence.deadline == null) return null;
  const end = shanghaiInstant(addDays(cadence.deadline, 1), '00:00');
  return isBefore(state.officialSince, end) ? end : null;
}

/** When an enrollment lapses: at the end of the deadline, if the firm has not even said that it submitted; null for never. */
export const lapsesAt = (state: EnrollmentState, cadence: ReminderCadence): string | null =>
  state.officialStatus === 'invited' && state.reportedStep !== 'submitted' && state.movedTo === null
    ? deadlineEnds(state, cadence)
    : null;

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
function latestTime({ sendAt, sendUntil = officeClosesAt }: ReminderCadence): string {
  return sendAt < sendUntil ? sendUntil : '24:00';
}

/** The first working day whose time of sending is not before `iso`. */
function firstSendingDayFrom(iso: string, cadence: ReminderCadence): CountedDate {
  const date = shanghaiDate(iso);
  return firstWorkingDayFrom(isBefore(shanghaiInstant(date, cadence.sendAt), iso) ? addDays(date, 1) : date);
}
