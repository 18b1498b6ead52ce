import { expect, it } from 'vitest';
import type { Walk } from './firm-actions.walk.ts';

/** On the list of firms, filtered by a city. */
export function walkFirmViews(walk: () => Walk): void {
  const button = (name: string) => walk().page.getByRole('button', { name, exact: true });
  const choose = async (name: string): Promise<void> => {
    await walk().page.getByRole('combobox', { name: '视图' }).click();
    await walk().page.getByTitle(name, { exact: true }).click();
  };

  it('keep what was asked for as a view, change it, and open it again', async () => {
    const { page, looksRight } = walk();
    await button('存为视图…').click();
    await page.getByLabel('视图名称').fill('淮安所有企业');
    await page.getByLabel('共享给办公室').check();
    await looksRight('firm-view-new');
    await button('保存').click();
    await page.getByText('视图已保存。').waitFor();
    await page.getByText('李四共享的').waitFor();

    await choose('还没有联系人');
    await page.getByText('共 45 家').waitFor();
    await choose('淮安所有企业');
    await page.getByText('共 22 家').waitFor();
    await page.getByRole('combobox', { name: '能否联系到' }).fill('没有');
    await page.keyboard.press('Enter');
    await page.getByText('条件改过了').waitFor();
    await button('用现在的条件更新').click();
    await page.getByText('条件改过了').waitFor({ state: 'detached' });

    await page.reload();
    await page.getByText('共 45 家').waitFor();
    await choose('淮安所有企业');
    await page.getByText('共 22 家').waitFor();
    await page.getByTitle('没有联系人', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await button('删除视图').click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除视图' }).click();
    await page.getByText('视图已删除。').waitFor();
    expect((await walk().server.stores.firmViews.of('nobody')).length).toBe(0);
  });
}
