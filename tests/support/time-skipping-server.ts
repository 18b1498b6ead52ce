import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTimeSkippingServer } from '../../cli/bootstrap/time-skipping-server.ts';
import { testCacheDir } from './temporal-cli.ts';

/** An environment on the time-skipping test server, fetched on first use. One clock each: do not share it between test files. */
export async function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = await findTimeSkippingServer({
    cacheDir: testCacheDir(),
    env: process.env,
    progress: (line) => console.error(line),
  });
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
