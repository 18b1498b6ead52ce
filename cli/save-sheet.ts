import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { writeSheet } from '../activities/import/write-sheet.ts';
import type { SheetToWrite } from '../activities/import/write-sheet.ts';
import { userError } from './both-languages.ts';

/** The kind of sheet that a file's name asks for. Throws UserError for another kind, and for a file that is there already. */
export async function sheetKind(file: string): Promise<'xlsx' | 'csv'> {
  const kind = (['xlsx', 'csv'] as const).find((k) => extname(file).toLowerCase() === `.${k}`);
  if (kind === undefined) throw userError((t) => t.commands.codes.outBad({ file }));
  if ((await stat(file).catch(() => null))?.isFile() === true)
    throw userError((t) => t.renewal.cli.exists({ file }));
  return kind;
}

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
