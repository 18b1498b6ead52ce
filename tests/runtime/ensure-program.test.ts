import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ensureProgram } from '../../cli/bootstrap/ensure-program.mjs';
import { tempFolder } from '../support/temp-folder.ts';

/** A project whose program says what it is and where its sources are. */
function project(): { folder: string; write: (path: string, content: string) => void } {
  const folder = tempFolder();
  const write = (path: string, content: string): void => writeFileSync(join(folder, path), content);
  mkdirSync(join(folder, 'cli'));
  mkdirSync(join(folder, 'knowledge'));
  write('package-lock.json', '{}');
  write(
    'cli/main.ts',
    `export { word } from '../knowledge/word.ts';\nexport const place: string = import.meta.url;`,
  );
  write('knowledge/word.ts', `export const word: string = 'first';`);
  return { folder, write };
}

const load = async (address: string | null): Promise<{ word: string; place: string }> =>
  (await import(/* @vite-ignore */ address ?? '')) as { word: string; place: string };

describe('the program as it is started', () => {
  it('is built of its sources, and finds what lies beside them', async () => {
    const { folder } = project();
    const { word, place } = await load(await ensureProgram(folder));
    expect(word).toBe('first');
    expect(place).toBe(pathToFileURL(join(folder, 'cli/main.ts')).href);
  });

  it('is built once for the same sources, and again when one has changed', async () => {
    const { folder, write } = project();
    const first = await ensureProgram(folder);
    expect(await ensureProgram(folder)).toBe(first);
    write('knowledge/word.ts', `export const word: string = 'second';`);
    const second = await ensureProgram(folder);
    expect((await load(second)).word).toBe('second');
    // What still runs may load a part of the first.
    expect(readdirSync(join(folder, 'dist/program'))).toHaveLength(2);
  });

  it('is built again where it was cut off, and where the office changed how Temporal is reached', async () => {
    const { folder, write } = project();
    const first = fileURLToPath((await ensureProgram(folder)) ?? '');
    rmSync(join(dirname(first), '.done'));
    writeFileSync(first, '');
    expect((await load(`${await ensureProgram(folder)}?again`)).word).toBe('first');
    write('temporal.config.ts', 'export const connection = {};');
    expect(fileURLToPath((await ensureProgram(folder)) ?? '')).not.toBe(first);
  });

  it('is built by several at once', async () => {
    const { folder } = project();
    const all = await Promise.all([ensureProgram(folder), ensureProgram(folder), ensureProgram(folder)]);
    expect(new Set(all).size).toBe(1);
    expect(readdirSync(join(folder, 'dist/program'))).toHaveLength(1);
  });

  it('keeps the last builds only', async () => {
    const { folder, write } = project();
    let last: string | null = null;
    for (let i = 0; i < 8; i += 1) {
      write('knowledge/word.ts', `export const word: string = '${'x'.repeat(i)}';`);
      last = await ensureProgram(folder);
    }
    expect(readdirSync(join(folder, 'dist/program'))).toHaveLength(5);
    expect((await load(last)).word).toBe('xxxxxxx');
  });

  it('says what is wrong with sources that cannot be built, and leaves nothing behind', async () => {
    const { folder, write } = project();
    write('knowledge/word.ts', `export const word: string = ;`);
    await expect(ensureProgram(folder)).rejects.toThrow(/could not be built.*word\.ts/s);
    expect(readdirSync(join(folder, 'dist/program'))).toEqual([]);
  });

  it('is loaded from its sources where nothing can be written', async () => {
    const { folder, write } = project();
    write('dist', 'a file where the folder should be');
    expect(await ensureProgram(folder)).toBeNull();
    rmSync(join(folder, 'dist'));
    expect(fileURLToPath((await ensureProgram(folder)) ?? '')).toContain('dist');
  });
});
