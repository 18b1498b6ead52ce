import type { Client } from '@temporalio/client';
import { expect, it } from 'vitest';
import { runSchedules } from '../../cli/app/schedules.ts';
import { openTempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

it('keeps Schedules again after a publication, which does not wait for it', async () => {
  const temp = await openTempStores();
  let passes = 0;
  let goOn = (): void => undefined;
  let goesOn = Promise.resolve();
  // What the server is asked last in each pass.
  const start = async (): Promise<void> => {
    passes += 1;
    await goesOn;
  };
  const schedule = { create: async () => undefined, getHandle: () => ({ delete: async () => undefined }) };
  const client = { schedule, workflow: { start } } as unknown as Client;
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const publications: (() => Promise<unknown>)[] = [];
  const derive = async <T>(make: (packs: never) => Promise<T>): Promise<() => T> => {
    publications.push(() => make(undefined as never));
    const made = await make(undefined as never);
    return () => made;
  };
  const end = await runSchedules({ client, stores: temp.stores, log }, 'jiangsu-2022', { derive });
  expect(passes).toBe(1);
  goesOn = new Promise((resolve) => {
    goOn = resolve;
  });
  for (const publish of [...publications, ...publications]) await publish();
  await until(() => passes === 2);
  goOn();
  await end();
  expect(passes).toBe(3);
  await temp.dispose();
});
