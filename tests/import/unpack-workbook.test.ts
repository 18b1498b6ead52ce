import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from '../../activities/import/read-sheet.ts';
import { unpackWorkbook } from '../../activities/import/unpack-workbook.ts';
import { writeSheet } from '../../activities/import/write-sheet.ts';

const mb = 1024 * 1024;
const sheetPath = 'xl/worksheets/sheet1.xml';
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a workbook', () => {
  it('is read as it was written', async () => {
    const bytes = await writeSheet('xlsx', { header: ['企业名称', '城市'], rows: [['甲公司', '南京']] });
    const read = await readSheetFile('list.xlsx', bytes);
    expect(read).toMatchObject({ ok: true, table: { header: ['企业名称', '城市'] } });
  });

  it('that unpacks to far more than it says is not unpacked', () => {
    const bomb = Buffer.from(zipSync({ [sheetPath]: new Uint8Array(20 * mb) }));
    expect(bomb.length).toBeLessThan(mb);
    expect(unpackWorkbook(bomb, 10 * mb)).toEqual({ ok: false, why: 'tooLarge' });
    // It may lie: here both of its lists say one byte.
    for (const signature of ['504b0304', '504b0102']) {
      const at = bomb.indexOf(Buffer.from(signature, 'hex'));
      bomb.writeUInt32LE(1, at + (signature === '504b0304' ? 22 : 24));
    }
    expect(unpackWorkbook(bomb, 10 * mb)).toEqual({ ok: false, why: 'tooLarge' });
  });

  it('with one cell far out is not spread out', async () => {
    const far = zipSync({ [sheetPath]: text('<row r="1"><c r="A1"/></row><c r="XFD1048576"/>') });
    expect(unpackWorkbook(far, mb)).toEqual({ ok: false, why: 'tooLarge' });
    for (const sheet of [
      '<row r="1"><c r="A1"/></row><row r="9999999"/>',
      '<row r="999999999"><c r="A2"/></row>',
      "<row r='1'><c r='XFD1048576'/></row>",
      '<row r = "1"><c r="A9999999999"/></row>',
      '<row r="9e9"/>',
    ]) {
      const other = zipSync({ [sheetPath]: text(sheet) });
      expect(unpackWorkbook(other, mb), sheet).toEqual({ ok: false, why: 'tooLarge' });
    }
    expect(await readSheetFile('far.xlsx', far)).toEqual({ ok: false, problem: { code: 'unpacksTooLarge' } });
  });

  it('that is none is broken', async () => {
    const half = (await writeSheet('xlsx', { header: ['a'], rows: [] })).subarray(0, 500);
    expect(unpackWorkbook(half, mb)).toEqual({ ok: false, why: 'broken' });
    expect(unpackWorkbook(text('PK and nothing else'), mb)).toEqual({ ok: false, why: 'broken' });
  });
});
