import { createEnrollmentCommands } from '../activities/enrollment-commands.ts';
import { createPublishedPacks } from '../activities/pack-revisions/published-packs.ts';
import type { Logger } from '../activities/ports/services.ts';
import type { Stores } from '../activities/ports/store.ts';
import { createWorkflowDirectory } from '../activities/recovery/workflow-directory.ts';
import { restartEnrollment, startWaitingEnrollments } from '../activities/start-enrollments.ts';
import { connectClient } from './app/connect-temporal.ts';
import { createScheduleDirectory } from './app/schedule-directory.ts';
import type { CliEngine } from './context.ts';
import type { Settings } from './settings.ts';

interface EnginePorts {
  /** Of the embedded server; null where the settings name one. */
  address: string | null;
  openStores: () => Promise<Stores>;
  log: Logger;
}

/** What commands ask of the Temporal server. Throws UserError when it does not answer. */
export async function connectEngine(
  settings: Settings,
  { address, openStores, log }: EnginePorts,
): Promise<{ engine: CliEngine; close: () => Promise<void> }> {
  const { client, close } = await connectClient(settings, address);
  const engine: CliEngine = {
    commands: createEnrollmentCommands(client, { enrollments: async () => (await openStores()).enrollments }),
    startWaitingEnrollments: async () => startWaitingEnrollments(client, await openStores()),
    workflows: createWorkflowDirectory(client),
    schedules: createScheduleDirectory(async () => {
      const stores = await openStores();
      const loadPack = createPublishedPacks(stores.packRevisions);
      return { client, stores, log, loadPack, now: () => new Date() };
    }, [settings.packId]),
    restartEnrollment: async (id) => restartEnrollment(client, await openStores(), id),
  };
  return { engine, close };
}
