import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { fictionalUscc, packId } from '../support/fictional-firms.ts';
import type { Walk } from './firm-actions.walk.ts';

/** From the list of firms to a campaign's results. */
export function walkCampaigns(walk: () => Walk): void {
  const page = () => walk().page;
  const server = () => walk().server;
  const looksRight = async (name: string): Promise<void> => walk().looksRight(name);
  const heading = async (name: string): Promise<void> =>
    page().getByRole('heading', { level: 1, name }).waitFor();
  const button = (name: string) => page().getByRole('button', { name, exact: true });

  describe('campaigns', () => {
    let later: Date;
    beforeAll(() => {
      later = server().clock.now;
      // A Friday morning: sending time.
      server().clock.now = new Date('2022-03-25T02:00:00.000Z');
    });
    afterAll(() => {
      server().clock.now = later;
    });

    it('are begun from the list of firms, previewed and confirmed by their number', async () => {
      for (const n of [44, 45]) {
        const who = { channel: 'telegram', externalUserId: `walk-${n}`, privateChatId: `walk-${n}` };
        const { id } = await server().stores.identities.upsertIdentity(who);
        await server().stores.identities.linkFirm(id, fictionalUscc(n));
      }
      await page().getByRole('link', { name: '企业', exact: true }).click();
      await heading('企业');
      await button('清空条件').click();
      await page().getByRole('combobox', { name: '城市' }).fill('南');
      await page().keyboard.press('Enter');
      await button('催办这些企业…').click();
      await heading('新的批量发送');
      await button('预览').waitFor();
      await looksRight('campaign-new');
      await button('预览').click();
      await page().getByText('没有关联联系人').waitFor();
      await page().getByText('虚构工艺品有限公司').first().waitFor();
      await looksRight('campaign-preview');
      await button('提醒这 1 家…').click();
      await page().getByRole('dialog').getByText('收不回来').waitFor();
      await looksRight('campaign-confirm');
      await button('确认，发给 1 家').click();
      await heading('批量发送详情');
      await page().getByText('正在发送').waitFor();
    });

    it('show live how far they are, are paused and stopped, and hand their results over', async () => {
      const id = page().url().split('/').at(-1) ?? '';
      const { campaigns } = server().stores;
      const ids = [45, 43, 41].map((n) => enrollmentIdOf(packId, fictionalUscc(n)));
      await campaigns.addTargets(id, ids);
      await campaigns.markStarted(id);
      await campaigns.recordOutcome(id, ids.slice(0, 1), 'sent');
      const [asked] = await Promise.all([
        page().waitForRequest(/\/campaigns\/read$/),
        page().getByText('已处理 1/3 家').waitFor(),
      ]);
      // A page that was left open keeps nobody signed in.
      expect(asked.headers()).toMatchObject({ 'x-by-itself': '1' });
      await button('暂停').click();
      await page().getByText('已暂停，已处理 1/3 家').waitFor();
      await looksRight('campaign');
      await button('停止').click();
      await button('停止发送').click();
      await campaigns.closePending(id, 'cancelled');
      await page().getByRole('heading', { name: '催办 · 已取消' }).waitFor();
      await page().getByRole('link', { name: '虚构工艺品有限公司' }).waitFor();
      const [download] = await Promise.all([page().waitForEvent('download'), button('导出表格').click()]);
      expect(download.suggestedFilename()).toBe('批量发送结果.xlsx');
      expect(await readSheet(await download.path())).toHaveLength(4);
      await page().getByRole('link', { name: '回到批量发送' }).click();
      await page().getByRole('cell', { name: '范围：城市：南京' }).waitFor();
      await looksRight('campaigns');
    });

    it('go to exactly the firms that were ticked in their list', async () => {
      await page().getByRole('link', { name: '企业', exact: true }).click();
      await button('清空条件').click();
      await page().getByRole('searchbox', { name: '查找企业' }).fill('xgjck4');
      await page().keyboard.press('Enter');
      await page().getByRole('checkbox', { name: '选择虚构进出口4号有限公司' }).check();
      await page().getByRole('checkbox', { name: '选择虚构进出口44号有限公司' }).check();
      await button('催办所选…').click();
      await page().getByText('只发给选定的 2 家企业。').waitFor();
      await button('预览').click();
      await page().getByText('范围：选定的 2 家企业').waitFor();
      await button('提醒这 1 家…').waitFor();
      await looksRight('campaign-selected');
      expect(page().url()).toBe(`${server().url}/console/campaigns/new`);
      await page().getByRole('link', { name: '批量发送', exact: true }).click();
    });

    it('write an announcement on a phone, and say what is wrong with its words', async () => {
      await page().setViewportSize({ width: 390, height: 844 });
      await button('新的批量发送').click();
      await page().getByText('通知：办公室自己写的话').click();
      await page().getByLabel('通知的内容').fill('请看 http://example.com');
      await button('预览').click();
      await page().getByText('只能是 https:// 开头').waitFor();
      await page().getByLabel('通知的内容').fill('本周五下午单一窗口维护，请提前办理。');
      await button('预览').click();
      await page().getByText('【办公室通知】本周五下午').waitFor();
      await looksRight('campaign-preview-phone');
      await page().setViewportSize({ width: 1280, height: 800 });
    });
  });
}
