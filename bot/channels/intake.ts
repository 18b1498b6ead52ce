import type { Logger } from '../../activities/ports/services.ts';
import type { InboundStore, InboundUpdate } from '../../activities/ports/store.ts';
import { NotSettled } from './not-settled.ts';
import { createSerialQueue } from './serial-queue.ts';

export interface IntakePorts<Event, Result> {
  channel: string;
  inbound: InboundStore;
  log: Logger;
  /** Reads what `JSON.stringify` made of an event, perhaps in an older version; null when it cannot be read any more. */
  read: (payload: string) => Event | null;
  /** Events of one key are handled one after the other, in the order in which they were stored; others side by side. */
  keyOf: (event: Event) => string;
  /** A throw leaves the event stored: it is handled again at the next start, and after `NotSettled` before that. */
  handle: (event: Event) => Promise<Result>;
  /** How long to wait before the event is handled for the `attempt`th time. */
  againAfterMs?: (attempt: number) => number;
}

/** Soon at first, then every minute. */
const usualPauses = (attempt: number): number => Math.min(2_500 * 2 ** (attempt - 1), 60_000);
/** About a day. */
const mostAttempts = 1_440;

/**
 * `later`: it stays stored, since the intake was closed before it began, or handling it failed or came to no end. `dropped`: its
 * row was processed while it waited to be handled again.
 */
type Handled<Result> = { outcome: 'handled'; result: Result } | { outcome: 'later' | 'dropped' };

export interface Intake<Event, Result> {
  /**
   * Stores an event. Once this resolves it may be acknowledged; it rejects when the event could not be stored. Null for one that
   * was stored before. `handled` never rejects.
   */
  accept(externalId: string, event: Event): Promise<{ handled: Promise<Handled<Result>> } | null>;
  /** Takes up what an earlier run stored and did not finish. */
  resume(): Promise<void>;
  /** Waits for the events in work, `graceMs` at most. What was not begun stays stored. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Events are stored and de-duplicated before they are acknowledged, handled in order, and marked when they are done. An event
 * names its sender in a field `externalUserId` or `from`: by it `PersonStore.erase` finds what waits.
 */
export function createIntake<Event, Result>(ports: IntakePorts<Event, Result>): Intake<Event, Result> {
  const { channel, inbound, log, read, keyOf, handle, againAfterMs = usualPauses } = ports;
  const queue = createSerialQueue();
  /** What is accepted while an earlier run's events are read must not be taken up twice. */
  const inWork = new Set<number>();
  const pauses = new Set<NodeJS.Timeout>();
  let closed = false;

  /** `waited`: it was stored for so long that its sender may have been erased, and its row emptied, meanwhile. */
  async function enqueue(
    id: number,
    event: Event,
    { attempt, waited }: { attempt: number; waited: boolean },
  ): Promise<Handled<Result>> {
    inWork.add(id);
    try {
      return await queue.run(keyOf(event), async () => {
        if (closed) return { outcome: 'later' };
        if (waited && !(await inbound.isUnprocessed(id))) return { outcome: 'dropped' };
        const result = await handle(event);
        await inbound.markProcessed(id);
        return { outcome: 'handled', result };
      });
    } catch (error) {
      if (error instanceof NotSettled) return await again(id, event, attempt + 1);
      // A reply that was waiting when the channel was closed is given after the next start.
      if (!closed) log.error('door.eventNotDone', { channel, updateId: id, error: String(error) });
      return { outcome: 'later' };
    } finally {
      inWork.delete(id);
    }
  }

  /** Others of its key go on meanwhile. */
  async function again(id: number, event: Event, attempt: number): Promise<Handled<Result>> {
    if (attempt > mostAttempts) {
      log.error('door.eventGivenUp', { channel, updateId: id });
      await inbound.markProcessed(id);
    } else if (!closed) {
      const pause = setTimeout(() => {
        pauses.delete(pause);
        void enqueue(id, event, { attempt, waited: true });
      }, againAfterMs(attempt));
      pauses.add(pause);
    }
    return { outcome: 'later' };
  }

  async function takeUp({ id, payload }: InboundUpdate): Promise<void> {
    if (inWork.has(id)) return;
    const event = read(payload);
    if (event !== null) {
      void enqueue(id, event, { attempt: 1, waited: true });
      return;
    }
    log.error('door.eventUnreadable', { channel, updateId: id });
    await inbound.markProcessed(id);
  }

  return {
    async accept(externalId, event) {
      const stored = await inbound.accept(channel, externalId, JSON.stringify(event));
      return stored === null ? null : { handled: enqueue(stored.id, event, { attempt: 1, waited: false }) };
    },
    async resume() {
      closed = false;
      const left = await inbound.unprocessed(channel);
      if (left.length > 0) log.info('door.resumed', { channel, events: left.length });
      for (const update of left) await takeUp(update);
    },
    async close(graceMs) {
      closed = true;
      for (const pause of pauses) clearTimeout(pause);
      pauses.clear();
      if (graceMs === undefined) return queue.idle();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([queue.idle(), late]);
      clearTimeout(timer);
    },
  };
}
