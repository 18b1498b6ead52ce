import { statSync } from 'node:fs';
import type { Keyring } from '../../activities/payload-codec/payload-keys.ts';
import { ensureKeyFile, readKeyFile } from './key-file.ts';

/** How long a rotation may take to reach a running process. */
const lookEveryMs = 2_000;

/**
 * The keys of a file, made on first use. The file is read again when it has changed: before an ID counts as unknown, and
 * every few seconds for the key that encrypts. When it is gone or damaged, the keys already read stay in use.
 */
export function openFileKeyring(path: string): Keyring {
  // Taken before the reading: a change in between is then noticed at the next look.
  let seen = signOf(path);
  let { keys } = ensureKeyFile(path);
  let lookedAt = performance.now();

  const look = (): void => {
    lookedAt = performance.now();
    const sign = signOf(path);
    if (sign === null || sign === seen) return;
    try {
      keys = readKeyFile(path) ?? keys;
      seen = sign;
    } catch {
      // Said by `doctor`; what can be decrypted still is.
    }
  };
  const known = (id: string) => keys.find((key) => key.id === id) ?? null;
  return {
    current() {
      if (performance.now() - lookedAt >= lookEveryMs) look();
      return keys[0];
    },
    find(id) {
      const found = known(id);
      if (found !== null) return found;
      look();
      return known(id);
    },
  };
}

/** Changes with the file; null while there is none. */
function signOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? null : `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
}
