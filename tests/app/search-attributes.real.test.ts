import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSearchAttributes } from '../../cli/app/search-attributes.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';

describe('a Temporal server of the office’s own', () => {
  let server: TestTemporalServer;
  let client: Client;

  beforeAll(async () => {
    server = await startTemporalServer([], []);
    client = new Client({ connection: await Connection.connect({ address: server.address }) });
  });
  afterAll(async () => {
    await client.connection.close();
    await server.stop();
  });

  it('gets our search attributes once', async () => {
    await ensureSearchAttributes(client);
    await ensureSearchAttributes(client);
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    expect(customAttributes).toMatchObject({ TongbaoPack: 2, TongbaoCity: 2, TongbaoStatus: 2 });
  });

  it('is named with what is missing when we may not add them', async () => {
    const lacking = new Client({ connection: client.connection, namespace: 'no-such-namespace' });
    await expect(ensureSearchAttributes(lacking)).rejects.toThrow(
      /TongbaoPack.*Keyword|Keyword.*TongbaoPack/,
    );
  });
});
