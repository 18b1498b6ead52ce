import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { remindedToday, remindingIsOver, snoozeUntil } from '../knowledge/enrollment/reminders.ts';
import type { EnrollmentEvent, Notice } from '../knowledge/enrollment/state.ts';
import { outcomeCode } from './contract.ts';
import type { ChangeResult, EnrollmentInput, ReminderResult, RequestReminderInput } from './contract.ts';
import { EnrollmentBook, later } from './enrollment-book.ts';
import type { Change, EventOrigin } from './enrollment-book.ts';
import * as messages from './enrollment-messages.ts';
import { notify } from './notify.ts';

const { saveProjection } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  // Callers wait for the projection: come back soon once the database answers again.
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

/** How long an enrollment that is over waits for the correction that it was started again for. */
const correctedWithinMs = 60_000;

/**
 * One firm in one policy pack, from the invitation to the end of its policy. Updates change the book and answer once the
 * projection is saved; the main loop says what is to be said and waits for the next reminder.
 *
 * Replay: which command comes next depends on state and on results in history only. The calendar sets how long a timer
 * runs, never whether one runs, so a new year's holidays can be deployed under running enrollments.
 */
export async function enrollment(input: EnrollmentInput): Promise<void> {
  const book = new EnrollmentBook(input);
  const now = (): string => new Date(Date.now() + book.clockOffsetMs).toISOString();
  const change = (by: EventOrigin, event: EnrollmentEvent): Change => {
    const made = book.change(by, event);
    if (made.outcome === 'applied' && setsStatus(event)) {
      upsertSearchAttributes([{ key: messages.statusAttribute, value: event.status }]);
    }
    return made;
  };

  setHandler(messages.getEnrollmentQuery, () => book.snapshot(now()));
  setHandler(messages.reportStepUpdate, (u) =>
    answer(change(u, { type: 'stepReported', step: u.step, at: now() })),
  );
  setHandler(messages.correctStepUpdate, (u) =>
    answer(change(u, { type: 'stepCorrected', step: u.step, at: now() })),
  );
  setHandler(messages.applyOfficialEventUpdate, (u) =>
    answer(change(u, { type: 'officialChanged', status: u.status, reason: u.reason, at: now() })),
  );
  setHandler(messages.correctStatusUpdate, (u) =>
    answer(change(u, { type: 'officialCorrected', status: u.status, reason: u.reason, at: now() })),
  );
  setHandler(messages.declineUpdate, (u) =>
    answer(change(u, { type: u.takenBack ? 'declineTakenBack' : 'declinedByFirm', at: now() })),
  );
  setHandler(
    messages.snoozeUpdate,
    (u) =>
      answer(
        change(u, { type: 'snoozed', until: snoozeUntil(input.cadence, now(), u.workingDays), at: now() }),
      ),
    { validator: messages.validateSnooze },
  );
  setHandler(messages.advanceTrialClockUpdate, (u) => answer(book.advanceClock(u, now())));
  setHandler(messages.requestReminderUpdate, remindOnRequest);

  void keepProjection();
  // Started again for an update to an enrollment that is over: the update comes with the start, but after it.
  if (book.over) await condition(() => book.hasUnsaved, correctedWithinMs);
  let notBefore: string | null = null;
  while (!mayLeave()) {
    const notice = book.nextNotice();
    if (notice !== undefined) await tell(notice);
    else if (await reminderFallsDue()) notBefore = await remindByCadence();
  }
  if (!book.over) await continueAsNew<typeof enrollment>({ ...input, carried: book.carried() });

  /** Nothing is under way and the enrollment is over, or its history is long enough. */
  function mayLeave(): boolean {
    const leaving = book.over || workflowInfo().continueAsNewSuggested;
    return leaving && !book.hasUnsaved && !book.hasNotices && allHandlersFinished();
  }

  /** Runs beside the main loop, so that an update never waits for a message that is slow to go out. */
  async function keepProjection(): Promise<void> {
    for (;;) {
      await condition(() => book.hasUnsaved);
      const snapshot = book.snapshot(now());
      await saveProjection({ snapshot, timeline: book.takeUnsaved() });
      book.savedVersion = snapshot.version;
    }
  }

  function saved(): Promise<void> {
    const { version } = book.state;
    return condition(() => book.savedVersion >= version);
  }

  async function answer(made: Change): Promise<ChangeResult> {
    await saved();
    return { ...made, enrollment: book.snapshot(now()) };
  }

  /** Waits until something changes (false) or the time of the next reminder has come (true). One timer at a time. */
  async function reminderFallsDue(): Promise<boolean> {
    const { version } = book.state;
    const disturbed = (): boolean => book.state.version !== version || book.hasNotices || mayLeave();
    const next = book.nextReminderAt(now());
    if (next === null) {
      await condition(disturbed);
      return false;
    }
    const waitMs = Date.parse(later(next, notBefore)) - Date.parse(now());
    // At least 1 ms: a reminder that is due already starts a timer too, whatever the calendar says on replay.
    return !(await condition(disturbed, Math.max(1, waitMs)));
  }

  /** Returns when to try again, if this is no time to write to people. */
  async function remindByCadence(): Promise<string | null> {
    if (remindingIsOver(book.state) !== null) return null;
    const key = `reminder/${input.enrollmentId}/${book.state.version}`;
    const { result, postponedUntil } = await notify(
      { key, kind: 'reminder', enrollmentId: input.enrollmentId, data: {}, sendingTimeOf: input.cadence },
      { now, skip: () => remindingIsOver(book.state) },
    );
    if (postponedUntil !== null) return postponedUntil;
    book.reminderEnded(now(), key, outcomeCode(result));
    return null;
  }

  async function remindOnRequest(u: RequestReminderInput): Promise<ReminderResult> {
    await saved();
    const reason = remindingIsOver(book.state);
    if (reason !== null) return { outcome: 'skipped', reason };
    if (remindedBefore(u.notificationKey)) return { outcome: 'skipped', reason: 'alreadySent' };
    const { result } = await notify(
      { key: u.notificationKey, kind: 'reminder', enrollmentId: input.enrollmentId, data: {} },
      { now, skip: () => remindingIsOver(book.state) },
    );
    book.manualReminderEnded(now(), u, u.notificationKey, result.outcome === 'sent', outcomeCode(result));
    await saved();
    return result;
  }

  /** One reminder a day is enough. A repeat of the same request is not another one: it gets its result again. */
  function remindedBefore(key: string): boolean {
    if (book.knows(key) || !remindedToday(book.state, now())) return false;
    return patched('oneReminderADay');
  }

  async function tell({ key, kind, data }: Notice): Promise<void> {
    await saved();
    const { result } = await notify(
      { key, kind, enrollmentId: input.enrollmentId, data },
      { now, skip: () => null },
    );
    book.noticeEnded(now(), key, kind, outcomeCode(result));
  }
}

const setsStatus = (
  event: EnrollmentEvent,
): event is Extract<EnrollmentEvent, { type: 'officialChanged' | 'officialCorrected' }> =>
  event.type === 'officialChanged' || event.type === 'officialCorrected';
