import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockHolder, processStart, takeLock } from '../../cli/bootstrap/pid-lock.mjs';
import { acquireInstanceLock, isInstanceRunning } from '../../cli/instance-lock.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Takes the lock and stays until killed. */
async function holder(path: string): Promise<{ pid: number; kill: () => Promise<void> }> {
  const source = `
    const { takeLock } = await import('./cli/bootstrap/pid-lock.mjs');
    console.log(takeLock(${JSON.stringify(path)}).taken);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, kill };
}

it('is held by one process, and free again when released', () => {
  const path = join(tempFolder(), 'lock');
  const lock = takeLock(path);
  expect(lock.taken).toBe(true);
  expect(takeLock(path)).toEqual({ taken: false, pid: process.pid });
  if (lock.taken) lock.release();
  expect(existsSync(path)).toBe(false);
});

it('names the process that holds it', async () => {
  const path = join(tempFolder(), 'lock');
  const { pid } = await holder(path);
  expect(takeLock(path)).toEqual({ taken: false, pid });
  expect(lockHolder(path)).toBe(pid);
});

it('is taken over from a process that was killed', async () => {
  const folder = tempFolder();
  const path = join(folder, 'lock');
  const { kill } = await holder(path);
  await kill();
  expect(lockHolder(path)).toBeNull();
  expect(takeLock(path).taken).toBe(true);
  expect(readdirSync(folder)).toEqual(['lock']);
});

it('is taken over when its pid belongs to another process by now', () => {
  const path = join(tempFolder(), 'lock');
  writeFileSync(path, JSON.stringify({ pid: process.pid, start: 'long ago' }));
  expect(takeLock(path).taken).toBe(true);
});

it('is taken over when nothing in it can be read', () => {
  const path = join(tempFolder(), 'lock');
  writeFileSync(path, '{"pid":');
  expect(takeLock(path).taken).toBe(true);
});

it('goes to exactly one of many that find it stale at once', async () => {
  const path = join(tempFolder(), 'lock');
  writeFileSync(path, JSON.stringify({ pid: 1, start: 'long ago' }));
  const source = `
    const { takeLock } = await import('./cli/bootstrap/pid-lock.mjs');
    console.log(takeLock(${JSON.stringify(path)}).taken ? 'taken' : 'refused');
    process.stdin.resume();`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const said = await Promise.all(
    children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()),
  );
  for (const child of children) child.stdin.end();
  await Promise.all(children.map(async (child) => child.exitCode ?? once(child, 'exit')));
  expect(said.filter((word) => word === 'taken')).toHaveLength(1);
});

it('is not removed by a former holder', () => {
  const path = join(tempFolder(), 'lock');
  const lock = takeLock(path);
  writeFileSync(path, JSON.stringify({ pid: 1, start: processStart(1) }));
  if (lock.taken) lock.release();
  expect(readFileSync(path, 'utf8')).toContain('"pid":1');
});

it('tells in one line that tongbao already runs', () => {
  const dataDir = tempFolder();
  const release = acquireInstanceLock(dataDir);
  expect(() => acquireInstanceLock(dataDir)).toThrow(String(process.pid));
  release();
  acquireInstanceLock(dataDir)();
});

it('lets each part run once, and none beside the whole program', () => {
  const dataDir = tempFolder();
  const ends = [acquireInstanceLock(dataDir, 'worker'), acquireInstanceLock(dataDir, 'server')];
  expect(() => acquireInstanceLock(dataDir, 'worker')).toThrow(String(process.pid));
  expect(() => acquireInstanceLock(dataDir)).toThrow(String(process.pid));
  for (const end of ends) end();
  const end = acquireInstanceLock(dataDir);
  expect(() => acquireInstanceLock(dataDir, 'bot')).toThrow(String(process.pid));
  end();
});

it('takes only a worker for somebody who carries out orders', () => {
  const dataDir = tempFolder();
  const ends = [acquireInstanceLock(dataDir, 'temporal'), acquireInstanceLock(dataDir, 'bot')];
  expect(isInstanceRunning(dataDir)).toBe(false);
  ends.push(acquireInstanceLock(dataDir, 'worker'));
  expect(isInstanceRunning(dataDir)).toBe(true);
  for (const end of ends) end();
});
