import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { failureConverterPath } from './payload-codec/data-converter.ts';

/** Rules that workflows ask: pure, so all workflows of a process share them instead of each loading its own holidays. */
const preloadModules = ['enrollment/machine.ts', 'enrollment/reminders.ts', 'enrollment/carried.ts'].map(
  (path) => fileURLToPath(new URL(`../knowledge/${path}`, import.meta.url)),
);

/** The workflow code as workers load it. Made once a process (about a second) and shared by its workers. */
export const bundleWorkflows = (
  workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    preloadModules,
    logger: new DefaultLogger('WARN'),
  });
