import type { database as zh } from '../zh-CN/database.ts';

export const database: typeof zh = {
  notSqlite: (p) => `DATABASE_URL must look like file:PATH (it begins with "${p.scheme}").`,
  newer: (p) =>
    `The database ${p.path} was written by a newer tongbao. Use that version, or another data folder.`,
  foreign: (p) => `${p.path} is not a tongbao database and was left alone. Please choose another file.`,
  damaged: (p) =>
    `The database file ${p.path} is damaged. Restore it from a backup, or move it away and start afresh.`,
  notWritable: (p) =>
    `The database ${p.path} cannot be written. Check the folder's permissions and the free disk space.`,
  lockedForLong: (p) => `Another program keeps the database ${p.path} locked. Close it and try again.`,
};
