import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions, WorkflowBundle } from '@temporalio/worker';
import { mainTaskQueue, sendTaskQueue } from '../workflows/contract.ts';
import { keptWorkflowBundle } from './bundle.ts';
import { createActivities } from './create-activities.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { retryRules } from './retry-rules.ts';

/**
 * Messages a second on each channel, over all workers. Telegram allows about 30; replies need their share. A mail server that
 * takes a stranger for a flood of mail refuses all of it. QQ names no limit for accounts of people, and freezes those that
 * write much. WeCom takes 20 a minute for each robot, and a long text is two.
 */
const sendRates: Record<string, number> = { telegram: 25, mail: 2, onebot: 0.4, wecom: 1 / 6 };
const otherwisePerSecond = 50;
export const sendsPerSecond = (channel: string): number => sendRates[channel] ?? otherwisePerSecond;

export interface WorkersOptions {
  connection: NativeConnection;
  namespace: string;
  /** The client's, or neither reads what the other wrote. */
  dataConverter: DataConverter;
  ports: ActivityPorts;
  /** Channels that send: each gets a worker on its own queue. */
  channels: string[];
  bundle?: WorkflowBundle;
  /** For tests: few cached workflows force replays. */
  workerOptions?: Pick<WorkerOptions, 'maxCachedWorkflows'>;
}

export interface Workers {
  /** Resolves after `shutdown`, when what was running has ended. Rejects when a worker fails; the others are shut down. */
  run(): Promise<void>;
  shutdown(): void;
}

/** One worker for workflows and their activities, and one for each channel that sends. */
export async function createWorkers(options: WorkersOptions): Promise<Workers> {
  const { connection, namespace, dataConverter, ports, channels } = options;
  const { deliverNotification, deliverDigest, ...activities } = createActivities(ports);
  const shared = {
    connection,
    namespace,
    dataConverter,
    interceptors: { activity: [retryRules] },
    shutdownGraceTime: '5 seconds',
  } satisfies Partial<WorkerOptions>;
  const main = await Worker.create({
    ...shared,
    ...options.workerOptions,
    taskQueue: mainTaskQueue,
    // After a kill, whoever asks first waits this long for the worker that is gone. Shorter, and a worker that is only busy
    // would lose what it has in memory.
    stickyQueueScheduleToStartTimeout: '5 seconds',
    // A task must end within ten seconds of being taken. More at once only wait for each other, and on a machine that is
    // starting up all of them would be too late; what is not taken waits at the server, without a limit.
    maxConcurrentWorkflowTaskExecutions: 12,
    workflowBundle: options.bundle ?? (await keptWorkflowBundle()),
    activities,
  });
  const workers = [main];
  for (const channel of channels) {
    workers.push(
      await Worker.create({
        ...shared,
        taskQueue: sendTaskQueue(channel),
        activities: { deliverNotification, deliverDigest },
        maxTaskQueueActivitiesPerSecond: sendsPerSecond(channel),
      }),
    );
  }
  const shutdown = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const run = async (): Promise<void> => {
    const runs = workers.map((worker) => worker.run());
    try {
      await Promise.all(runs);
    } catch (error) {
      shutdown();
      await Promise.allSettled(runs);
      throw error;
    }
  };
  return { run, shutdown };
}
