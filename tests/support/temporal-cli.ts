import { homedir } from 'node:os';
import { join } from 'node:path';
import { findTemporalCli } from '../../cli/temporal/binary.ts';

export const testCacheDir = (): string => process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

/** The official `temporal` program, fetched on first use. */
export const temporalCliPath = (): Promise<string> =>
  findTemporalCli({
    configuredPath: process.env['TEMPORAL_CLI_PATH'] ?? null,
    cacheDir: testCacheDir(),
    env: process.env,
    progress: (line) => console.error(line),
  });
