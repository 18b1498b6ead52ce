import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';
import type { Walk } from './firm-actions.walk.ts';

const header = ['抬头', '统一社会信用代码', '城市', '2021年出口额（美元）', '在核准名单'];
const row = (n: number, city: string): string[] => [
  `虚构${n}号工厂`,
  fictionalUscc(n),
  city,
  '1200000',
  '是',
];

/** From a file to the firms in it. */
export function walkImports(walk: () => Walk): void {
  const page = () => walk().page;
  const button = (name: string) => page().getByRole('button', { name, exact: true });

  describe('imports', () => {
    it('show what each column was taken for, let it be corrected, and name what is wrong', async () => {
      await page().getByRole('link', { name: '导入名单' }).click();
      await page().getByText('还没有导入过').waitFor();
      await walk().looksRight('imports');
      const rows = [row(901, '南京'), row(902, '淮安'), row(903, '火星')];
      const buffer = Buffer.from(await writeSheet('xlsx', { header, rows }));
      const file = { name: '名单.xlsx', mimeType: 'application/octet-stream', buffer };
      await page().locator('input[type=file]').setInputFiles(file);
      await page().getByText('没有认出这些列').waitFor();
      await page().getByRole('combobox', { name: '当作: 抬头' }).click();
      await page().getByTitle('企业名称', { exact: true }).last().click();
      await page().getByText('不认识城市“火星”').waitFor();
      await page().getByRole('checkbox', { name: '只看有问题的行' }).waitFor();
      expect(await page().getByRole('cell', { name: '虚构901号工厂', exact: true }).count()).toBe(0);
      await page().getByRole('checkbox', { name: '只看有问题的行' }).uncheck();
      await page().getByRole('cell', { name: '虚构901号工厂', exact: true }).waitFor();
      await walk().looksRight('imports-checked');
      await page().setViewportSize({ width: 390, height: 800 });
      await walk().looksRight('imports-checked-narrow');
      await page().setViewportSize({ width: 1280, height: 800 });
      const [download] = await Promise.all([
        page().waitForEvent('download'),
        button('下载有错误的行').click(),
      ]);
      expect(await readSheet(await download.path())).toHaveLength(2);
    });

    it('write the good rows, and keep a history', async () => {
      await button('导入 2 家…').click();
      await button('确认导入').click();
      await page().getByText('完成：新增 2 家').waitFor();
      await walk().looksRight('imports-done');
      await page().setViewportSize({ width: 390, height: 800 });
      await walk().looksRight('imports-done-narrow');
      await page().setViewportSize({ width: 1280, height: 800 });
    });

    it('show what undoing the last one would do before anything is done', async () => {
      await button('撤销…').click();
      await page().getByRole('dialog').getByText('虚构901号工厂').waitFor();
      await button('撤销 2 家').waitFor();
      await walk().looksRight('imports-undo');
      await page().setViewportSize({ width: 390, height: 800 });
      await walk().looksRight('imports-undo-narrow');
      await page().setViewportSize({ width: 1280, height: 800 });
      await page().keyboard.press('Escape');
      await page().getByRole('dialog').waitFor({ state: 'hidden' });
    });
  });
}
