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
    expect(await app.kill('SIGTERM')).toBe(0);
    // It is not ours to stop.
    const { code } = await home.run(['temporal', 'workflow', 'count']);
    expect(code).toBe(0);
  });
});
