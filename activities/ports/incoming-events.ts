import type {
  EventDecision,
  EventOutcome,
  EventRefusal,
  EventResult,
  OfficialEvent,
  Standing,
} from '../../knowledge/official-events/types.ts';

/** An event as it is kept. `source` is `api/<name>`, or `import` for a result list. */
export interface StoredEvent extends OfficialEvent {
  /** Grows in the order of arrival. */
  seq: number;
  source: string;
  outcome: EventOutcome | 'waiting';
  refusal: EventRefusal | null;
  /** ISO 8601, UTC. */
  receivedAt: string;
}

/** What the store says of an event that came in. */
export interface AcceptedEvent {
  id: string;
  /** `waiting` when it is to be decided now; as it was decided before; `conflict` when its ID means another event. */
  outcome: StoredEvent['outcome'] | 'conflict';
}

/** Official events from outside, stored and de-duplicated before they are acknowledged. */
export interface IncomingEventStore {
  /**
   * Stores the events of one source, all or none, and answers in their order. One that was held, refused or not found before
   * is put up for decision again; one that was decided for good stays as it is.
   */
  accept(source: string, events: OfficialEvent[]): Promise<AcceptedEvent[]>;
  /** Enrollments with events to be decided, in the order of their first, from those with a first `seq` above `afterSeq`. */
  waiting(page: { afterSeq: number; limit: number }): Promise<{ enrollmentId: string; firstSeq: number }[]>;
  countWaiting(source?: string): Promise<number>;
  /** Events of one enrollment that wait or are held, in the order of arrival. */
  open(enrollmentId: string): Promise<StoredEvent[]>;
  /** What is known of these enrollments at `now` (ISO 8601, UTC), by ID; absent where none is followed. */
  standing(enrollmentIds: string[], now: string): Promise<Map<string, Standing>>;
  /** Writes the decision, with its line in the audit. What was decided for good is not decided again. */
  decide(event: StoredEvent, decision: EventDecision): Promise<void>;
  find(source: string, ids: string[]): Promise<StoredEvent[]>;
  /** The newest first. */
  latest(limit: number): Promise<StoredEvent[]>;
}

/** Takes events from outside: stores them, and decides what can be decided at once. */
export interface EventIntake {
  /** Results in the order of the events. `unreachable`: stored, and decided once the workflow engine answers again. */
  take(
    source: string,
    events: OfficialEvent[],
  ): Promise<{ engine: 'answered' | 'unreachable'; results: EventResult[] }>;
}
