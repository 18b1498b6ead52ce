import { open } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { asUserError } from './database-errors.ts';
import { readMigrations } from './schema-engine.ts';

/** What can be done with a SQLite file as a whole; Temporal's is one too. All throw `UserError` where a person can help. */

const everyPage = 0x7fffffff;

/**
 * Copies a database as it is at one moment, while other processes read and write it. They are not held up if it writes
 * ahead (`writesAhead`); nobody may have it open otherwise. The copy is one file that stands alone. Page by page, and not
 * by `VACUUM INTO`, which gives rows new numbers where a table has none of its own: Temporal's search index refers to them.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await withFile(from, async (source) => {
    // In one step: between two of them a writer would make the copy begin again.
    await source.backup(to, { progress: () => everyPage });
  });
  await standAlone(to);
}

/** Puts everything that belongs to a database into its one file. Nobody else may have it open. */
export const standAlone = (path: string): Promise<void> =>
  withFile(path, (file) => {
    file.pragma('journal_mode = DELETE');
  });

/** Whether the file is in write-ahead mode. Looks at its header only: to open a rollback journal's file takes a lock. */
export async function writesAhead(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(20), 0, 20, 0);
    return bytesRead === 20 && buffer[18] === 2;
  } finally {
    await file.close();
  }
}

/** Whether every page and index of the file is sound. */
export const isSound = (path: string): Promise<boolean> =>
  withFile(path, (file) => file.pragma('integrity_check', { simple: true }) === 'ok').catch(
    (error: unknown) => {
      if (isDamage(error)) return false;
      throw error;
    },
  );

/** Names of the migrations that a database of ours has, oldest first. */
export const migrationsOf = (path: string): Promise<string[]> =>
  withFile(path, (file) =>
    file
      .prepare('SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1')
      .pluck()
      .all()
      .map(String),
  );

/** Names of the migrations that this code knows, oldest first. */
export const knownMigrations = async (): Promise<string[]> =>
  (await readMigrations()).map(({ name }) => name);

async function withFile<T>(path: string, use: (file: Sqlite.Database) => T | Promise<T>): Promise<T> {
  try {
    // Not read-only: what a killed process left in its journal is put in order first.
    const file = new Sqlite(path, { fileMustExist: true, timeout: 10_000 });
    try {
      return await use(file);
    } finally {
      file.close();
    }
  } catch (error) {
    throw asUserError(error, path);
  }
}

const isDamage = (error: unknown): boolean => {
  const { cause } = error as { cause?: { code?: unknown } };
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(String(cause?.code));
};
