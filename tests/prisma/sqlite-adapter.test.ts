import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteAdapter, statement } from '../../prisma/sqlite-adapter.ts';

let dir: string;
const open: SqlDriverAdapter[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongbao-adapter-'));
});
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.dispose();
  await rm(dir, { recursive: true, force: true });
});

async function connect(waitMs?: number): Promise<SqlDriverAdapter> {
  const connection = await createSqliteAdapter(join(dir, 'test.db'), 'fast', waitMs).connect();
  open.push(connection);
  await connection.executeScript('CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY)');
  return connection;
}
const insert = (a: number) => statement(`INSERT INTO t VALUES (${a})`);
const rows = async (connection: SqlDriverAdapter) =>
  (await connection.queryRaw(statement('SELECT a FROM t ORDER BY a'))).rows.flat().map(Number);

describe('a statement beside an open transaction', () => {
  it('is not lost with the rollback', async () => {
    const connection = await connect();
    const transaction = await connection.startTransaction();
    await transaction.executeRaw(insert(1));
    const beside = connection.executeRaw(insert(2));
    await transaction.executeRaw(statement('ROLLBACK'));
    await transaction.rollback();
    await beside;
    expect(await rows(connection)).toEqual([2]);
  });

  it('does not see what is not committed', async () => {
    const connection = await connect();
    const transaction = await connection.startTransaction();
    await transaction.executeRaw(insert(1));
    const seen = rows(connection);
    await transaction.executeRaw(statement('ROLLBACK'));
    await transaction.rollback();
    expect(await seen).toEqual([]);
  });

  it('sees what another connection has committed, and waits for nothing to read it', async () => {
    const writer = await connect();
    const reader = await connect();
    const transaction = await writer.startTransaction();
    await transaction.executeRaw(insert(1));
    expect(await rows(reader)).toEqual([]);
    await transaction.executeRaw(statement('COMMIT'));
    await transaction.commit();
    expect(await rows(reader)).toEqual([1]);
  });
});

describe('the write lock', () => {
  it('is waited for: a transaction may read first and write later', async () => {
    const first = await connect();
    const second = await connect();
    const transaction = await first.startTransaction();
    const waiting = second.startTransaction();
    await transaction.executeRaw(insert(1));
    await transaction.executeRaw(statement('COMMIT'));
    await transaction.commit();
    const next = await waiting;
    expect((await next.queryRaw(statement('SELECT count(*) FROM t'))).rows).toEqual([[1]]);
    await next.executeRaw(insert(2));
    await next.executeRaw(statement('COMMIT'));
    await next.commit();
    expect(await rows(first)).toEqual([1, 2]);
  });

  it('does not keep readers waiting while another connection has it', async () => {
    const first = await connect();
    const second = await connect();
    const transaction = await first.startTransaction();
    await transaction.executeRaw(insert(1));
    const waiting = second.executeRaw(insert(2));
    expect(await rows(second)).toEqual([]);
    await transaction.executeRaw(statement('COMMIT'));
    await transaction.commit();
    await waiting;
    expect(await rows(second)).toEqual([1, 2]);
  });

  it('is given up in the end, and the connection goes on working', async () => {
    const first = await connect();
    const second = await connect(0);
    const transaction = await first.startTransaction();
    await transaction.executeRaw(insert(1));
    const busy = { name: 'DriverAdapterError', cause: { kind: 'SocketTimeout' } };
    await expect(second.startTransaction()).rejects.toMatchObject(busy);
    await expect(second.executeRaw(insert(2))).rejects.toMatchObject(busy);
    await transaction.executeRaw(statement('COMMIT'));
    await transaction.commit();
    await second.executeRaw(insert(2));
    expect(await rows(second)).toEqual([1, 2]);
  });

  it('is free again after a COMMIT that failed', async () => {
    const connection = await connect();
    await connection.executeScript(
      'CREATE TABLE child (p INTEGER REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED)',
    );
    const transaction = await connection.startTransaction();
    await transaction.executeRaw(statement('INSERT INTO child VALUES (99)'));
    await expect(transaction.executeRaw(statement('COMMIT'))).rejects.toThrow();
    // All that Prisma does after such a failure.
    await transaction.rollback();
    const next = await connection.startTransaction();
    await next.executeRaw(insert(1));
    await next.executeRaw(statement('COMMIT'));
    await next.commit();
    expect(await rows(connection)).toEqual([1]);
  });
});
