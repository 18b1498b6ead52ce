import type { Logger } from '../../activities/ports/services.ts';
import type { HeldUpdate, InboundStore, InboundUpdate } from '../../activities/ports/store.ts';
import type { Handling } from '../model.ts';
import { NotSettled } from './not-settled.ts';
import { freedByOther } from './others-first.ts';
import { createSerialQueue } from './serial-queue.ts';

export interface IntakePorts<Event, Result> {
  channel: string;
  inbound: InboundStore;
  log: Logger;
  /** Reads what `JSON.stringify` made of an event, perhaps in an older version; null when it cannot be read any more. */
  read: (payload: string) => Event | null;
  /** Events of one key are handled one after the other, in the order in which they were stored; others side by side. */
  keyOf: (event: Event) => string;
  /**
   * A throw leaves the event stored: it is handled again at the next start, and after `NotSettled` before that. What comes
   * before it is what has the same key and came to no end.
   */
  handle: (event: Event, handling: Required<Handling>) => Promise<Result>;
  /** How often other processes are told that events are in work here, and how often what ended ones left is taken. */
  rhythm?: { keepEveryMs: number; takeOverEveryMs: number };
  /** How long to wait before the event is handled for the `attempt`th time. */
  againAfterMs?: (attempt: number) => number;
}

/** Soon at first, then every minute. */
const usualPauses = (attempt: number): number => Math.min(2_500 * 2 ** (attempt - 1), 60_000);
/** How often other processes are told that events are in work here, and how often theirs are looked at. */
const keepEveryMs = 20_000;
const takeOverEveryMs = 60_000;
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
  /** Takes up what an earlier run stored and did not finish, and from then on what other processes left when they ended. */
  resume(): Promise<void>;
  /** Waits for the events in work, `graceMs` at most. What was not begun stays stored. */
  close(graceMs?: number): Promise<void>;
}

interface Entry<Event> {
  id: number;
  key: string;
  event: Event;
  attempt: number;
  /** It was stored for so long that its sender may have been erased, and its row emptied, meanwhile. */
  waited: boolean;
}

/**
 * Events are stored and de-duplicated before they are acknowledged, handled in order, and marked when they are done. One that
 * came to no end is handled again; others of its key go on meanwhile, unless they ask for their turn. An event names its sender
 * in a field `externalUserId` or `from`: by it `PersonStore.erase` finds what waits.
 */
