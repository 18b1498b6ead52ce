import Database from 'better-sqlite3';
import type { SmallestState } from './smallest-contract.ts';

export interface SmallestStore {
  save(state: SmallestState & { id: string }): void;
  has(id: string): boolean;
  reminders(id: string): number;
  /** False for a message that was begun before: it is not sent again. */
  begin(key: string): boolean;
  end(key: string): void;
  close(): void;
}

/** Two tables in a file as durable as ours. */
export function openSmallestStore(file: string): SmallestStore {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE projection (id TEXT PRIMARY KEY, reminders INTEGER, state TEXT);
           CREATE TABLE message (key TEXT PRIMARY KEY, state TEXT)`);
  const save = db.prepare(
    `INSERT INTO projection VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET reminders = excluded.reminders, state = excluded.state`,
  );
  const reminders = db.prepare<[string], { reminders: number }>(
    'SELECT reminders FROM projection WHERE id = ?',
  );
  const begin = db.prepare(`INSERT OR IGNORE INTO message VALUES (?, 'sending')`);
  const end = db.prepare(`UPDATE message SET state = 'sent' WHERE key = ?`);
  return {
    save: (state) => void save.run(state.id, state.remindersDue, JSON.stringify(state)),
    has: (id) => reminders.get(id) !== undefined,
    reminders: (id) => reminders.get(id)?.reminders ?? 0,
    begin: (key) => begin.run(key).changes === 1,
    end: (key) => void end.run(key),
    close: () => void db.close(),
  };
}
