import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createCliContext } from '../../cli/create-context.ts';
import { readSettings } from '../../cli/settings.ts';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import { makeAppHome } from './app-process.ts';
import type { AppHome } from './app-process.ts';
import { fictionalFirm, packId, wanted } from './fictional-firms.ts';
import { startTelegramDouble } from './telegram-double.ts';
import type { TelegramDouble } from './telegram-double.ts';
import { until } from './until.ts';

/** The whole program on trial, with a Telegram that counts, and firms whose contacts are there. */
export interface AppOffice {
  home: AppHome;
  telegram: TelegramDouble;
  dataDir: string;
  start(): Promise<void>;
  /** SIGKILL of the program and of its Temporal server. */
  kill(): Promise<void>;
  /** Runs with the running program's database and workflows. */
  using<T>(use: (parts: { stores: Stores; commands: EnrollmentCommands }) => Promise<T>): Promise<T>;
  /** Fictional firms `1..count` of one contact each, and the IDs of their enrollments, which are running. */
  enroll(count: number): Promise<string[]>;
  /** Moves the clocks of these enrollments to their next reminder. `eventId` names the event of each. */
  advance(ids: string[], eventId: string): Promise<void>;
  /** How many messages each of these enrollments' contacts was sent: reminders, where nothing else is to be told. */
  reminders(ids: string[]): number[];
  dispose(): Promise<void>;
}

const chatOf = (enrollmentId: string): string => String(Number(enrollmentId.slice(-8, -1)) + 7_000);

export async function openAppOffice(): Promise<AppOffice> {
  const telegram = await startTelegramDouble();
  const home = await makeAppHome({
    TELEGRAM_BOT_TOKEN: '42:test',
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TONGBAO_LOG_LEVEL: 'warn',
  });
  const dataDir = join(home.dataDir, 'trial');
  let running: Awaited<ReturnType<AppHome['start']>> | null = null;

  const office: AppOffice = {
    home,
    telegram,
    dataDir,
    async start() {
      running = await home.start();
    },
    async kill() {
      await running?.kill('SIGKILL');
      const server = recordedServer(dataDir);
      if (server !== null) process.kill(server.pid, 'SIGKILL');
      await until(() => recordedServer(dataDir) === null);
    },
    async using(use) {
      const { context, close } = createCliContext(readSettings(home.env));
      try {
        const engine = await context.connectEngine();
        if (engine === null) throw new Error('nothing is running');
        return await use({ stores: await context.openStores(), commands: engine.commands });
      } finally {
        await close();
      }
    },
    enroll: (count) =>
      office.using(async ({ stores }) => {
        const firms = Array.from({ length: count }, (_, i) => fictionalFirm(i + 1));
        const ids = firms.map(({ uscc }) => `${packId}/${uscc}`);
        const invitedAt = new Date().toISOString();
        await stores.firms.upsertFirms(packId, firms, { ...wanted, trial: true, invitedAt });
        for (const [i, { uscc }] of firms.entries()) {
          const chat = chatOf(ids[i] ?? '');
          const person = { channel: 'telegram', externalUserId: chat, privateChatId: chat };
          const { id } = await stores.identities.upsertIdentity(person);
          await stores.identities.linkFirm(id, uscc);
        }
        for (const id of ids) {
          await until(async () => ((await stores.enrollments.find(id))?.version ?? 0) > 0);
        }
        return ids;
      }),
    advance: (ids, eventId) =>
      office.using(async ({ commands }) => {
        const waiting = [...ids];
        const one = async (): Promise<void> => {
          for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
            await moveClock(commands, id, `${eventId}/${id}`);
          }
        };
        await Promise.all([one(), one(), one(), one()]);
      }),
    reminders: (ids) => ids.map((id) => telegram.textsTo(chatOf(id)).length),
    async dispose() {
      await home.dispose();
      rmSync(dataDir, { recursive: true, force: true });
      await telegram.close();
    },
  };
  return office;
}

async function moveClock(commands: EnrollmentCommands, enrollmentId: string, eventId: string): Promise<void> {
  // On a busy machine: what got no answer is asked for again, and is the same event.
  await until(async () => {
    const by = { enrollmentId, eventId, source: 'staff', actor: 'test' } as const;
    const result = await commands.advanceTrialClock(by).catch((error: unknown) => {
      if (error instanceof EnrollmentUnavailable && error.code === 'noAnswer') return null;
      throw error;
    });
    if (result?.outcome === 'refused') throw new Error(`${eventId}: ${result.refusal.code}`);
    return result !== null;
  }, 120_000);
}
