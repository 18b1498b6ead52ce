import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { failureConverterPath } from './payload-codec/data-converter.ts';

/** The workflow code as workers load it. Made once a process (about a second) and shared by its workers. */
export const bundleWorkflows = (
  workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('WARN') });
