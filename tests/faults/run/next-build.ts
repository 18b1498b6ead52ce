import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../support/run-tongbao.ts';

const leftOut = new Set(['node_modules', '.git', 'data', 'tests', 'bench', 'docs', '.tongbao']);

/** Executions that begin under it start one more timer; those that run already go on without. */
const changed = `import { patched, sleep } from '@temporalio/workflow';
import { enrollment as unchanged } from './enrollment.ts';

export async function enrollment(input: Parameters<typeof unchanged>[0]): Promise<void> {
  const more = async (): Promise<void> => {
    if (patched('nextBuild')) await sleep('1 millisecond');
  };
  await Promise.all([unchanged(input), more()]);
}
`;

/** A later build of the program in a folder of its own, its workflow code changed as such code may be changed. */
export function makeNextBuild(folder: string): string {
  const build = join(folder, 'next-build');
  for (const name of readdirSync(projectDir)) {
    if (!leftOut.has(name)) cpSync(join(projectDir, name), join(build, name), { recursive: true });
  }
  symlinkSync(join(projectDir, 'node_modules'), join(build, 'node_modules'), 'dir');
  const index = join(build, 'workflows', 'index.ts');
  const exported = readFileSync(index, 'utf8').replace(
    "from './enrollment.ts'",
    "from './next-enrollment.ts'",
  );
  if (!exported.includes('next-enrollment'))
    throw new Error('workflows/index.ts does not export enrollment.ts');
  writeFileSync(index, exported);
  writeFileSync(join(build, 'workflows', 'next-enrollment.ts'), changed);
  return build;
}
