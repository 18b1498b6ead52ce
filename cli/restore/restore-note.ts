import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { userError } from '../both-languages.ts';

const schema = z.object({
  /** `moving`: a restore has begun to exchange files and did not come to its end. */
  state: z.enum(['moving', 'moved']),
  /** Name of the backup. */
  backup: z.string(),
  /** Enrollments whose workflow begins anew at the next start, before any worker. */
  toRestart: z.array(z.string()),
});

/** What a restore leaves for the next `npm start`. */
export type RestoreNote = z.output<typeof schema>;

const notePath = (dataDir: string): string => join(dataDir, 'restore.json');

/** Null when there is none. Throws `UserError` for one of a restore that did not come to its end. */
export function readRestoreNote(dataDir: string): RestoreNote | null {
  const note = noteIn(dataDir);
  if (note?.state === 'moving') throw userError((t) => t.recovery.restore.unfinished(note));
  return note;
}

function noteIn(dataDir: string): RestoreNote | null {
  let text: string;
  try {
    text = readFileSync(notePath(dataDir), 'utf8');
  } catch {
    return null;
  }
  return schema.parse(JSON.parse(text));
}

export function writeRestoreNote(dataDir: string, note: RestoreNote): void {
  const draft = `${notePath(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, notePath(dataDir));
}

export const removeRestoreNote = (dataDir: string): void => rmSync(notePath(dataDir), { force: true });
