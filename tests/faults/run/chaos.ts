import { setTimeout as delay } from 'node:timers/promises';
import { recordedServer } from '../../../cli/temporal/embedded-server.ts';
import { createRandom } from '../random.ts';
import type { JumpingClock } from './clock.ts';
import type { Parts } from './parts.ts';

/** What is done to the program while it works; `keeper` keeps the Temporal server up, `powerCut` ends everything at once. */
const weights = { worker: 6, bot: 3, server: 2, temporal: 4, keeper: 1, powerCut: 1, redeploy: 1 };
export type Blow = keyof typeof weights;
export type Blows = Record<Blow | 'clockJump', number>;

/** Hours by which the wall clock is wrong for a while; the first is more than a reminder keeps. */
const jumpsHours = [26, -3, 2, -30];

export interface Chaos {
  blows: Blows;
  /** Whether every blow of a given course has been dealt. */
  courseIsDone(): boolean;
  /** Resolves when the last blow has been dealt and the clock is right again. */
  stop(): Promise<void>;
}

export function startChaos(o: {
  seed: number;
  parts: Parts;
  clock: JumpingClock;
  dataDir: string;
  nextBuild: string;
  /** Blows to deal once each, in this order; else they go on at random. */
  course: Blow[] | null;
  log: (line: string) => void;
}): Chaos {
  const { parts, clock, log } = o;
  const random = createRandom(o.seed, 'chaos');
  const left = o.course === null ? null : [...o.course];
  const blows: Blows = {
    worker: 0,
    bot: 0,
    server: 0,
    temporal: 0,
    keeper: 0,
    powerCut: 0,
    redeploy: 0,
    clockJump: 0,
  };
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const pause = (ms: number): Promise<unknown> =>
    delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const killTemporal = (): void => {
    const server = recordedServer(o.dataDir);
    if (server !== null) process.kill(server.pid, 'SIGKILL');
  };

  const deal: Record<Blow, () => Promise<unknown>> = {
    worker: () => parts.end('worker', 'SIGKILL'),
    bot: () => parts.end('bot', 'SIGKILL'),
    server: () => parts.end('server', 'SIGKILL'),
    keeper: () => parts.end('temporal', 'SIGKILL'),
    temporal: async () => killTemporal(),
    async powerCut() {
      const ends = (['worker', 'bot', 'server', 'temporal'] as const).map((role) =>
        parts.end(role, 'SIGKILL'),
      );
      killTemporal();
      await Promise.all(ends);
    },
    async redeploy() {
      parts.deploy('worker', o.nextBuild);
      await parts.end('worker', 'SIGTERM');
    },
  };

  async function strike(): Promise<void> {
    while (!stopped() && left?.length !== 0) {
      // Mostly while everything runs, now and then while something is still starting.
      const downSince = Date.now();
      if (random.between(0, 1) < 0.85) await parts.allReady();
      // On a slow machine a start takes long: work must get its share of the time there too.
      const share = Math.max(8_000, Date.now() - downSince);
      await pause(random.between(500, 1.5 * share));
      if (stopped()) return;
      // A run in which no redeploy came up by itself gets one early.
      const missing = blows.redeploy === 0 && blows.worker >= 2 ? 'redeploy' : null;
      const blow = left?.shift() ?? missing ?? random.pick(weights);
      log(blow);
      blows[blow] += 1;
      await deal[blow]();
    }
  }

  async function jump(): Promise<void> {
    for (let i = 0; !stopped(); i += 1) {
      await pause(random.between(8_000, 20_000));
      if (stopped()) break;
      const hours = jumpsHours[i % jumpsHours.length] ?? 0;
      log(`clock ${hours} h off`);
      blows.clockJump += 1;
      clock.jumpTo(hours * 3_600_000);
      await pause(random.between(8_000, 20_000));
      clock.jumpTo(0);
    }
    clock.jumpTo(0);
  }

  const running = Promise.all([strike(), jump()]);
  // Whoever stops the chaos hears of its failure.
  running.catch(() => undefined);
  return {
    blows,
    courseIsDone: () => left?.length === 0,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
