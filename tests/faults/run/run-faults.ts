import { setTimeout as delay } from 'node:timers/promises';
import { createEnrollmentCommands } from '../../../activities/enrollment-commands.ts';
import { connectClient } from '../../../cli/app/connect-temporal.ts';
import { openModeStores } from '../../../cli/open-mode-stores.ts';
import { recordedServer } from '../../../cli/temporal/embedded-server.ts';
import { count } from '../count/count.ts';
import type { Verdict } from '../count/count.ts';
import type { Asked, Evidence } from '../count/evidence.ts';
import { usualRates } from '../telegram/faults.ts';
import { startFaultyTelegram } from '../telegram/faulty-telegram.ts';
import type { TelegramRecord } from '../telegram/record.ts';
import { startChaos } from './chaos.ts';
import type { Blow, Blows } from './chaos.ts';
import { liveOn } from './firm-life.ts';
import { campaignCity, enlist, firmCase } from './firms.ts';
import { makeHome } from './home.ts';
import { makeNextBuild } from './next-build.ts';
import { createParts } from './parts.ts';
import type { Parts } from './parts.ts';
import { createPeople } from './people.ts';
import { openWitness } from './witness.ts';

export interface RunOptions {
  seed: number;
  firms: number;
  /** No firm begins anything new after this, or when the course is done. */
  minutes: number;
  course: Blow[] | null;
  /** Leaves the data folder for a look at it. */
  keep: boolean;
  /** Messages that the double says to have taken and swallows: the count must notice each. */
  swallow: number;
  log: (line: string) => void;
}

export interface RunResult {
  verdict: Verdict;
  blows: Blows;
  fellOver: Parts['fellOver'];
  nondeterminism: number;
  telegram: TelegramRecord;
  seconds: number;
}

/** Firms that live at the same time. */
const atOnce = 60;
/** Everything that is under way must have come to its end this long after the last fault. */
const settlesWithinMs = 300_000;
const staffChats = ['300001', '300002'];

/** Runs the program as processes, breaks everything that can break, and counts what became of every message. */
export async function runFaults(options: RunOptions): Promise<RunResult> {
  const { seed, firms, log } = options;
  const startedAt = Date.now();
  let toSwallow = options.swallow;
  const telegram = await startFaultyTelegram({
    seed,
    rates: usualRates,
    swallow: ({ via }) => via === 'worker' && toSwallow-- > 0,
  });
  const home = await makeHome(telegram);
  const { settings, clock } = home;
  const databaseFile = settings.databaseUrl.replace('file:', '');
  const inHandAtKills = new Set<string>();
  let unfinishedAtKills = 0;
  const asked: Asked = {
    officialChanges: [],
    advances: new Map(),
    contacts: new Map(),
    steps: [],
    unreachable: new Set(),
    updates: new Map(),
  };
  const closers: (() => unknown)[] = [];
  let witness: ReturnType<typeof openWitness> | null = null;
  const parts = createParts({
    logDir: home.folder,
    env: home.env,
    onGone(role) {
      if (role === 'worker') witness?.inHand().forEach((id) => inHandAtKills.add(id));
      if (role === 'bot') unfinishedAtKills += witness?.unfinished() ?? 0;
    },
  });
  try {
    await parts.start();
    log('all four processes are ready');
    const eye = (witness = openWitness(databaseFile));
    const stores = await openModeStores(settings);
    closers.push(() => stores.close());
    const { client, close } = await connectClient(
      settings,
      recordedServer(settings.dataDir)?.address ?? null,
    );
    closers.push(close);
    const commands = createEnrollmentCommands(client, { enrollments: async () => stores.enrollments });
    const people = createPeople({ telegram, stores, witness: eye, asked });
    const chaos = startChaos({
      ...{ seed, parts, clock, log, dataDir: settings.dataDir },
      nextBuild: makeNextBuild(home.folder),
      course: options.course,
    });

    const until = Date.now() + options.minutes * 60_000;
    const timeIsUp = (): boolean => Date.now() > until || chaos.courseIsDone();
    const cases = Array.from({ length: firms }, (_, i) => firmCase(i + 1));
    await Promise.all(staffChats.map((chat) => people.linkStaff(chat)));
    const lives = { people, commands, witness: eye, asked, timeIsUp };
    const byCommandLine = async (uscc: string, status: string, eventId: string): Promise<boolean> => {
      const reason = status === 'returned' ? ['--reason', '不在核准名单内'] : [];
      return (await home.run('event', uscc, status, '--event-id', eventId, ...reason)).code === 0;
    };
    let done = 0;
    const living = inParallel(cases, atOnce, async (firm) => {
      if (timeIsUp()) return;
      await liveOn({ ...lives, byCommandLine }, firm);
      done += 1;
      if (done % 25 === 0) log(`${done} of ${firms} firms are through`);
    });
    const campaigns = (async () => {
      while (!timeIsUp() && done < firms) {
        await delay(20_000);
        const { code, err } = await home.run('remind', '--city', campaignCity, '--yes', '--no-wait');
        if (code !== 0) log(`a campaign could not be started: ${err.trim().split('\n').at(-1) ?? ''}`);
      }
    })();
    await Promise.all([enlist(stores, cases, () => delay(2_000)), living, campaigns]);
    await chaos.stop();
    telegram.heal();
    log('no more faults; waiting for what is under way');
    await parts.allReady();

    const collect = (): Evidence => ({
      ...eye.all(),
      ...{ telegram: telegram.record, asked, inHandAtKills, unfinishedAtKills },
      staleAllowed: chaos.blows.clockJump > 0,
    });
    const settleBy = Date.now() + settlesWithinMs;
    let verdict = count(collect());
    while (verdict.lost.length > 0 && Date.now() < settleBy) {
      await delay(2_000);
      verdict = count(collect());
      if (verdict.lost.length > 0)
        log(`not there yet: ${verdict.lost.length}, such as ${verdict.lost[0] ?? ''}`);
    }
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    const { fellOver } = parts;
    return {
      verdict,
      blows: chaos.blows,
      fellOver,
      nondeterminism: parts.nondeterminism(),
      telegram: telegram.record,
      seconds,
    };
  } finally {
    witness?.close();
    await parts.stop();
    for (const close of closers.reverse()) await close();
    await telegram.close();
    if (options.keep) log(`kept: ${home.folder}`);
    else await home.remove();
  }
}

/** At most `limit` at a time; the first failure is the failure of all. */
async function inParallel<T>(items: T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const one = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, one));
}
