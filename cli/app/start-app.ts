import type { Logger } from '../../activities/ports/services.ts';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { inBothLanguages } from '../both-languages.ts';
import { createEventApplier } from '../../activities/incoming-events/event-applier.ts';
import { noTelegramLogin } from '../../bot/channels/telegram/login-data.ts';
import { knownNames } from '../../bot/engine/known-names.ts';
import { prepareDataDir } from '../data-dir.ts';
import { acquireInstanceLock, instanceName } from '../instance-lock.ts';
import type { Role } from '../instance-lock.ts';
import { openModeStores } from '../open-mode-stores.ts';
import { keyFilePath, makeMissingKeyFile } from '../payload-keys/open-keyring.ts';
import type { Settings } from '../settings.ts';
import { checkListeningAddress } from '../../server/listening-address.ts';
import { readRestoreNote } from '../restore/restore-note.ts';
import { finishRestore } from './after-restore.ts';
import type { AppParts } from './app-parts.ts';
import { createClosers } from './closers.ts';
import type { Closers } from './closers.ts';
import { connectClient } from './connect-temporal.ts';
import { createDoors, sendersOf } from './doors.ts';
import { runDecidingEvents } from './decide-events.ts';
import { followPublications, openLivePacks } from './live-packs.ts';
import { looksLost } from './lost-workflows.ts';
import { createGroupDoors } from './group-doors.ts';
import { never } from './never.ts';
import { reachTemporal } from './reach-temporal.ts';
import { holdsOneBot, openOneBot } from './open-onebot.ts';
import { openTelegram, receivesTelegram } from './open-telegram.ts';
import { runServer } from './run-server.ts';
import { runSendingWebhooks } from './send-webhooks.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { createSenders } from './senders.ts';
import { shippedChanges } from './shipped-changes.ts';
import { runStarter } from './starter.ts';
import { systemClock } from './system-clock.ts';
import { logTemporalThrough } from './temporal-runtime.ts';
import { runTellingAskers } from './tell-askers.ts';
import { runTickets } from './run-tickets.ts';
import { runSchedules } from './schedules.ts';
import { seedTrial } from './trial.ts';
import { noteWecomGroups } from './wecom-groups.ts';
import { wayToConsole } from './way-to-console.ts';
import type { WayToConsole } from './way-to-console.ts';
import { startWorkers } from './workers.ts';

export interface StartOptions {
  /** The one part that this process is; null for all of them. */
  role: Role | null;
  progress: (line: string) => void;
}

export interface RunningApp {
  /** Null where no page is served. */
  url: string | null;
  /** Null where no page is served. */
  console: WayToConsole | null;
  temporal: { address: string; uiUrl: string | null; adopted: boolean };
  telegramUsername: string | null;
  /** Settles only when a part failed for good: the app must then be stopped. */
  failed: Promise<Error>;
}

/**
 * Starts everything that `npm start` runs, or the one role of it. `stop` ends every part in the opposite order of its start,
 * also while parts are still starting, and is safe to call twice. When a part does not start, what was started before it is
 * ended again.
 */
export function startApp(
  settings: Settings,
  log: Logger,
  options: StartOptions,
): { started: Promise<RunningApp>; stop: () => Promise<void> } {
  const closers = createClosers(log);
  const started = startParts(settings, log, closers, options).catch(async (error: unknown) => {
    await closers.closeAll();
    throw error;
  });
  return { started, stop: () => closers.closeAll() };
}

