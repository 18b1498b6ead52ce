import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { UserError } from '../knowledge/user-error.ts';

export const notSqlite = (url: string): UserError =>
  new UserError({
    zh: `DATABASE_URL 要写成 file:路径 的形式（现在的开头是“${schemeOf(url)}”）。`,
    en: `DATABASE_URL must look like file:PATH (it begins with "${schemeOf(url)}").`,
  });

export const newerDatabase = (path: string): UserError =>
  new UserError({
    zh: `数据库 ${path} 是更新版本的统保写的，请用新版本打开，或换一个数据目录。`,
    en: `The database ${path} was written by a newer tongbao. Use that version, or another data folder.`,
  });

export const foreignDatabase = (path: string, cause?: unknown): UserError =>
  new UserError(
    {
      zh: `${path} 不是统保的数据库，没有动它。请换一个文件。`,
      en: `${path} is not a tongbao database and was left alone. Please choose another file.`,
    },
    cause,
  );

const damaged = (path: string, cause: unknown): UserError =>
  new UserError(
    {
      zh: `数据库文件 ${path} 已损坏，请从备份恢复，或移开它重新开始。`,
      en: `The database file ${path} is damaged. Restore it from a backup, or move it away and start afresh.`,
    },
    cause,
  );

const notWritable = (path: string, cause: unknown): UserError =>
  new UserError(
    {
      zh: `数据库 ${path} 无法写入，请检查目录权限和磁盘空间。`,
      en: `The database ${path} cannot be written. Check the folder's permissions and the free disk space.`,
    },
    cause,
  );

const lockedForLong = (path: string, cause: unknown): UserError =>
  new UserError(
    {
      zh: `数据库 ${path} 一直被别的程序占用，请关掉它再试。`,
      en: `Another program keeps the database ${path} locked. Close it and try again.`,
    },
    cause,
  );

/** What a person can do about it, where something can be done; otherwise the error as it came. */
export function asUserError(error: unknown, path: string): unknown {
  switch (reasonOf(error)) {
    case 'SQLITE_NOTADB':
      return foreignDatabase(path, error);
    case 'SQLITE_CORRUPT':
      return damaged(path, error);
    case 'SQLITE_BUSY':
      return lockedForLong(path, error);
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'folder':
      return notWritable(path, error);
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
