import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

describe('a Temporal server of the office’s own (TEMPORAL_ADDRESS)', () => {
  let server: TestTemporalServer;
  let home: AppHome;

  beforeAll(async () => {
    server = await startTemporalServer([], []);
    home = await makeAppHome({ TEMPORAL_ADDRESS: server.address });
  });
  afterAll(async () => {
    await home.dispose();
    await server.stop();
  });

  it('is used instead of one of ours, also by tongbao temporal', async () => {
    const app = await home.start();
    await until(async () => {
      const { out } = await home.run(['temporal', 'workflow', 'list', '--query', 'TongbaoCity="淮安"']);
      return out.includes('enrollment/jiangsu-2022/');
    });
    // It is not ours to stop or to start again; without it the program lives on and says that it is not ready.
    await server.stop();
    await until(async () => (await fetch(`${home.url}/readyz`)).status === 503);
    expect((await fetch(`${home.url}/healthz`)).status).toBe(200);
    expect(await app.kill('SIGTERM')).toBe(0);
  });
});
