import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir } from '../settings.ts';

const packageJson = z.object({ version: z.string() });

/** Version of this tongbao. */
export const ownVersion = async (): Promise<string> =>
  packageJson.parse(JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'))).version;
