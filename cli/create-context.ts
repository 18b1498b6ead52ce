import { createEnrollmentCommands } from '../activities/enrollment-commands.ts';
import { loadPack } from '../activities/load-pack.ts';
import type { Stores } from '../activities/ports/store.ts';
import { createWorkflowDirectory } from '../activities/recovery/workflow-directory.ts';
import { restartEnrollment, startWaitingEnrollments } from '../activities/start-enrollments.ts';
import { botUsername } from './bot-username.ts';
import { connectClient } from './app/connect-temporal.ts';
import { createClosers } from './app/closers.ts';
import { createScheduleDirectory } from './app/schedule-directory.ts';
import { loadServedPack } from './app/served-packs.ts';
import type { CliContext, CliEngine } from './context.ts';
import { prepareDataDir } from './data-dir.ts';
import { isInstanceRunning } from './instance-lock.ts';
import { createLogger } from './log.ts';
import { openModeStores } from './open-mode-stores.ts';
import type { Settings } from './settings.ts';
import { recordedServer } from './temporal/embedded-server.ts';

/** What the commands work with, opened on first use. `close` ends what was opened. */
export function createCliContext(settings: Settings): { context: CliContext; close: () => Promise<void> } {
  const log = createLogger({ level: settings.logLevel, pretty: process.stderr.isTTY });
  const closers = createClosers(log);
  let stores: Promise<Stores> | null = null;
  let engine: Promise<CliEngine | null> | null = null;

  const open = async (): Promise<Stores> => {
    prepareDataDir(settings);
    const opened = await openModeStores(settings);
    closers.add('database', () => opened.close());
    return opened;
  };
  const connect = async (): Promise<CliEngine | null> => {
    const embedded = settings.temporalAddress === null ? recordedServer(settings.dataDir) : null;
    // A server that a killed `npm start` left behind takes orders that nobody carries out before the next start.
    const running = embedded !== null && isInstanceRunning(settings.dataDir);
    if (settings.temporalAddress === null && !running) return null;
    const { client, close } = await connectClient(settings, embedded?.address ?? null);
    closers.add('client', close);
    return {
      commands: createEnrollmentCommands(client, {
        enrollments: async () => (await context.openStores()).enrollments,
      }),
      startWaitingEnrollments: async () => startWaitingEnrollments(client, await context.openStores()),
      workflows: createWorkflowDirectory(client),
      schedules: createScheduleDirectory(
        async () => ({ client, stores: await context.openStores(), log, loadPack, now: () => new Date() }),
        [settings.packId],
      ),
      restartEnrollment: async (id) => restartEnrollment(client, await context.openStores(), id),
    };
  };
  const context: CliContext = {
    settings,
    log,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    loadPack: (packId = settings.packId) => loadServedPack(packId, settings.mode),
    openStores: () => (stores ??= open()),
    connectEngine: () => (engine ??= connect()),
    botUsername: () => botUsername(settings),
  };
  return { context, close: () => closers.closeAll() };
}
