import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { WorkflowBundle } from '@temporalio/worker';
import { failureConverterPath } from './payload-codec/data-converter.ts';

const projectDir = fileURLToPath(new URL('..', import.meta.url));

/** Rules that workflows ask: pure, so all workflows of a process share them instead of each loading its own holidays. */
const preloadModules = ['machine.ts', 'reminders.ts', 'carried.ts'].map((name) =>
  join(projectDir, 'knowledge/enrollment', name),
);

/** The workflow code as workers load it. */
export async function bundleWorkflows(
  workflowsPath = join(projectDir, 'workflows/index.ts'),
): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    preloadModules,
    logger: new DefaultLogger('WARN'),
  });
  return { code };
}

/**
 * The same, kept in `folder` for the next process: bundling takes seconds of processor time, and each start of a worker
 * needs it. One that was made of other sources is never used.
 */
export async function keptWorkflowBundle(
  folder = join(projectDir, 'dist/workflows'),
): Promise<WorkflowBundle> {
  const path = join(folder, `${sourceHash()}.js`);
  try {
    return { code: readFileSync(path, 'utf8') };
  } catch {
    const bundle = await bundleWorkflows();
    keep(folder, path, bundle.code);
    return bundle;
  }
}

/** Of all that may become part of the bundle, and of the versions it is made with. */
function sourceHash(): string {
  const hash = createHash('sha256').update(projectDir).update(read('package-lock.json'));
  for (const room of ['activities', 'knowledge', 'workflows']) {
    for (const name of readdirSync(join(projectDir, room), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(ts|cjs|json)$/.test(name)) hash.update(`\0${room}/${name}\0`).update(read(room, name));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const read = (...path: string[]): Buffer => readFileSync(join(projectDir, ...path));

/** Whole or not at all, and without those of earlier sources. */
function keep(folder: string, path: string, code: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const draft = `${path}.${process.pid}`;
    // Flushed, else the name may outlive a power cut, and what is in the file not.
    writeFileSync(draft, code, { flush: true });
    renameSync(draft, path);
  } catch {
    // Where nothing can be written each start makes its own; half a draft goes with the next one kept.
  }
}
