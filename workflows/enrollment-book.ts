import { isBefore } from '../knowledge/calendar/shanghai-time.ts';
import { rememberedEventIds } from '../knowledge/enrollment/carried.ts';
import type { CarriedEnrollment } from '../knowledge/enrollment/carried.ts';
import { applyEvent, hasEnded, initialState, recordManualReminder } from '../knowledge/enrollment/machine.ts';
import { lapsesAt, nextReminderAt } from '../knowledge/enrollment/reminders.ts';
import type {
  EnrollmentEvent,
  EnrollmentSnapshot,
  EnrollmentState,
  EventSource,
  Notice,
  TimelineEntry,
} from '../knowledge/enrollment/state.ts';
import type { Change, EnrollmentInput } from './contract.ts';
import { noticesAfter } from './notices.ts';

interface By {
  source: EventSource;
  actor: string;
  eventId?: string;
}
/** Where an event comes from; the same `eventId` twice is one event. */
export interface EventOrigin extends By {
  eventId: string;
}

/**
 * Everything that one enrollment knows: state, history, what is not saved yet and what is to be said. Knows nothing of
 * Temporal; times come in from outside.
 */
export class EnrollmentBook {
  readonly input: EnrollmentInput;
  state: EnrollmentState;
  clockOffsetMs: number;
  /** Version of the projection that the database has. */
  savedVersion: number;
  #nextSeq: number;
  #recentEventIds: string[];
  #unsaved: TimelineEntry[] = [];
  /** Until they are told to an end; the first may be under way. */
  #notices: Notice[];

  constructor(input: EnrollmentInput) {
    const carried = input.carried;
    this.input = input;
    // Carried from before a field existed: it has what the field begins with.
    this.state = { ...initialState(input.invitedAt), ...carried?.state };
    this.clockOffsetMs = carried?.clockOffsetMs ?? 0;
    this.#nextSeq = carried?.nextSeq ?? 1;
    this.#recentEventIds = [...(carried?.recentEventIds ?? [])];
    this.#notices = [...(carried?.notices ?? [])];
    this.savedVersion = carried === undefined ? 0 : this.state.version;
    if (carried === undefined) {
      this.#note(input.invitedAt, { source: 'system', actor: 'enrollment' }, { type: 'invited' });
    }
  }

  /** One event, once: an ID that was applied before changes nothing. A refused one may come again. */
  change(by: EventOrigin, event: EnrollmentEvent): Change {
    if (this.knows(by.eventId)) return { outcome: 'alreadyApplied' };
    const result = applyEvent(this.state, event);
    if (!result.ok) return { outcome: 'refused', refusal: result.refusal };
    this.#remember(by.eventId);
    this.state = result.state;
    this.#note(event.at, by, event);
    this.#notices.push(...noticesAfter(this.input.enrollmentId, event, this.state));
    return { outcome: 'applied' };
  }

  /** Whether an event, or a reminder that staff asked for (by its key), was here before. */
  knows(id: string): boolean {
    return this.#recentEventIds.includes(id);
  }

  /** A reminder of the cadence came to its end. It counts as due even if it reached nobody. */
  reminderEnded(at: string, key: string, outcome: string): void {
    const due: EnrollmentEvent = { type: 'reminderFellDue', at };
    const result = applyEvent(this.state, due);
    const by = { source: 'system', actor: 'cadence' } as const;
    if (result.ok) {
      this.state = result.state;
      this.#note(at, by, due);
      this.#escalateIfUnanswered();
    }
    this.#messageEnded(at, by, { type: 'reminded', key, outcome });
  }