export function createIntake<Event, Result>(ports: IntakePorts<Event, Result>): Intake<Event, Result> {
  const { channel, inbound, log, read, keyOf, handle, againAfterMs = usualPauses } = ports;
  const { rhythm = { keepEveryMs, takeOverEveryMs } } = ports;
  const queue = createSerialQueue();
  /** Not processed, and nobody else's: also what failed, which waits for the next start. */
  const own = new Set<number>();
  let timers: NodeJS.Timeout[] = [];
  const inWork = new Set<number>();
  /** Others had it at the start: it is taken up where it stands in the order of its key. */
  const awaited = new Set<number>();
  /** What is accepted while an earlier run's events are read must not be taken up twice, and comes after them. */
  const storing = new Set<Promise<unknown>>();
  let comesAfter: (() => void)[] | null = null;
  /** By key: what came to no end, in the order in which it came. */
  const held = new Map<string, Entry<Event>[]>();
  const pauses = new Map<string, NodeJS.Timeout>();
  let closed = false;

  function enqueue(id: number, event: Event, { waited }: { waited: boolean }): Promise<Handled<Result>> {
    const entry = begin(id, event, waited);
    return queue.run(entry.key, () => handleOnce(entry));
  }

  function begin(id: number, event: Event, waited: boolean): Entry<Event> {
    inWork.add(id);
    own.add(id);
    return { id, key: keyOf(event), event, attempt: 1, waited };
  }

  /** Within the queue of its key. Never rejects. */
  async function handleOnce(entry: Entry<Event>): Promise<Handled<Result>> {
    const { id, event } = entry;
    try {
      if (!closed) {
        const dropped = entry.waited && !(await inbound.isUnprocessed(id));
        const result = dropped
          ? null
          : { of: await handle(event, { turn: () => settleBefore(entry), waited: entry.waited }) };
        if (result !== null) await inbound.markProcessed(id);
        own.delete(id);
        release(entry);
        return result === null ? { outcome: 'dropped' } : { outcome: 'handled', result: result.of };
      }
    } catch (error) {
      // A reply that was waiting when the channel was closed is given after the next start.
      const expected = error instanceof NotSettled || closed;
      if (!expected) log.error('door.eventNotDone', { channel, updateId: id, error: String(error) });
      // What others wait for stays before them, whatever went wrong this time.
      if (!closed && (expected || heldOf(entry.key).includes(entry))) {
        hold(entry);
        return { outcome: 'later' };
      }
    }
    release(entry);
    return { outcome: 'later' };
  }

  async function settleBefore(entry: Entry<Event>): Promise<boolean> {
    for (const earlier of heldOf(entry.key)) {
      if (earlier.id >= entry.id) break;
      await handleOnce(earlier);
      if (heldOf(entry.key).includes(earlier)) return false;
    }
    // While closing, what came before was put down and not settled.
    return !closed;
  }

  const heldOf = (key: string): Entry<Event>[] => held.get(key) ?? [];

  function hold(entry: Entry<Event>): void {
    entry.waited = true;
    const others = heldOf(entry.key).filter((other) => other !== entry);
    held.set(
      entry.key,
      [...others, entry].sort((a, b) => a.id - b.id),
    );
    handleAgainLater(entry.key);
  }

  function release(entry: Entry<Event>): void {
    inWork.delete(entry.id);
    const left = heldOf(entry.key).filter((other) => other !== entry);
    if (left.length > 0) held.set(entry.key, left);
    else held.delete(entry.key);
  }

  function handleAgainLater(key: string): void {
    const [first] = heldOf(key);
    if (first === undefined || pauses.has(key)) return;
    const pause = setTimeout(
      () => {
        pauses.delete(key);
        void queue
          .run(key, () => handleAgain(key))
          .catch((error: unknown) => {
            log.error('door.eventNotDone', { channel, error: String(error) });
          });
      },
      againAfterMs(first.attempt + 1),
    );
    pauses.set(key, pause);
  }

  /** In their order, up to the first that comes to no end this time either. */
  async function handleAgain(key: string): Promise<void> {
    for (const entry of heldOf(key)) {
      entry.attempt += 1;
      await handleOnce(entry);
      if (!heldOf(key).includes(entry)) continue;
      if (entry.attempt < mostAttempts) return;
      log.error('door.eventGivenUp', { channel, updateId: entry.id });
      await inbound.markProcessed(entry.id);
      own.delete(entry.id);
      release(entry);
    }
  }

  async function takeUp({ id, payload }: InboundUpdate): Promise<void> {
    if (own.has(id)) return;
    const event = read(payload);
    if (event !== null) {
      void enqueue(id, event, { waited: true });
      return;
    }
    log.error('door.eventUnreadable', { channel, updateId: id });
    await inbound.markProcessed(id);
  }

  return {
    async accept(externalId, event) {
      const storedThen = inbound.accept(channel, externalId, JSON.stringify(event)).then((stored) => {
        if (stored !== null) own.add(stored.id);
        return stored;
      });
      storing.add(storedThen);
      const stored = await storedThen.finally(() => storing.delete(storedThen));
      if (stored === null) return null;
      const handled = (): Promise<Handled<Result>> => enqueue(stored.id, event, { waited: false });
      const after = comesAfter;
      if (after === null) return { handled: handled() };
      return { handled: new Promise((resolve) => after.push(() => resolve(handled()))) };
    },
    async resume() {
      closed = false;
      stopTimers();
      timers = [
        setInterval(() => void keep(), rhythm.keepEveryMs).unref(),
        setInterval(() => void takeOver(), rhythm.takeOverEveryMs).unref(),
      ];
      const after: (() => void)[] = [];
      comesAfter = after;
      try {
        await takeLeft({ own: true });
        await waitForOthers();
      } finally {
        // What came meanwhile is handled all the same where that fails.
        comesAfter = null;
        for (const handle of after) handle();
      }
    },
    async close(graceMs) {
      closed = true;
      stopTimers();
      for (const pause of pauses.values()) clearTimeout(pause);
      pauses.clear();
      // They are stored.
      for (const entry of [...held.values()].flat()) release(entry);
      await ended(graceMs);
      // Another process need not wait to see that this one has ended. What is still in work here is not given away.
      const left = [...own].filter((id) => !inWork.has(id));
      for (const id of left) own.delete(id);
      await inbound.letGo(left).catch((error: unknown) => {
        log.warn('door.eventsNotLetGo', { channel, error: String(error) });
      });
    },
  };

  async function ended(graceMs?: number): Promise<void> {
    if (graceMs === undefined) return queue.idle();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([queue.idle(), late]);
    clearTimeout(timer);
  }

  function stopTimers(): void {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  async function keep(): Promise<void> {
    if (own.size === 0) return;
    await inbound.keep([...own]).catch((error: unknown) => {
      log.warn('door.eventsNotKept', { channel, error: String(error) });
    });
  }

  /** Of processes that have ended without a start after it. */
  async function takeOver(): Promise<void> {
    if (awaited.size > 0) return;
    await takeLeft({ own: false }).catch((error: unknown) => {
      log.warn('door.eventsNotTakenOver', { channel, error: String(error) });
    });
  }

  async function takeLeft(which: { own: boolean }): Promise<void> {
    const left = await inbound.claim(channel, which);
    await Promise.allSettled(storing);
    if (left.length > 0) log.info('door.resumed', { channel, events: left.length });
    for (const update of left) await takeUp(update);
  }

  /** A process that was killed is known by nobody for a while: newer events of its chats wait for what it had, no longer than that. */
  async function waitForOthers(): Promise<void> {
    for (const update of await inbound.heldByOthers(channel)) {
      const event = read(update.payload);
      if (event === null || own.has(update.id)) continue;
      awaited.add(update.id);
      void queue.run(keyOf(event), () => takeInTurn(update, event));
    }
  }

  async function takeInTurn(update: HeldUpdate, event: Event): Promise<void> {
    try {
      const freed = await freedByOther({ inbound, channel }, update, () => closed);
      if (freed === null) return;
      log.info('door.resumed', { channel, events: 1 });
      await handleOnce(begin(update.id, event, true));
    } catch (error) {
      log.warn('door.eventsNotTakenOver', { channel, error: String(error) });
    } finally {
      awaited.delete(update.id);
    }
  }
}
