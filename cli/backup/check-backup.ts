import { join } from 'node:path';
import { isSound } from '../../prisma/sqlite-file.ts';
import { userError } from '../both-languages.ts';
import { hashFile } from './hash-file.ts';
import { databaseFile, temporalFile } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/** Throws `UserError` where a file of a backup is missing, is not what it was, or is a damaged database. */
export async function checkBackup(folder: string, { files }: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const file = join(folder, path);
    const found = await hashFile(file).catch(() => null);
    const same = found?.bytes === bytes && found.sha256 === sha256;
    const isDatabase = path === databaseFile || path === temporalFile;
    if (!same || (isDatabase && !(await isSound(file))))
      throw userError((t) => t.recovery.backup.damaged({ file }));
  }
  if (!files.some(({ path }) => path === databaseFile))
    throw userError((t) => t.recovery.backup.damaged({ file: join(folder, databaseFile) }));
}
