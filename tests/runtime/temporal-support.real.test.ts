import { Connection } from '@temporalio/client';
import { expect, it } from 'vitest';
import { startTemporalServer } from '../support/temporal-server.ts';
import { createTimeSkippingEnvironment } from '../support/time-skipping-server.ts';

it('starts a real server that knows our search attributes', async () => {
  const server = await startTemporalServer();
  try {
    const connection = await Connection.connect({ address: server.address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    expect(Object.keys(customAttributes)).toEqual(
      expect.arrayContaining(['TongbaoPack', 'TongbaoCity', 'TongbaoStatus']),
    );
    await connection.close();
  } finally {
    await server.stop();
  }
});

it('skips time on the time-skipping server', async () => {
  const env = await createTimeSkippingEnvironment();
  try {
    const before = await env.currentTimeMs();
    await env.sleep('30 days');
    expect((await env.currentTimeMs()) - before).toBeGreaterThan(29 * 24 * 3_600_000);
  } finally {
    await env.teardown();
  }
}, 400_000);
