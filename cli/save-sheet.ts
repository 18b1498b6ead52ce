import { rename, rm, writeFile } from 'node:fs/promises';
import { writeSheet } from '../activities/import/write-sheet.ts';
import type { SheetToWrite } from '../activities/import/write-sheet.ts';
import { userError } from './both-languages.ts';

/** Whole or not at all, and for the owner only. Throws UserError where it cannot be written. */
export async function saveNewSheet(file: string, kind: 'xlsx' | 'csv', sheet: SheetToWrite): Promise<void> {
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await writeFile(part, await writeSheet(kind, sheet), { flag: 'wx', mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw userError((t) => t.renewal.cli.unwritable({ file }), error);
  }
}
