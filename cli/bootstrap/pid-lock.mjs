import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * When a process started, as text that is only ever compared; null when there is no such process.
 * A pid alone does not name a process: the system uses it again.
 */
export function processStart(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not asked for the result yet.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    if (process.platform === 'linux') return null;
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

/** Who holds the lock at `path`; null when nobody alive does. */
export function lockHolder(path) {
  const held = read(path);
  return held !== null && processStart(held.pid) === held.start ? held.pid : null;
}

/**
 * Takes the lock file at `path` for this process, also from a holder that has died.
 * Returns `{ taken: true, release }`, or `{ taken: false, pid }` with the holder's pid.
 */
export function takeLock(path) {
  const mine = JSON.stringify({ pid: process.pid, start: processStart(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      try {
        // A link is made whole or not at all: nobody ever reads a half-written lock.
        linkSync(draft, path);
        return { taken: true, release: () => release(path, mine) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const pid = lockHolder(path);
      if (pid !== null) return { taken: false, pid };
      removeStale(path);
    }
    return { taken: false, pid: lockHolder(path) ?? 0 };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's lock away; if another process took it over meanwhile, that one is put back. */
function removeStale(path) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (lockHolder(aside) !== null) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process holds it now.
    }
  }
  rmSync(aside, { force: true });
}

function release(path, mine) {
  try {
    if (readFileSync(path, 'utf8') === mine) rmSync(path, { force: true });
  } catch {
    // Already gone.
  }
}

function read(path) {
  try {
    const held = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(held.pid) && typeof held.start === 'string' ? held : null;
  } catch {
    return null;
  }
}
