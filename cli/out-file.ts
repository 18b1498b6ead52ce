import { stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Texts } from '../knowledge/locales/index.ts';
import { userError } from './both-languages.ts';

/** What kind of sheet a new file is to be, by its name. Throws UserError for other names, and `isThere` for a file that is there. */
export async function newSheetFile(file: string, isThere: (texts: Texts) => string): Promise<'xlsx' | 'csv'> {
  const kind = (['xlsx', 'csv'] as const).find((k) => extname(file).toLowerCase() === `.${k}`);
  if (kind === undefined) throw userError((t) => t.commands.codes.outBad({ file }));
  if ((await stat(file).catch(() => null))?.isFile() === true) throw userError(isThere);
  return kind;
}

/** For its owner only: it names firms. Throws UserError where it cannot be written. */
export async function writeNewFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw userError((t) => t.campaigns.cli.exportUnwritable({ file }), error);
  }
}
