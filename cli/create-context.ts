import type { Stores } from '../activities/ports/store.ts';
import { createClosers } from './app/closers.ts';
import { loadServedPack } from './app/served-packs.ts';
import type { CliContext, CliEngine } from './context.ts';
import { prepareDataDir } from './data-dir.ts';
import { isInstanceRunning } from './instance-lock.ts';
import { createLogger } from './log.ts';
import { openModeStores } from './open-mode-stores.ts';
import { publishedRevisions } from './published-revisions.ts';
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
    // Most commands need no Temporal, and its client takes longer to load than all the rest.
    const { connectEngine } = await import('./connect-engine.ts');
    const { engine: connected, close } = await connectEngine(settings, {
      address: embedded?.address ?? null,
      openStores: () => context.openStores(),
      log,
    });
    closers.add('client', close);
    return connected;
  };
  const context: CliContext = {
    settings,
    log,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    loadPack: async (packId = settings.packId) =>
      loadServedPack(packId, settings.mode, await publishedRevisions(settings, context)),
    openStores: () => (stores ??= open()),
    connectEngine: () => (engine ??= connect()),
    botUsername: async () => (await import('./bot-username.ts')).botUsername(settings),
  };
  return { context, close: () => closers.closeAll() };
}