  /** A reminder that staff asked for: it has no place in the cadence, but moves the next one away. */
  manualReminderEnded(at: string, by: By, key: string, sent: boolean, outcome: string): void {
    if (sent) {
      this.state = recordManualReminder(this.state, at);
      this.#escalateIfUnanswered();
      this.#remember(key);
    }
    const { source, actor } = by;
    this.#messageEnded(
      at,
      { source, actor, ...(sent ? { eventId: key } : {}) },
      { type: 'reminded', key, outcome },
    );
  }

  noticeEnded(at: string, key: string, kind: string, outcome: string): void {
    this.#notices = this.#notices.filter((notice) => notice.key !== key);
    this.#messageEnded(at, { source: 'system', actor: kind }, { type: 'noticed', key, outcome });
  }

  /** Trial only: jumps to the next reminder, as if the days between had passed. */
  advanceClock(by: EventOrigin, now: string): Change {
    if (!this.input.trial) return { outcome: 'refused', refusal: { code: 'notTrial' } };
    if (this.knows(by.eventId)) return { outcome: 'alreadyApplied' };
    const next = this.nextReminderAt(now);
    if (next === null) return { outcome: 'refused', refusal: { code: 'nothingScheduled' } };
    this.#remember(by.eventId);
    this.clockOffsetMs += Math.max(0, Date.parse(next) - Date.parse(now));
    this.state = { ...this.state, version: this.state.version + 1 };
    return { outcome: 'applied' };
  }

  nextReminderAt(now: string): string | null {
    return nextReminderAt(this.state, this.input.cadence, now);
  }

  lapsesAt(): string | null {
    return lapsesAt(this.state, this.input.cadence);
  }

  get over(): boolean {
    return hasEnded(this.state);
  }
  get hasUnsaved(): boolean {
    return this.savedVersion < this.state.version;
  }
  get hasNotices(): boolean {
    return this.#notices.length > 0;
  }
  takeUnsaved(): TimelineEntry[] {
    return this.#unsaved.splice(0);
  }
  /** The next one to tell; it is there until `noticeEnded`. */
  nextNotice(): Notice | undefined {
    return this.#notices[0];
  }

  snapshot(now: string): EnrollmentSnapshot {
    const { enrollmentId, packId, uscc, city, trial, cadence, predecessorId } = this.input;
    const next = this.nextReminderAt(now);
    return {
      ...{ ...this.state, enrollmentId, packId, uscc, city, trial, cadence, now, nextReminderAt: next },
      ...(predecessorId === undefined ? {} : { predecessorId }),
      // What only a lost workflow's successor needs; few have any of it.
      ...(this.clockOffsetMs === 0 ? {} : { clockOffsetMs: this.clockOffsetMs }),
      ...(this.#notices.length === 0 ? {} : { pendingNotices: this.#notices }),
    };
  }

  /** For continue-as-new; nothing may be unsaved or unsaid. */
  carried(): CarriedEnrollment {
    return {
      state: this.state,
      nextSeq: this.#nextSeq,
      recentEventIds: this.#recentEventIds,
      clockOffsetMs: this.clockOffsetMs,
    };
  }

  /** Told again after as many more, should the firm still say nothing. */
  #escalateIfUnanswered(): void {
    const { unanswered, version } = this.state;
    const after = this.input.cadence.escalateAfter ?? 0;
    if (after === 0 || unanswered % after !== 0) return;
    const key = `escalation/${this.input.enrollmentId}/${version}`;
    this.#notices.push({ key, kind: 'escalation', data: { unanswered } });
  }
  #messageEnded(at: string, by: By, event: TimelineEntry['event']): void {
    this.state = { ...this.state, version: this.state.version + 1 };
    this.#note(at, by, event);
  }
  #remember(eventId: string): void {
    this.#recentEventIds = [...this.#recentEventIds, eventId].slice(-rememberedEventIds);
  }
  #note(at: string, by: By, event: TimelineEntry['event']): void {
    const { source, actor, eventId } = by;
    this.#unsaved.push({
      ...{ seq: this.#nextSeq, at, source, actor, event },
      ...(eventId === undefined ? {} : { eventId }),
    });
    this.#nextSeq += 1;
  }
}

/** The earlier of two instants, as far as there are any. */
export const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && isBefore(b, a)) ? b : a;

/** The later of two instants, where there are two. */
export const later = (a: string, b: string | null): string => (b !== null && isBefore(a, b) ? b : a);
