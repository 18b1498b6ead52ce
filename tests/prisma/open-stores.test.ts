import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../knowledge/user-error.ts';
import { migrate } from '../../prisma/migrate.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { applyMigrations, readMigrations, sqlToSchema } from '../../prisma/schema-engine.ts';
import { openFactory } from '../../prisma/sqlite-adapter.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongbao-open-'));
  path = join(dir, 'tongbao.db');
});
afterEach(async () => rm(dir, { recursive: true, force: true }));

async function execute(file: string, sql: string): Promise<void> {
  const connection = await openFactory(file).connect();
  await connection.executeScript(sql);
  await connection.dispose();
}

async function freshDatabase(): Promise<string> {
  const file = join(dir, 'fresh.db');
  await migrate(file);
  return file;
}

/** Every table and index, whatever the order in which its columns came. */
async function tablesOf(file: string): Promise<string[]> {
  const connection = await openFactory(file).connect();
  const sql = `SELECT m.type || ' ' || m.name || ' ' || COALESCE(c.name, '') || ' ' || COALESCE(c.type, '')
    FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c WHERE m.name NOT LIKE 'sqlite_%'`;
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  await connection.dispose();
  return rows.map((row) => String(row[0])).toSorted();
}

async function refusal(url: string): Promise<UserError> {
  const error: unknown = await openStores(url).then(
    async (stores) => stores.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe('migrations', () => {
  it('agree with schema.prisma', async () => {
    const scratch = await openFactory(':memory:').connect();
    expect(await sqlToSchema(scratch, await readMigrations())).toBeNull();
    await scratch.dispose();
  });

  it('are applied once', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrate(path)).toEqual(names);
    expect(await migrate(path)).toEqual([]);
  });

  it('are applied once when several start together', async () => {
    const applied = await Promise.all([migrate(path), migrate(path), migrate(path)]);
    expect(applied.flat()).toEqual((await readMigrations()).map(({ name }) => name));
    const stores = await openStores(`file:${path}`);
    await stores.ping();
    await stores.close();
  });

  it.each(['_incoming_events', '_view_tokens', '_event_ids_of_timeline'])(
    'bring a database up to date that was migrated before an older one, %s, came in',
    async (late) => {
      const migrations = await readMigrations();
      const [missed] = migrations.filter(({ name }) => name.endsWith(late));
      if (missed === undefined) throw new Error(`no migration ${late}`);
      const connection = await openFactory(path).connect();
      await applyMigrations(
        connection,
        migrations.filter((migration) => migration !== missed),
      );
      await connection.dispose();
      expect(await migrate(path)).toEqual([missed.name]);
      expect(await migrate(path)).toEqual([]);
      expect(await tablesOf(path)).toEqual(await tablesOf(await freshDatabase()));
    },
  );

  it('leave nothing behind when one fails', async () => {
    // A view takes the name of a table that the migration creates later on.
    await execute(path, 'CREATE VIEW "Campaign" AS SELECT 1');
    await expect(migrate(path)).rejects.toThrow();
    await execute(path, 'DROP VIEW "Campaign"');
    expect(await migrate(path)).toHaveLength((await readMigrations()).length);
  });
});

describe('openStores', () => {
  it('creates the folder and keeps what was written', async () => {
    const url = `file:${join(dir, 'a/b/数据.db')}`;
    const first = await openStores(url);
    await first.conversations.save('k', { step: 1 });
    await first.close();
    const second = await openStores(url);
    expect(await second.conversations.load('k')).toEqual({ step: 1 });
    await second.close();
  });

  it('keeps the journal in WAL mode', async () => {
    const stores = await openStores(`file:${path}`);
    await stores.close();
    // Bytes 18 and 19 of the file header: 2 means WAL.
    expect([...(await readFile(path)).subarray(18, 20)]).toEqual([2, 2]);
  });

  it('takes a path in the form of a URL, too', async () => {
    const stores = await openStores(`file://${path}?connection_limit=1`);
    await stores.close();
    expect((await readFile(path)).length).toBeGreaterThan(0);
  });

  it('refuses a file that is not a database, and leaves it alone', async () => {
    const text = '统一社会信用代码,企业名称\n'.repeat(200);
    await writeFile(path, text);
    const error = await refusal(`file:${path}`);
    expect(error.zh).toContain('不是统保的数据库');
    expect(error.en).toContain('not a tongbao database');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('refuses a database of another program', async () => {
    await execute(path, 'CREATE TABLE notes (text TEXT)');
    const before = await readFile(path);
    expect((await refusal(`file:${path}`)).zh).toContain('不是统保的数据库');
    expect(await readFile(path)).toEqual(before);
  });

  it('refuses a damaged database', async () => {
    await migrate(path);
    const bytes = await readFile(path);
    bytes.fill(0x5a, 100, 4096);
    await writeFile(path, bytes);
    expect((await refusal(`file:${path}`)).zh).toContain('损坏');
  });

  it('refuses a database newer than the code', async () => {
    await migrate(path);
    await execute(
      path,
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ('x', 'x', CURRENT_TIMESTAMP, '29991231000000_future', CURRENT_TIMESTAMP, 1)`,
    );
    expect((await refusal(`file:${path}`)).zh).toContain('更新版本');
  });

  it('refuses a folder that cannot be written', async () => {
    await writeFile(path, '');
    expect((await refusal(`file:${join(path, 'inside/tongbao.db')}`)).zh).toContain('无法写入');
    expect((await refusal(`file:${dir}`)).zh).toContain('无法写入');
  });

  it('refuses other databases without showing the password', async () => {
    const error = await refusal('postgresql://office:secret@db/tongbao');
    expect(error.message).toContain('postgresql:');
    expect(error.message).not.toContain('secret');
  });
});
