import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../activities/bundle.ts';
import { life } from './contender.ts';
import type { Contender } from './contender.ts';
import { enrollmentOf } from './enroll.ts';
import { instantSender } from './parts.ts';
import type { Bench } from './parts.ts';
import { createSmallestActivities } from './smallest-activities.ts';
import type { SmallestInput, SmallestState, SmallestUpdate } from './smallest-contract.ts';
import { openSmallestStore } from './smallest-store.ts';

export async function smallest(
  { client, worker, folder }: Bench,
  { durable }: { durable: boolean },
): Promise<Contender> {
  const name = durable ? 'durable' : 'smallest';
  const taskQueue = name;
  const store = openSmallestStore(join(folder, `${name}.db`));
  const activities = createSmallestActivities(store, instantSender(name));
  const workers = [
    await Worker.create({
      ...worker,
      taskQueue,
      workflowBundle: await bundleWorkflows(fileURLToPath(new URL('smallest-workflow.ts', import.meta.url))),
      activities: { save: activities.save },
    }),
    await Worker.create({
      ...worker,
      taskQueue: `${taskQueue}-send`,
      activities: { send: activities.send },
      maxTaskQueueActivitiesPerSecond: 50,
    }),
  ];
  const running = Promise.all(workers.map((one) => one.run()));
  const workflowId = (firm: number): string => `${name}/${enrollmentOf(firm)}`;
  const update = (name: string, firm: number, eventId: string, value: string) =>
    client.workflow.getHandle(workflowId(firm)).executeUpdate<SmallestState, [SmallestUpdate]>(name, {
      args: [{ eventId, source: 'firm', actor: 'bench', value }],
    });
  return {
    name,
    async start(firms) {
      for (const firm of firms) {
        const input: SmallestInput = { id: workflowId(firm), reminders: life.reminders, durable };
        await client.workflow.start('smallest', { workflowId: workflowId(firm), taskQueue, args: [input] });
      }
      for (const firm of firms) while (!store.has(workflowId(firm))) await delay(20);
    },
    workflowId,
    advance: (firm, eventId) => update('advance', firm, eventId, ''),
    report: (firm, eventId, step) => update('report', firm, eventId, step),
    official: (firm, eventId, status) => update('official', firm, eventId, status),
    reminders: async (firm) => store.reminders(workflowId(firm)),
    async stop() {
      for (const one of workers) one.shutdown();
      await running;
      store.close();
    },
  };
}
