import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url));
export const launcher = fileURLToPath(new URL('../../cli/bootstrap/tongbao.mjs', import.meta.url));

/** `tongbao ...` as a person runs it, to its end. `code` is null when a signal ended it. */
export async function runTongbao(
  env: NodeJS.ProcessEnv,
  args: string[],
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: projectDir, env, stdio: 'pipe' });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}
