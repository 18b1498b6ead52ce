import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { isBefore } from '../knowledge/calendar/shanghai-time.ts';
import { remindedToday, remindingIsOver, snoozeUntil } from '../knowledge/enrollment/reminders.ts';
import { standingMark } from '../knowledge/enrollment/standing-mark.ts';
import type { EnrollmentEvent, Notice } from '../knowledge/enrollment/state.ts';
import { outcomeCode } from './contract.ts';
import type { Change, EnrollmentInput, ReminderResult, RequestReminderInput } from './contract.ts';
import { earlier, EnrollmentBook, later } from './enrollment-book.ts';
import type { EventOrigin } from './enrollment-book.ts';
import * as messages from './enrollment-messages.ts';
import { notify } from './notify.ts';
import { followPredecessor } from './predecessor.ts';

const { saveProjection } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  // Callers wait for the projection: come back soon once the database answers again.
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});
/** The same within the workflow task: one event in the history instead of six, and no copy of the snapshot in it. Not for updates; see `keepProjection`. */
const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
  // A database that is away for longer must not keep the workflow task open: from here on a timer waits.
  localRetryThreshold: '10 seconds',
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
  let unsavedByUpdate = false;
  /** Whoever asked for them. */
  let remindersUnderWay = 0;
  const now = (): string => new Date(Date.now() + book.clockOffsetMs).toISOString();
  const change = (by: EventOrigin, event: EnrollmentEvent): Change => {
    const made = book.change(by, event);
    if (made.outcome === 'applied' && setsStatus(event)) {
      upsertSearchAttributes([{ key: messages.statusAttribute, value: book.state.officialStatus }]);
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
    answer(changeAsSeen(u, { type: 'officialChanged', status: u.status, reason: u.reason, at: now() })),
  );
  setHandler(messages.correctStatusUpdate, (u) =>
    answer(changeAsSeen(u, { type: 'officialCorrected', status: u.status, reason: u.reason, at: now() })),
  );
  setHandler(messages.declineUpdate, (u) =>
    answer(change(u, { type: u.takenBack ? 'declineTakenBack' : 'declinedByFirm', at: now() })),
  );
  setHandler(messages.refuseRenewalUpdate, ({ nextPack, codes, givenUsd, ...by }) =>
    answer(change(by, { type: 'renewalRefused', nextPack, codes, givenUsd, at: now() })),
  );
  setHandler(messages.linkContactUpdate, ({ personId, by: linkedBy, ...by }) =>
    answer(change(by, { type: 'contactLinked', personId, by: linkedBy, at: now() })),
  );
  setHandler(messages.moveEnrollmentUpdate, (u) => answer(change(u, { type: 'moved', to: u.to, at: now() })));
  setHandler(messages.mergeEnrollmentUpdate, ({ from, merged, ...by }) =>
    answer(change(by, { type: 'movedFrom', from, merged, at: now() })),
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

  const durably = patched('durableSaves');
  const locally = durably || patched('localActivities');
  void keepProjection();
  const predecessorSettled = followPredecessor(input, () => book.state.officialStatus);
  // Started again for an update to an enrollment that is over: the update comes with the start, but after it.
  if (book.over) await condition(() => book.hasUnsaved, correctedWithinMs);
  let notBefore: string | null = null;
  while (!mayLeave()) {
    const notice = book.nextNotice();
    if (notice !== undefined) await tell(notice);
    else
      switch (await nextDue()) {
        case 'reminder':
          notBefore = await remindByCadence();
          break;
        case 'lapse':
          change(byDeadline(), { type: 'officialChanged', status: 'lapsed', reason: null, at: now() });
      }
  }
  if (!book.over) await continueAsNew<typeof enrollment>({ ...input, carried: book.carried() });

  /** Of two people who decide by the same sight, the second is told; what the first did is not lost. */
  function changeAsSeen(by: EventOrigin & { basedOn?: string }, event: EnrollmentEvent): Change {
    const { basedOn } = by;
    const outdated = basedOn !== undefined && basedOn !== standingMark(book.state) && !book.knows(by.eventId);
    return outdated && patched('refusesOutdated')
      ? { outcome: 'refused', refusal: { code: 'changedMeanwhile' } }
      : change(by, event);
  }

  function byDeadline(): EventOrigin {
    return { eventId: `lapsed/${book.state.version}`, source: 'system', actor: 'deadline' };
  }

  /** Nothing is under way and the enrollment is over, or its history is long enough. */
  function mayLeave(): boolean {
    const leaving = book.over || workflowInfo().continueAsNewSuggested;
    const settled = !book.hasUnsaved && !book.hasNotices && predecessorSettled();
    return leaving && settled && allHandlersFinished();
  }

  /**
   * Runs beside the main loop, so that an update never waits for a message that is slow to go out. An update is in the
   * history once its workflow task has ended. Saved within that task, its work would be seen by people although the update
   * was lost, should worker and server die just then; an ordinary activity begins only after it. The workflow's own doing
   * is done again in such a case.
   */
  async function keepProjection(): Promise<void> {
    for (;;) {
      await condition(() => book.hasUnsaved);
      const snapshot = book.snapshot(now());
      const afterTask = !locally || (durably && unsavedByUpdate);
      unsavedByUpdate = false;
      const save = afterTask ? saveProjection : local.saveProjection;
      await save({ snapshot, timeline: book.takeUnsaved() });
      book.savedVersion = snapshot.version;
    }
  }

  function saved(): Promise<void> {
    const { version } = book.state;
    return condition(() => book.savedVersion >= version);
  }

  async function answer(made: Change): Promise<Change> {
    unsavedByUpdate ||= made.outcome === 'applied';
    await saved();
    return made;
  }

  /** Waits until something changes (null) or something falls due. One timer at a time. */
  async function nextDue(): Promise<'reminder' | 'lapse' | null> {
    const { version } = book.state;
    const disturbed = (): boolean => book.state.version !== version || book.hasNotices || mayLeave();
    const reminder = book.nextReminderAt(now());
    const lapse = book.lapsesAt();
    const until = earlier(reminder === null ? null : later(reminder, notBefore), lapse);
    if (until === null) {
      await condition(disturbed);
      return null;
    }
    const waitMs = Date.parse(until) - Date.parse(now());
    // At least 1 ms: a reminder that is due already starts a timer too, whatever the calendar says on replay.
    if (await condition(disturbed, Math.max(1, waitMs))) return null;
    // The deadline is in the input, so this does not hang on the calendar either.
    return lapse !== null && !isBefore(now(), lapse) ? 'lapse' : 'reminder';
  }

  /** Returns when to try again, if this is no time to write to people. */
  async function remindByCadence(): Promise<string | null> {
    if (remindingIsOver(book.state) !== null) return null;
    if (remindersUnderWay > 0 && patched('oneReminderAtATime')) {
      // When the next one is due hangs on what becomes of that one; a notice does not wait for it.
      await condition(() => remindersUnderWay === 0 || book.hasNotices);
      return null;
    }
    const key = `reminder/${input.enrollmentId}/${book.state.version}`;
    remindersUnderWay += 1;
    try {
      const { result, postponedUntil } = await notify(
        { key, kind: 'reminder', enrollmentId: input.enrollmentId, data: {}, sendingTimeOf: input.cadence },
        { locally, now, skip: () => remindingIsOver(book.state) },
      );
      if (postponedUntil !== null) return postponedUntil;
      book.reminderEnded(now(), key, outcomeCode(result));
      return null;
    } finally {
      remindersUnderWay -= 1;
    }
  }

  async function remindOnRequest(u: RequestReminderInput): Promise<ReminderResult> {
    await saved();
    // One that waits in its channel's queue is no reminder of today yet, and may become one.
    while (remindersUnderWay > 0 && patched('oneReminderAtATime'))
      await condition(() => remindersUnderWay === 0);
    const reason = remindingIsOver(book.state);
    if (reason !== null) return { outcome: 'skipped', reason };
    if (remindedBefore(u.notificationKey)) return { outcome: 'skipped', reason: 'alreadySent' };
    const result = await remindNow(u);
    await saved();
    return result;
  }

  async function remindNow(u: RequestReminderInput): Promise<ReminderResult> {
    remindersUnderWay += 1;
    try {
      const { result } = await notify(
        { key: u.notificationKey, kind: 'reminder', enrollmentId: input.enrollmentId, data: {} },
        { locally, now, skip: () => remindingIsOver(book.state) },
      );
      const counts = result.outcome === 'sent' || result.outcome === 'collected';
      book.manualReminderEnded(now(), u, u.notificationKey, counts, outcomeCode(result));
      // What was sent, an ordinary activity sent: the request is in the history.
      unsavedByUpdate ||= !counts;
      return result;
    } finally {
      remindersUnderWay -= 1;
    }
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
      { locally, now, skip: () => null },
    );
    book.noticeEnded(now(), key, kind, outcomeCode(result));
  }
}

const setsStatus = (event: EnrollmentEvent): boolean =>
  ['officialChanged', 'officialCorrected', 'movedFrom'].includes(event.type);
