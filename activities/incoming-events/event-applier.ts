import type { Logger } from '../ports/services.ts';
import { decideEvents } from './decide-events.ts';
import type { Decided, DecidingPorts } from './decide-events.ts';

const pageSize = 500;
const atATime = 20;
/** An enrollment whose workflow does not answer is left alone for a while, and longer each time. */
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;

export interface EventApplier {
  /** Decides what waits for these enrollments; `unreachable` when the engine does not answer at all. */
  apply(enrollmentIds: string[]): Promise<'done' | 'unreachable'>;
  /** The same for every enrollment with something that waits, but for those that are being left alone. */
  applyWaiting(): Promise<'done' | 'unreachable'>;
}

/** In order for each enrollment, and many enrollments side by side. */
export function createEventApplier(ports: DecidingPorts & { log: Logger }): EventApplier {
  const { clock, log } = ports;
  const running = new Map<string, Promise<Decided>>();
  const paused = new Map<string, { until: number; pauseMs: number }>();

  /** One at a time for each enrollment; what was stored while one runs is seen by the next. */
  function decideInTurn(enrollmentId: string): Promise<Decided> {
    const before = running.get(enrollmentId) ?? Promise.resolve('done');
    const decided = before.then(() => decideOrLog(enrollmentId));
    running.set(enrollmentId, decided);
    void decided.then(() => {
      if (running.get(enrollmentId) === decided) running.delete(enrollmentId);
    });
    return decided;
  }

  async function decideOrLog(enrollmentId: string): Promise<Decided> {
    const decided = await decideEvents(ports, enrollmentId).catch((error: unknown): Decided => {
      log.warn('events.notDecided', { enrollmentId, error });
      return 'later';
    });
    if (decided === 'done') paused.delete(enrollmentId);
    if (decided === 'later') pause(enrollmentId);
    return decided;
  }

  function pause(enrollmentId: string): void {
    const before = paused.get(enrollmentId)?.pauseMs ?? firstPauseMs / 2;
    const pauseMs = Math.min(before * 2, longestPauseMs);
    paused.set(enrollmentId, { until: clock.now().getTime() + pauseMs, pauseMs });
  }
  const isPaused = (enrollmentId: string): boolean =>
    (paused.get(enrollmentId)?.until ?? 0) > clock.now().getTime();

  async function apply(enrollmentIds: string[]): Promise<'done' | 'unreachable'> {
    const left = [...new Set(enrollmentIds)].reverse();
    const fates: Decided[] = [];
    const work = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        // Every further one would wait as long to learn the same.
        if (fates.includes('unreachable')) return;
        fates.push(await decideInTurn(next));
      }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, left.length) }, work));
    return fates.includes('unreachable') ? 'unreachable' : 'done';
  }

  return {
    apply,
    async applyWaiting() {
      for (let afterSeq = 0; ;) {
        const page = await ports.stores.incomingEvents.waiting({ afterSeq, limit: pageSize });
        const ids = page.map(({ enrollmentId }) => enrollmentId).filter((id) => !isPaused(id));
        if ((await apply(ids)) === 'unreachable') return 'unreachable';
        if (page.length < pageSize) return 'done';
        afterSeq = page.at(-1)?.firstSeq ?? afterSeq;
      }
    },
  };
}
