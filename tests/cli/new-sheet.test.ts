import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareNewSheet, saveNewSheet } from '../../cli/new-sheet.ts';
import { tempFolder } from '../support/temp-folder.ts';

const sheet = { header: ['名称'], rows: [['示例外贸']], widths: [20] };
const unwritable = (): string => '写不了';

describe('a new sheet', () => {
  it('is for its owner only, also where an earlier attempt was cut off', async () => {
    const folder = tempFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(`${file}.part`, 'half');
    await saveNewSheet(file, 'csv', sheet, unwritable);
    expect(readFileSync(file, 'utf8')).toContain('示例外贸');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('has no name before it is kept, and leaves nothing when it is dropped', async () => {
    const folder = tempFolder();
    const file = join(folder, 'a.xlsx');
    const dropped = await prepareNewSheet(file, 'xlsx', sheet, unwritable);
    expect(readdirSync(folder)).toEqual(['a.xlsx.part']);
    await dropped.drop();
    expect(readdirSync(folder)).toEqual([]);
    await (await prepareNewSheet(file, 'xlsx', sheet, unwritable)).keep();
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  it.each(['no/such/a.csv', 'folder.csv'])('leaves nothing at %s, which cannot be written', async (name) => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder.csv'));
    await expect(saveNewSheet(join(folder, name), 'csv', sheet, unwritable)).rejects.toThrow('写不了');
    expect(readdirSync(folder, { recursive: true })).toEqual(['folder.csv']);
  });
});
