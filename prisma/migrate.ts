import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { foreignDatabase, newerDatabase } from './database-errors.ts';
import { applyMigrations, readMigrations } from './schema-engine.ts';
import { openFactory, prepareConnection, statement, untilFree } from './sqlite-adapter.ts';
import type { Durability } from './sqlite-adapter.ts';

/**
 * Brings the database at `path` up to this code; returns the names of the migrations applied now. All of them in one
 * transaction: a crash leaves the database as it was, and of two processes that start at once the second waits and finds
 * nothing left to do. Throws `UserError` for a database that is not ours or is newer than this code.
 */
export async function migrate(path: string, durability: Durability = 'full'): Promise<string[]> {
  const connection = await openFactory(path).connect();
  try {
    const migrations = await readMigrations();
    const known = migrations.map(({ name }) => name);
    // Before anything is written, even the journal mode: what is not ours stays as it is.
    await untilFree(async () => missingIn(connection, known, path));
    await prepareConnection(connection, durability);
    // Inside a transaction this switch does nothing, and rebuilding a table must not cascade to the rows that refer to it.
    await connection.executeScript('PRAGMA foreign_keys = OFF');
    await untilFree(async () => connection.executeRaw(statement('BEGIN IMMEDIATE')));
    try {
      const missing = await missingIn(connection, known, path);
      const applied = missing.length === 0 ? [] : await applyMigrations(connection, migrations);
      // A file that may only be read lets a transaction begin; this shows it before the first message is lost.
      await connection.executeRaw(statement('UPDATE _prisma_migrations SET id = id WHERE FALSE'));
      await connection.executeRaw(statement('COMMIT'));
      return applied;
    } catch (error) {
      // Some failures have rolled back already; what went wrong first is what counts.
      await connection.executeRaw(statement('ROLLBACK')).catch(() => undefined);
      throw error;
    }
  } finally {
    await connection.dispose();
  }
}

async function missingIn(connection: SqlDriverAdapter, known: string[], path: string): Promise<string[]> {
  const tables = await firstColumn(
    connection,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  if (tables.length === 0) return known;
  if (!tables.includes('_prisma_migrations')) throw foreignDatabase(path);
  const applied = await firstColumn(
    connection,
    'SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  if (applied.some((name) => !known.includes(name))) throw newerDatabase(path);
  return known.filter((name) => !applied.includes(name));
}

async function firstColumn(connection: SqlDriverAdapter, sql: string): Promise<string[]> {
  const { rows } = await connection.queryRaw(statement(sql));
  return rows.map((row) => String(row[0]));
}
