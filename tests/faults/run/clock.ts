import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The wall clock of the program's processes: they all see it jump at once, as processes of one machine do. */
export interface JumpingClock {
  /** What a process needs to be started under this clock. */
  env: Record<string, string>;
  jumpTo(offsetMs: number): void;
}

const preload = new URL('./jumping-date.mjs', import.meta.url);

export function createJumpingClock(folder: string): JumpingClock {
  const file = join(folder, 'clock-offset');
  const jumpTo = (offsetMs: number): void => writeFileSync(file, String(offsetMs));
  jumpTo(0);
  return { env: { NODE_OPTIONS: `--import=${fileURLToPath(preload)}`, FAULTS_CLOCK_FILE: file }, jumpTo };
}
