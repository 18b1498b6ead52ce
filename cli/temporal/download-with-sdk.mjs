/**
 * Lets the Temporal SDK fetch a server binary into a folder: `node download-with-sdk.mjs cli|test-server <version> <folder>`.
 * A process of its own, because the SDK's download can be neither bounded nor cancelled from inside.
 */
import process from 'node:process';

const [kind, version, downloadDir] = process.argv.slice(2);
const { TestWorkflowEnvironment } = await import('@temporalio/testing');
const executable = { type: 'cached-download', version, downloadDir, ttl: '365d' };
const env = await (kind === 'cli'
  ? TestWorkflowEnvironment.createLocal({ server: { executable } })
  : TestWorkflowEnvironment.createTimeSkipping({ server: { executable } }));
await env.teardown();
