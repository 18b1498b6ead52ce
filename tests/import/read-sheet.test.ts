import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readSheetFile } from '../../activities/import/read-sheet.ts';
import { writeSheet } from '../../activities/import/write-sheet.ts';

const header = ['企业名称', '信用代码', '城市', '2021年出口额（美元）'];
const row = ['甲示例有限公司', '91329999MADEM0001Q', '淮安', '450000'];
const csv = [header.join(','), row.join(',')].join('\r\n');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading CSV', () => {
  const good = { ok: true, table: { kind: 'csv', header, rows: [{ row: 2, cells: row }], notices: [] } };

  it.each([
    ['UTF-8', utf8(csv)],
    ['UTF-8 with BOM', utf8(`\ufeff${csv}`)],
    ['GBK', iconv.encode(csv, 'gbk')],
    ['GB18030', iconv.encode(csv, 'gb18030')],
    ['UTF-16 with BOM', iconv.encode(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons', utf8(csv.replaceAll(',', ';'))],
    ['tabs', utf8(csv.replaceAll(',', '\t'))],
    ['full-width commas', utf8(csv.replaceAll(',', '，'))],
    ['old line ends', utf8(csv.replaceAll('\r\n', '\r'))],
    ['quotes', utf8(csv.replace('甲示例有限公司', '"甲示例有限公司"'))],
  ])('understands %s', async (_, bytes) => {
    expect(await readSheetFile('list.csv', bytes)).toEqual(good);
  });

  it('numbers rows as a spreadsheet does, with titles, blank lines and line breaks in cells', async () => {
    const text = ['核准名单', '', header.join(','), '"甲\n示例",A,淮安,1', '', '乙,B,淮安,2'].join('\n');
    const result = await readSheetFile('list.csv', utf8(text));
    expect(result.ok && result.table.rows.map((r) => [r.row, r.cells[0]])).toEqual([
      [4, '甲\n示例'],
      [5, ''],
      [6, '乙'],
    ]);
  });

  it('keeps rare characters of GB18030', async () => {
    const bytes = iconv.encode(csv.replace('甲示例', '㐂䶮示例'), 'gb18030');
    const result = await readSheetFile('list.csv', bytes);
    expect(result.ok && result.table.rows[0]?.cells[0]).toBe('㐂䶮示例有限公司');
  });
});

describe('reading .xlsx', () => {
  it('keeps codes as text and numbers as numbers', async () => {
    const bytes = await writeSheet('xlsx', {
      header,
      rows: [['甲', '913299990000000001', '淮安', 450000.5]],
    });
    const result = await readSheetFile('list.xlsx', bytes);
    expect(result.ok && result.table.rows).toEqual([
      { row: 2, cells: ['甲', '913299990000000001', '淮安', 450000.5] },
    ]);
  });

  it('goes by the content, not by the name', async () => {
    const bytes = await writeSheet('xlsx', { header, rows: [row] });
    expect(await readSheetFile('list.csv', bytes)).toMatchObject({ ok: true, table: { kind: 'xlsx' } });
  });

  it('takes the sheet with the header and names others that hold firms', async () => {
    const bytes = await writeXlsxFile([
      { data: [['说明'], ['请填第二张表']], sheet: '说明' },
      { data: [['核准名单'], header, row], sheet: '淮安' },
      { data: [header, row], sheet: '南京' },
    ]).toBuffer();
    expect(await readSheetFile('list.xlsx', bytes)).toMatchObject({
      ok: true,
      table: {
        rows: [{ row: 3 }],
        notices: [{ code: 'otherSheetsIgnored', used: '淮安', ignored: ['南京'] }],
      },
    });
  });
});

describe('refusing a file', () => {
  const oldExcel = Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex');
  const locked = Buffer.concat([oldExcel, Buffer.from('EncryptedPackage', 'utf16le')]);

  it.each([
    ['an empty file', 'a.csv', utf8(''), { code: 'emptyFile' }],
    ['blank lines only', 'a.csv', utf8('\n,,\n'), { code: 'emptyFile' }],
    ['an old workbook', 'a.xls', oldExcel, { code: 'oldExcelFormat' }],
    ['a web page named .xls', 'a.xls', utf8('<table>'), { code: 'oldExcelFormat' }],
    ['a workbook with a password', 'a.xlsx', locked, { code: 'encrypted' }],
    ['text named .xlsx', 'a.xlsx', utf8('hello'), { code: 'brokenFile' }],
    ['another zip', 'a.xlsx', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), { code: 'brokenFile' }],
    ['another kind', 'a.pdf', utf8('%PDF-1.7'), { code: 'unsupportedFormat', extension: '.pdf' }],
    ['bytes that are no text', 'a.csv', Buffer.from([0x41, 0x00, 0x42]), { code: 'encodingUnknown' }],
    ['bytes of no Chinese encoding', 'a.csv', Buffer.from([0x41, 0xff, 0xff]), { code: 'encodingUnknown' }],
    ['no header', 'a.csv', utf8('甲,乙\n1,2'), { code: 'headerNotFound' }],
    ['an open quotation mark', 'a.csv', utf8(`${csv}\n"乙,B,淮安,1\n丙,C`), { code: 'csvBroken', row: 3 }],
  ])('%s', async (_, name, bytes, problem) => {
    expect(await readSheetFile(name, bytes)).toEqual({ ok: false, problem });
  });

  it('a workbook that was cut off', async () => {
    const bytes = await writeSheet('xlsx', { header, rows: [row] });
    const cut = bytes.subarray(0, bytes.length / 2);
    expect(await readSheetFile('a.xlsx', cut)).toEqual({ ok: false, problem: { code: 'brokenFile' } });
  });
});

describe('writing CSV', () => {
  it('defuses what a spreadsheet would run, and reads it back as it was', async () => {
    const cells = ['=cmd|calc', '91329999MADEM0001Q', '淮安', '-5'];
    const bytes = await writeSheet('csv', { header, rows: [cells] });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\ufeff企业名称')).toBe(true);
    expect(text).toContain("'=cmd|calc,");
    expect(text).toContain(',-5\r\n');
  });

  it.each(["-2+3+cmd|' /C calc'!A0", '-1.5.5', '＝1+1', '＋1', '＠SUM(1)', '－1', '\t=1', '@SUM(1)'])(
    'lets no cell begin like a formula: %j',
    async (cell) => {
      const bytes = await writeSheet('csv', { header, rows: [[cell]] });
      const [, line = ''] = new TextDecoder().decode(bytes).split('\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['-5', '-12.50', '5'])('leaves the plain number %s as it is', async (cell) => {
    const bytes = await writeSheet('csv', { header, rows: [[cell]] });
    expect(new TextDecoder().decode(bytes).split('\r\n')[1]).toBe(cell);
  });
});
