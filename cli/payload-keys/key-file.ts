import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { newPayloadKeyLine, parsePayloadKeys } from '../../activities/payload-codec/payload-keys.ts';
import type { PayloadKey } from '../../activities/payload-codec/payload-keys.ts';
import { userError } from '../both-languages.ts';
import { takeLock } from '../bootstrap/pid-lock.mjs';

type Keys = [PayloadKey, ...PayloadKey[]];

const head =
  '# tongbao: keys of the data in Temporal. Secret; keep a backup apart. The first one encrypts.\n';

/** Null where there is no such file. Throws UserError where it cannot be read or is not well-formed. */
export function readKeyFile(path: string): Keys | null {
  const text = textOf(path);
  return text === null ? null : keysIn(text, path);
}

/** Makes the file with one key, unless it is there already: two processes that both try end up with the same. */
export function ensureKeyFile(path: string): { keys: Keys; made: boolean } {
  const there = readKeyFile(path);
  if (there !== null) return { keys: there, made: false };
  const text = `${head}${newPayloadKeyLine()}\n`;
  const made = written(path, () => {
    const draft = writeDraft(path, text);
    try {
      linkSync(draft, path);
      return true;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      return false;
    } finally {
      rmSync(draft, { force: true });
      syncFolder(path);
    }
  });
  return { keys: made ? keysIn(text, path) : ensureKeyFile(path).keys, made };
}

/** Puts a fresh key before the others. Throws UserError where there is no file, or another process rotates just now. */
export function rotateKeyFile(path: string): Keys {
  if (readKeyFile(path) === null) throw userError((t) => t.encryption.keyFile.missing({ path }));
  const lock = written(path, () => takeLock(`${path}.lock`));
  if (!lock.taken) throw userError((t) => t.encryption.keyFile.busy({ pid: lock.pid }));
  try {
    const text = textOf(path) ?? '';
    keysIn(text, path);
    const older = text.startsWith(head) ? text.slice(head.length) : text;
    const rotated = `${head}${newPayloadKeyLine()}\n${older}`;
    written(path, () => {
      renameSync(writeDraft(path, rotated), path);
      syncFolder(path);
    });
    return keysIn(rotated, path);
  } finally {
    lock.release();
  }
}

/** On the disk before it is used: a key that a power cut takes back leaves unreadable data behind. */
function writeDraft(path: string, text: string): string {
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function keysIn(text: string, path: string): Keys {
  const keys = parsePayloadKeys(text);
  if (keys === null) throw userError((t) => t.encryption.keyFile.malformed({ path }));
  return keys;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw userError((t) => t.encryption.keyFile.unreadable({ path }), error);
  }
}

function written<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw userError((t) => t.encryption.keyFile.unreadable({ path }), error);
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