async function startParts(
  settings: Settings,
  log: Logger,
  closers: Closers,
  { role, progress }: StartOptions,
): Promise<RunningApp> {
  const runs = (one: Role): boolean => role === null || role === one;
  prepareDataDir(settings);
  closers.add('lock', acquireInstanceLock(settings.dataDir, role));
  if (runs('server')) await checkListeningAddress(settings);
  readRestoreNote(settings.dataDir);
  logTemporalThrough(log);
  const reach = () => reachTemporal(settings, log, closers, { role, progress });
  if (role === 'temporal') {
    const { embeddedAddress, failed, ...temporal } = await reach();
    const address = embeddedAddress ?? '';
    return { url: null, console: null, telegramUsername: null, temporal: { address, ...temporal }, failed };
  }

  if (makeMissingKeyFile(settings)) {
    const path = keyFilePath(settings);
    progress(inBothLanguages((t) => t.encryption.keyFile.made({ path })));
  }
  const stores = await openModeStores(settings, instanceName(settings.dataDir, role));
  closers.add('database', () => stores.close());
  const packs = await openLivePacks({ settings, stores, log });
  closers.add('packs', followPublications(packs));
  const packIds = [packs.pack, ...packs.others].map(({ id }) => id);
  for (const line of await shippedChanges(stores, packIds)) progress(line);
  const seed = settings.mode === 'trial' && runs('worker');
  const [{ embeddedAddress, failed: temporalFailed, ...temporal }] = await Promise.all([
    reach(),
    // While the server comes up.
    seed ? seedTrial(stores, packs.pack, systemClock) : undefined,
  ]);
  const { client, close: closeClient } = await connectClient(settings, embeddedAddress);
  closers.add('client', closeClient);
  if (embeddedAddress === null) await ensureSearchAttributes(client);
  const commands = createEnrollmentCommands(client, { enrollments: async () => stores.enrollments });

  const doors = role === 'worker' ? null : await createDoors(settings, log, { stores, packs, commands });
  const senders = doors === null ? createSenders(settings, { stores, log }) : sendersOf(doors);
  const events = createEventApplier({ stores, commands, clock: systemClock, log });
  const parts: AppParts = {
    ...{ settings, log, closers, stores, client, commands, senders, events },
    embeddedAddress,
  };
  if (runs('worker')) {
    await noteWecomGroups(stores.groups, settings);
    await finishRestore(parts);
  }
  if (runs('worker') && (await looksLost(parts)))
    progress(inBothLanguages((t) => t.recovery.recover.looksLost));
  const workersFailed = runs('worker') ? (await startWorkers(parts)).failed : never;
  if (runs('worker')) {
    closers.add('starter', runStarter(parts));
    closers.add('events', runDecidingEvents(parts));
    closers.add('webhooks', runSendingWebhooks(parts));
    closers.add('schedules', await runSchedules(parts, settings.packId, packs));
  }

  const telegram = doors?.telegram ?? null;
  if (runs('bot')) {
    closers.add('telling askers', runTellingAskers(parts));
    const { officeHours, ticketRemindMinutes, ticketCloseDays } = settings;
    const ticketPorts = {
      ...{
        ...parts,
        packId: packs.pack.id,
        knownNames: await packs.derive(async ({ pack }) => knownNames(pack)),
      },
      ...{ officeHours, remindAfterMinutes: ticketRemindMinutes, closeAfterDays: ticketCloseDays },
    };
    closers.add('tickets', runTickets({ ...ticketPorts, clock: systemClock, desk: telegram?.desk ?? null }));
  }
  const received = telegram !== null && receivesTelegram(telegram, role) ? telegram : null;
  const onebot = doors?.onebot ?? null;
  const held = onebot !== null && holdsOneBot(onebot, role) ? onebot : null;
  const url =
    doors !== null && runs('server')
      ? await runServer(
          parts,
          {
            ...{ ...doors, telegram: received, onebot: held },
            // Checked with the bot's token alone, whichever process receives.
            telegramLogin: telegram?.login ?? noTelegramLogin,
            groupDoors: createGroupDoors(doors, { held: held !== null }),
          },
          packs,
          temporal.uiUrl,
        )
      : null;
  if (held !== null) await openOneBot(parts, held);
  if (telegram !== null) await openTelegram(parts, telegram, role);
  return {
    url,
    console: url === null ? null : await wayToConsole(stores, settings, systemClock),
    temporal: { address: embeddedAddress ?? settings.temporalAddress ?? '', ...temporal },
    telegramUsername: telegram?.username() ?? null,
    failed: Promise.race([workersFailed, temporalFailed]),
  };
}
