import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { userError } from '../knowledge/locales/both-languages.ts';
import type { UserError } from '../knowledge/user-error.ts';

export const notSqlite = (url: string): UserError =>
  userError((t) => t.database.notSqlite({ scheme: schemeOf(url) }));

export const newerDatabase = (path: string): UserError => userError((t) => t.database.newer({ path }));

export const foreignDatabase = (path: string, cause?: unknown): UserError =>
  userError((t) => t.database.foreign({ path }), cause);

/** What a person can do about it, where something can be done; otherwise the error as it came. */
export function asUserError(error: unknown, path: string): unknown {
  switch (reasonOf(error)) {
    case 'SQLITE_NOTADB':
      return foreignDatabase(path, error);
    case 'SQLITE_CORRUPT':
      return userError((t) => t.database.damaged({ path }), error);
    case 'SQLITE_BUSY':
      return userError((t) => t.database.lockedForLong({ path }), error);
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'folder':
      return userError((t) => t.database.notWritable({ path }), error);
    default:
      return error;
  }
}

const folderCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT']);

/** SQLite's primary result code, or `folder` where the file system itself refused. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = isDriverAdapterError(error)
    ? error.cause.originalCode
    : (error as Error & { code?: unknown }).code;
  if (typeof code === 'string') {
    if (folderCodes.has(code)) return 'folder';
    return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? null;
  }
  // The driver checks the folder itself, and says so without a code.
  return error instanceof TypeError && error.message.includes('directory does not exist') ? 'folder' : null;
}

const schemeOf = (url: string): string => /^[a-z0-9+]*:?/i.exec(url)?.[0] ?? '';
