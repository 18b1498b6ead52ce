import { setTimeout as delay } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';

/**
 * The official adapter shares one connection between everything that a process does. Left alone, a statement outside a
 * transaction lands inside whichever transaction is open, and is lost with its rollback; and a transaction that reads first
 * cannot write once another process has written (P1008). So here statements wait for the open transaction, every transaction
 * takes the write lock when it begins, and a lock that another process holds is waited for without blocking the event loop.
 */
export function createSqliteAdapter(
  path: string,
  durability: Durability,
  waitMs = 20_000,
): SqlDriverAdapterFactory {
  const official = openFactory(path);
  return {
    provider: official.provider,
    adapterName: official.adapterName,
    connect: async () => {
      const connection = await official.connect();
      await prepareConnection(connection, durability, waitMs);
      return serialise(connection, waitMs);
    },
  };
}

/** One connection as the official adapter makes it; the migrations use it as it is. */
export function openFactory(path: string): PrismaBetterSqlite3 {
  // A short blocking wait inside SQLite; the long wait is `untilFree`, which lets other work go on.
  return new PrismaBetterSqlite3({ url: `file:${path}`, timeout: 20 });
}

/** `full` keeps what was acknowledged even through a power cut; `fast` is for tests, whose databases nobody needs afterwards. */
export type Durability = 'full' | 'fast';

/** WAL lets readers and one writer work side by side. */
export async function prepareConnection(
  connection: SqlDriverAdapter,
  durability: Durability,
  waitMs = 20_000,
): Promise<void> {
  await untilFree(() => connection.queryRaw(statement('PRAGMA journal_mode = WAL')), waitMs);
  const synchronous = durability === 'full' ? 'FULL' : 'OFF';
  await connection.executeScript(`PRAGMA synchronous = ${synchronous}; PRAGMA foreign_keys = ON`);
}

export function statement(sql: string): { sql: string; args: []; argTypes: [] } {
  return { sql, args: [], argTypes: [] };
}

/** Runs `work` again while another process holds the lock it needs. Such a failure has changed nothing. */
export async function untilFree<T>(work: () => Promise<T>, waitMs = 20_000): Promise<T> {
  const giveUpAt = Date.now() + waitMs;
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, 200)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
    }
    // Spread out, so that two waiting processes do not meet again and again.
    await delay(pauseMs * (0.5 + Math.random()));
  }
}

function isBusy(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
}

function serialise(connection: SqlDriverAdapter, waitMs: number): SqlDriverAdapter {
  const lock = createLock();
  // The lock is let go between two tries: whoever only reads need not wait for another process's write.
  const alone = async <T>(work: () => Promise<T>): Promise<T> =>
    untilFree(async () => {
      const release = await lock();
      try {
        return await work();
      } finally {
        release();
      }
    }, waitMs);
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => alone(async () => connection.queryRaw(query)),
    executeRaw: (query) => alone(async () => connection.executeRaw(query)),
    executeScript: (script) => alone(async () => connection.executeScript(script)),
    startTransaction: async () =>
      untilFree(async () => {
        const release = await lock();
        try {
          await connection.executeRaw(statement('BEGIN IMMEDIATE'));
        } catch (error) {
          release();
          throw error;
        }
        return transactionOn(connection, release);
      }, waitMs),
    dispose: () => alone(async () => connection.dispose()),
  };
}

/** Prisma itself sends COMMIT and ROLLBACK as statements, then calls `commit` or `rollback`. */
function transactionOn(connection: SqlDriverAdapter, release: () => void): Transaction {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: async (query) => connection.queryRaw(query),
    executeRaw: async (query) => connection.executeRaw(query),
    commit: async () => release(),
    rollback: async () => {
      try {
        // After a failed COMMIT Prisma sends no ROLLBACK, and the next transaction could not begin.
        await connection.executeRaw(statement('ROLLBACK'));
      } catch {
        // The usual case: it is rolled back already.
      } finally {
        release();
      }
    },
  };
}

/** First come, first served. */
function createLock(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let release: () => void = () => undefined;
    last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  };
}
