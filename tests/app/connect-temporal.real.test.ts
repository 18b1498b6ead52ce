import { isGrpcCancelledError } from '@temporalio/client';
import { expect, it } from 'vitest';
import { connectClient } from '../../cli/app/connect-temporal.ts';
import { readSettings } from '../../cli/settings.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startTemporalServer } from '../support/temporal-server.ts';

it('ends a call that would be tried again when the connection is closed, and nothing throws from a timer', async () => {
  const server = await startTemporalServer();
  const { client, close } = await connectClient(
    readSettings({ TONGBAO_DATA_DIR: tempFolder() }),
    server.address,
  );
  await server.stop();
  const call = client.connection.workflowService.describeNamespace({ namespace: 'default' });
  await close();
  await expect(call).rejects.toSatisfy(isGrpcCancelledError);
});
