import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStores } from '../../prisma/open-stores.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';

let dir: string;
let url: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongbao-processes-'));
  url = `file:${join(dir, 'tongbao.db')}`;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

function importer(first: number, count: number, batch: number) {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url));
  const numbers = [first, count, batch].map(String);
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, ...numbers], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

it('lets several processes create one database and write into it at once', async () => {
  const exits = await Promise.all(
    // Every firm is written by two of the three.
    [0, 100, 200].map(async (first) => (await once(importer(first, 200, 10), 'exit')) as [number | null]),
  );
  expect(exits.map(([code]) => code)).toEqual([0, 0, 0]);
  const stores = await openStores(url);
  expect(await stores.enrollments.waitingToStart(1_000)).toHaveLength(400);
  expect(await stores.firms.listFirms({ packId }, { limit: 1_000 })).toHaveLength(400);
  await stores.close();
});

it('keeps whole batches when it is killed during an import, and goes on from there', async () => {
  const child = importer(0, 5_000, 250);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const stores = await openStores(url);
  const kept = await stores.firms.listFirms({ packId }, { limit: 5_000 });
  expect(kept.length).toBeGreaterThanOrEqual(250);
  expect(kept.length).toBeLessThan(5_000);
  expect(kept.length % 250).toBe(0);
  expect(kept.every(({ enrollment }) => enrollment !== null)).toBe(true);

  const firms = Array.from({ length: 5_000 }, (_, n) => fictionalFirm(n));
  const outcomes = await stores.firms.upsertFirms(packId, firms, wanted);
  expect(outcomes.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(kept.length);
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(5_000 - kept.length);
  await stores.close();
});
