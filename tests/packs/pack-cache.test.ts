import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createPackCache } from '../../activities/pack-cache.ts';
import { packsFolder } from '../../activities/load-pack.ts';
import { tempFolder } from '../support/temp-folder.ts';

const id = 'jiangsu-2022';

function folderWithPack(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, id));
  cpSync(new URL(`${id}/`, packsFolder), join(folder, id), { recursive: true });
  return folder;
}
const urlOf = (folder: string): URL => pathToFileURL(`${folder}/`);

it('reads a pack once, and again when a file of it has changed', async () => {
  const folder = folderWithPack();
  const load = createPackCache(urlOf(folder));
  const first = await load(id);
  expect(await load(id)).toBe(first);
  const file = join(folder, id, 'pack.json');
  const pack = JSON.parse(readFileSync(file, 'utf8')) as { policyYear: number };
  writeFileSync(file, JSON.stringify({ ...pack, policyYear: pack.policyYear + 1 }));
  utimesSync(file, new Date(0), new Date(0));
  expect((await load(id)).policyYear).toBe(first.policyYear + 1);
});

it('keeps no pack whose files are gone, and loads one that comes later', async () => {
  const folder = folderWithPack();
  const load = createPackCache(urlOf(folder));
  await load(id);
  rmSync(join(folder, id), { recursive: true });
  await expect(load(id)).rejects.toThrow();
  await expect(load('../etc')).rejects.toThrow();
  cpSync(new URL(`${id}/`, packsFolder), join(folder, id), { recursive: true });
  expect((await load(id)).id).toBe(id);
});
