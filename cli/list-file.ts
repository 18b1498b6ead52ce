import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { userError } from './both-languages.ts';
import { isWriteRefused } from './is-write-refused.ts';

/** A list that staff named on the command line. Throws `UserError` where it cannot be read. */
export const readListFile = async (file: string): Promise<Buffer> =>
  readFile(file).catch((error: unknown) => {
    throw userError((t) => t.importing.fileUnreadable({ file }), error);
  });

/** Throws on what an import of this list failed with; a rejected-rows file that could not be written beside it is named. */
export const throwImportError =
  (file: string) =>
  (error: unknown): never => {
    throw isWriteRefused(error)
      ? userError((t) => t.importing.rejectedFileUnwritable({ folder: dirname(file) }), error)
      : error;
  };
