import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { keptWorkflowBundle } from '../../activities/bundle.ts';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { ActivityPorts } from '../../activities/ports/activity-ports.ts';
import type { EnrollmentCommands, Logger } from '../../activities/ports/services.ts';
import type { EnrollmentWanted } from '../../activities/ports/store.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { createWorkers } from '../../activities/worker.ts';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { ReminderCadence } from '../../knowledge/calendar/cadence.ts';
import { createFakeSender } from './fake-sender.ts';
import type { FakeSender } from './fake-sender.ts';
import { fictionalFirm, packId } from './fictional-firms.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { openTempStores } from './temp-stores.ts';
import type { TempStores } from './temp-stores.ts';

export const cadence: ReminderCadence = {
  firstAfterWorkingDays: 3,
  everyWorkingDays: 5,
  maxReminders: 4,
  sendAt: '09:30',
  timeZone: 'Asia/Shanghai',
};

quietRuntime();

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Stores on a real database, a channel that keeps what it is given, and what activities need besides. */
export interface Office {
  temp: TempStores;
  ports: ActivityPorts;
  sender: FakeSender;
  /** Imports fictional firm `i` with one linked contact (chat `chat-<i>`); returns the enrollment's ID. */
  enroll(
    i: number,
    wanted: Partial<EnrollmentWanted>,
    options?: { contacts?: number; city?: string },
  ): Promise<string>;
  linkStaff(): Promise<string>;
  dispose(): Promise<void>;
}

const noCommands = new Proxy({} as EnrollmentCommands, {
  get: () => () => Promise.reject(new Error('no workflows in this test')),
});

export async function openOffice(commands: EnrollmentCommands = noCommands): Promise<Office> {
  const temp = await openTempStores();
  const sender = createFakeSender('web');
  const { stores } = temp;
  const clock = { now: () => new Date() };
  return {
    temp,
    sender,
    ports: { stores, senders: { web: sender }, commands, loadPack, clock, log: silent },
    async enroll(i, wanted, { contacts = 1, city } = {}) {
      const firm = fictionalFirm(i, city === undefined ? {} : { city });
      const invitedAt = new Date().toISOString();
      await stores.firms.upsertFirms(packId, [firm], { trial: false, invitedAt, cadence, ...wanted });
      for (let c = 1; c <= contacts; c += 1) {
        const chat = contacts === 1 ? `chat-${i}` : `chat-${i}-${c}`;
        const person = { channel: 'web', externalUserId: chat, privateChatId: chat };
        const { id } = await stores.identities.upsertIdentity(person);
        await stores.identities.linkFirm(id, firm.uscc);
      }
      return `${packId}/${firm.uscc}`;
    },
    async linkStaff() {
      const { staffId } = await stores.identities.addStaff('示例工作人员');
      const person = { channel: 'web', externalUserId: 'staff', privateChatId: 'staff-chat' };
      const { id } = await stores.identities.upsertIdentity(person);
      const target = { purpose: 'staff', staffId } as const;
      await stores.identities.mintCode(
        target,
        'TESTCODE',
        new Date(Date.now() + 60_000).toISOString(),
        'test',
      );
      await stores.identities.redeemCode('TESTCODE', id, new Date().toISOString());
      return staffId;
    },
    dispose: () => temp.dispose(),
  };
}

let bundle: ReturnType<typeof keptWorkflowBundle> | undefined;
/** The workflow code, bundled once a test file. */
const testBundle = (): ReturnType<typeof keptWorkflowBundle> => (bundle ??= keptWorkflowBundle());

/** An office with its workers running against a real server. */
export interface RunningOffice extends Office {
  commands: EnrollmentCommands;
  /** Starts the workflows of everything enrolled so far. */
  start(): Promise<number>;
  /** Stops the workers and waits for them; `run` starts new ones. */
  stopWorkers(): Promise<void>;
  runWorkers(options?: {
    /** False: workflows go on, and messages wait until workers for them are there. */
    sending: boolean;
  }): Promise<void>;
  /** Ends what was enrolled. Workflows that wait for a worker that is gone keep a time-skipping server from skipping. */
  terminateEnrollments(): Promise<void>;
}

export async function openRunningOffice(engine: {
  client: Client;
  connection: NativeConnection;
  maxCachedWorkflows?: number;
  /** Further channels, each with a worker on its own queue. */
  channels?: string[];
  /** How long a digest waits. */
  collectForMs?: number;
  /** The client's; payloads stay in clear without one. */
  dataConverter?: DataConverter;
}): Promise<RunningOffice> {
  const commands = createEnrollmentCommands(engine.client, {
    enrollments: async () => office.temp.stores.enrollments,
    collectForMs: engine.collectForMs ?? 1_000,
  });
  const office = await openOffice(commands);
  let stop: (() => Promise<void>) | null = null;
  const enrolled: string[] = [];
  const running: RunningOffice = {
    ...office,
    commands,
    async enroll(...firm) {
      const id = await office.enroll(...firm);
      enrolled.push(id);
      return id;
    },
    start: () => startWaitingEnrollments(engine.client, office.temp.stores),
    async runWorkers({ sending } = { sending: true }) {
      const workers = await createWorkers({
        connection: engine.connection,
        namespace: 'default',
        dataConverter: engine.dataConverter ?? {},
        ports: office.ports,
        channels: sending ? ['web', ...(engine.channels ?? [])] : [],
        bundle: await testBundle(),
        // Few, to force replays; none at all would drop local activities that are under way.
        workerOptions: { maxCachedWorkflows: engine.maxCachedWorkflows ?? 2 },
      });
      const run = workers.run();
      stop = async () => {
        workers.shutdown();
        await run;
      };
    },
    async stopWorkers() {
      await stop?.();
      stop = null;
    },
    async terminateEnrollments() {
      const workflows = enrolled.map((id) => engine.client.workflow.getHandle(enrollmentWorkflowId(id)));
      await Promise.all(workflows.map((workflow) => workflow.terminate().catch(() => undefined)));
    },
    async dispose() {
      await running.stopWorkers();
      // The next office on this server has a database of its own, where these would never be saved.
      await running.terminateEnrollments();
      await office.dispose();
    },
  };
  await running.runWorkers();
  return running;
}
