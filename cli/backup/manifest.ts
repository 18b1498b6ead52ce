import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { userError } from '../both-languages.ts';

const instant = z.iso.datetime();

const schema = z.object({
  /** Of this file. */
  format: z.literal(1),
  mode: z.enum(['trial', 'live']),
  packId: z.string(),
  /** Version of tongbao that made the backup. */
  version: z.string(),
  takenAt: instant,
  /** `copied`; `elsewhere`: a server that is not ours; `left out`: asked for, or there was none. */
  temporal: z.enum(['copied', 'elsewhere', 'left out']),
  /** The moment that the copy of the database is of; Temporal's is of an earlier one. */
  databaseAt: instant,
  temporalAt: instant.nullable(),
  /** Of the database, oldest first. */
  migrations: z.array(z.string()),
  files: z.array(
    z.object({
      /** Relative, with `/`; never out of the folder. */
      path: z.string().regex(/^(?!\.{1,2}(\/|$))[^/\\\0]+(\/(?!\.{1,2}(\/|$))[^/\\\0]+)*$/),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof schema>;

export const databaseFile = 'tongbao.db';
export const temporalFile = 'temporal.db';
const manifestFile = 'manifest.json';

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });

/** Null where the folder is no backup, or none that was finished. */
export async function findManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Throws `UserError` for a folder that is no backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const manifest = await findManifest(folder);
  if (manifest === null) throw userError((t) => t.recovery.restore.noBackup({ folder }));
  return manifest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
