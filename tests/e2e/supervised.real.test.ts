import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { until } from '../support/until.ts';

let home: AppHome;
afterEach(() => home.dispose());

const temporalPid = (): number | null => recordedServer(join(home.dataDir, 'trial'))?.pid ?? null;
const readyStatus = async (): Promise<number | undefined> =>
  (await fetch(`${home.url}/readyz`).catch(() => undefined))?.status;

describe('npm start and its Temporal server', () => {
  it('starts the server again when it dies, and goes on', async () => {
    home = await makeAppHome();
    const app = await home.start();
    const first = await until(temporalPid);
    process.kill(first, 'SIGKILL');
    await until(() => temporalPid() !== null && temporalPid() !== first);
    await until(async () => (await readyStatus()) === 200);
    expect(await app.kill('SIGTERM')).toBe(0);
    expect(temporalPid()).toBeNull();
  });

  it('leaves nothing behind when Ctrl-C comes while it starts', async () => {
    home = await makeAppHome();
    const app = home.spawn(['start']);
    await until(() => app.output().includes('Starting tongbao'));
    expect(await app.kill('SIGINT')).toBe(0);
    expect(temporalPid()).toBeNull();
    expect(await readyStatus()).toBeUndefined();
  });
});
