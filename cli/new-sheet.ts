import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { writeSheet } from '../activities/import/write-sheet.ts';
import type { SheetToWrite } from '../activities/import/write-sheet.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import { userError } from './both-languages.ts';

type SheetKind = 'xlsx' | 'csv';

/** A sheet that is written but has not got its name yet. */
interface PreparedSheet {
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/** What kind of sheet a new file is to be, by its name. Throws UserError for other names, and `isThere` for a file that is there. */
export async function newSheetFile(file: string, isThere: (texts: Texts) => string): Promise<SheetKind> {
  const kind = (['xlsx', 'csv'] as const).find((k) => extname(file).toLowerCase() === `.${k}`);
  if (kind === undefined) throw userError((t) => t.commands.codes.outBad({ file }));
  if ((await stat(file).catch(() => null))?.isFile() === true) throw userError(isThere);
  return kind;
}

/** For its owner only: it names firms. Whole or not at all. Throws `unwritable` as a UserError. */
export async function saveNewSheet(
  file: string,
  kind: SheetKind,
  sheet: SheetToWrite,
  unwritable: (texts: Texts) => string,
): Promise<void> {
  await (await prepareNewSheet(file, kind, sheet, unwritable)).keep();
}

/** The same in two steps, for what is worth something only once the file is there. */
export async function prepareNewSheet(
  file: string,
  kind: SheetKind,
  sheet: SheetToWrite,
  unwritable: (texts: Texts) => string,
): Promise<PreparedSheet> {
  const part = `${file}.part`;
  const drop = (): Promise<void> => rm(part, { force: true });
  const orUnwritable = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      await drop().catch(() => undefined);
      throw userError(unwritable, error);
    }
  };
  await orUnwritable(async () => {
    // Seen now: a sheet that is prepared must not fail for this later.
    if ((await stat(file).catch(() => null))?.isDirectory() === true) throw new Error('a folder');
    await drop();
    await writeFile(part, await writeSheet(kind, sheet), { flag: 'wx', mode: 0o600 });
  });
  return { keep: () => orUnwritable(() => rename(part, file)), drop };
}
