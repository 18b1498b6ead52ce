import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  copyDatabase,
  isSound,
  knownMigrations,
  migrationsOf,
  standAlone,
  writesAhead,
} from '../../prisma/sqlite-file.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openTempStores } from '../support/temp-stores.ts';

/** A file with a table whose rows have no numbers of their own, as Temporal's search has. */
function unnumbered(folder: string): Sqlite.Database {
  const db = new Sqlite(join(folder, 'one.db'));
  onTestFinished(() => void db.close());
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE entry (name TEXT PRIMARY KEY, text TEXT)');
  db.exec("CREATE VIRTUAL TABLE search USING fts5(text, content='entry')");
  db.exec(`CREATE TRIGGER added AFTER INSERT ON entry BEGIN
    INSERT INTO search (rowid, text) VALUES (new.rowid, new.text); END`);
  const add = db.prepare('INSERT INTO entry VALUES (?, ?)');
  for (const n of [1, 2, 3]) add.run(`e${n}`, `word${n}`);
  db.exec("DELETE FROM entry WHERE name = 'e1'");
  return db;
}

describe('copying a database', () => {
  it('takes one moment of it while others write, and holds nobody up', async () => {
    const temp = await openTempStores();
    onTestFinished(() => temp.dispose());
    const file = join(temp.dir, 'tongbao.db');
    const stopping = new AbortController();
    onTestFinished(() => stopping.abort());
    const writing = (async () => {
      for (let n = 1; !stopping.signal.aborted; n += 10) {
        const firms = Array.from({ length: 10 }, (_, i) => fictionalFirm(n + i));
        await temp.stores.firms.upsertFirms(packId, firms, wanted);
        // The driver never lets go of the event loop by itself.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const counts: number[] = [];
    for (const name of ['a.db', 'b.db', 'c.db']) {
      const copy = join(temp.dir, name);
      await copyDatabase(file, copy);
      expect(await isSound(copy)).toBe(true);
      const db = new Sqlite(copy, { readonly: true });
      const count = (table: string): number =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
      // Ten firms and their enrollments are one transaction.
      expect(count('Firm') % 10).toBe(0);
      expect(count('Enrollment')).toBe(count('Firm'));
      counts.push(count('Firm'));
      db.close();
      expect(existsSync(`${copy}-wal`)).toBe(false);
    }
    stopping.abort();
    await writing;
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(await migrationsOf(join(temp.dir, 'c.db'))).toEqual(await knownMigrations());
  });

  it('keeps the numbers that a search index refers to', async () => {
    const folder = tempFolder();
    const db = unnumbered(folder);
    const copy = join(folder, 'copy.db');
    await copyDatabase(join(folder, 'one.db'), copy);
    const rows = (of: Sqlite.Database): unknown =>
      of.prepare("SELECT name FROM entry WHERE rowid IN (SELECT rowid FROM search('word3'))").all();
    const read = new Sqlite(copy, { readonly: true });
    expect(rows(read)).toEqual([{ name: 'e3' }]);
    expect(rows(read)).toEqual(rows(db));
    read.close();
  });

  it('has what a killed process left in its journal', async () => {
    const folder = tempFolder();
    const db = unnumbered(folder);
    const left = tempFolder();
    // The files as they are while somebody has them open, and nobody to close them.
    for (const end of ['', '-wal']) cpSync(join(folder, `one.db${end}`), join(left, `one.db${end}`));
    await copyDatabase(join(left, 'one.db'), join(left, 'copy.db'));
    const read = new Sqlite(join(left, 'copy.db'), { readonly: true });
    expect(read.prepare('SELECT count(*) FROM entry').pluck().get()).toBe(2);
    read.close();
    db.close();
  });
});

it('tells a write-ahead file without opening it', async () => {
  const folder = tempFolder();
  unnumbered(folder).close();
  const file = join(folder, 'one.db');
  expect(await writesAhead(file)).toBe(true);
  await standAlone(file);
  expect(await writesAhead(file)).toBe(false);
  writeFileSync(join(folder, 'short'), 'x');
  expect(await writesAhead(join(folder, 'short'))).toBe(false);
});

it('finds a damaged file, and one that is no database', async () => {
  const folder = tempFolder();
  unnumbered(folder).close();
  const file = join(folder, 'one.db');
  expect(await isSound(file)).toBe(true);
  const bytes = readFileSync(file);
  writeFileSync(join(folder, 'bad.db'), Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192, 7)]));
  expect(await isSound(join(folder, 'bad.db'))).toBe(false);
  writeFileSync(
    join(folder, 'text.db'),
    'not a database, and longer than a header of one would be\n'.repeat(20),
  );
  expect(await isSound(join(folder, 'text.db'))).toBe(false);
  await expect(migrationsOf(join(folder, 'text.db'))).rejects.toBeInstanceOf(UserError);
  await expect(isSound(join(folder, 'none.db'))).rejects.toBeInstanceOf(UserError);
});
