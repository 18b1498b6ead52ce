import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { findManifest } from './manifest.ts';

const dayMs = 24 * 3_600_000;

/**
 * Removes older backups of this mode from the folder, but for the newest `keep`; returns the names of those removed. What
 * is not a finished backup is left alone, except for what a backup that died left behind more than a day ago.
 */
export async function pruneBackups(
  into: string,
  { mode, keep, now }: { mode: Settings['mode']; keep: number; now: Date },
): Promise<string[]> {
  const named = new RegExp(`^tongbao-${mode}-\\d{8}-\\d{6}(\\.part)?$`);
  const names = (await readdir(into)).filter((name) => named.test(name));
  const finished: { name: string; takenAt: string }[] = [];
  for (const name of names) {
    const folder = join(into, name);
    if (name.endsWith('.part')) {
      const age = now.getTime() - (await stat(folder)).mtimeMs;
      if (age > dayMs) await rm(folder, { recursive: true, force: true });
      continue;
    }
    const manifest = await findManifest(folder);
    if (manifest?.mode === mode) finished.push({ name, takenAt: manifest.takenAt });
  }
  const old = finished.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1)).slice(keep);
  for (const { name } of old) await rm(join(into, name), { recursive: true, force: true });
  return old.map(({ name }) => name);
}
