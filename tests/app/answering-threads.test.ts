import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createAnsweringThreads } from '../../cli/app/answering/answering-threads.ts';

/** A thread of its own that answers when it is told how often it was asked. */
const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ id }) => {
    if (workerData.content.dies) process.exit(1);
    parentPort.postMessage({ id, kind: 'done', answers: [null] });
  });
`;

function counted() {
  const seen = { alive: 0, most: 0, opened: 0 };
  const threads = createAnsweringThreads((workerData) => {
    const worker = new Worker(script, { eval: true, workerData });
    seen.opened += 1;
    seen.alive += 1;
    seen.most = Math.max(seen.most, seen.alive);
    worker.on('exit', () => {
      seen.alive -= 1;
    });
    return worker;
  });
  const ask = (packId: string, content: object = {}) =>
    threads.ask({ packId, content }, [{ question: '赔付比例是多少' }]);
  return { seen, threads, ask };
}

it('asks as many packs as there are, two at a time, and each in one thread', async () => {
  const { seen, threads, ask } = counted();
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'a', 'e', 'c'].map((packId) => ask(packId)));
  expect(answers).toEqual(answers.map(() => [null]));
  expect(seen.most).toBe(2);
  expect(seen.opened).toBeGreaterThanOrEqual(5);
  await threads.close();
  expect(seen.alive).toBe(0);
});

it('gives the room of a thread that died to who waits for it', async () => {
  const { seen, threads, ask } = counted();
  const asked = await Promise.allSettled([ask('a', { dies: true }), ask('b', { dies: true }), ask('c')]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(seen.most).toBe(2);
  await threads.close();
});

it('leaves nobody waiting when it is closed', async () => {
  const { threads, ask } = counted();
  const asked = Promise.allSettled(['a', 'b', 'c'].map((packId) => ask(packId)));
  await threads.close();
  expect((await asked).at(-1)).toMatchObject({ status: 'rejected' });
});
