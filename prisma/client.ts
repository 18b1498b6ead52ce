import { PrismaClient } from './generated/client.ts';
import type { Prisma } from './generated/client.ts';
import { createSqliteAdapter } from './sqlite-adapter.ts';
import type { Durability } from './sqlite-adapter.ts';

export type Database = PrismaClient;
/** The client, or a transaction of it. */
export type Queries = Prisma.TransactionClient;

/** One per process. The database file must be migrated. */
export function createClient(path: string, durability: Durability): Database {
  return new PrismaClient({
    adapter: createSqliteAdapter(path, durability),
    errorFormat: 'minimal',
    // Transactions queue for the one write lock; a large import is not cut off in the middle.
    transactionOptions: { maxWait: 60_000, timeout: 60_000 },
  });
}

/** Prisma's code for a broken unique key. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === 'P2002';
}
