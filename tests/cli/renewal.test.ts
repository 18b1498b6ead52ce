import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheetFile } from '../../activities/import/read-sheet.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, wanted } from '../support/fictional-firms.ts';
import { nextYear, packPair, thisYear } from '../support/pack-pair.ts';
import type { PackPair } from '../support/pack-pair.ts';
import { goodFirm, idOf } from '../support/renewal-office.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let pair: PackPair;
let woken: string[];
const now = new Date('2026-12-02T02:00:00.000Z');

beforeEach(async () => {
  [temp, pair, woken] = [await openTempStores(), await packPair(), []];
  const statuses: OfficialStatus[] = ['inForce', 'approved', 'inForce', 'inForce', 'invited', 'returned'];
  const { firms, enrollments } = temp.stores;
  for (const [n, officialStatus] of statuses.entries()) {
    await firms.upsertFirms(thisYear, [fictionalFirm(n)], wanted);
    const enrollment = await enrollments.find(idOf(n));
    if (enrollment === null) throw new Error('not enrolled');
    await enrollments.saveProjection({ ...enrollment, officialStatus, version: 2 }, []);
  }
  await firms.upsertFirms(
    nextYear,
    [goodFirm(0), goodFirm(1), goodFirm(2, { priorYearExportUsd: 7e6, listed: false })],
    { ...wanted, renewsFrom: [thisYear] },
  );
});
afterEach(async () => temp.dispose());

function cliWith(engine: Partial<EnrollmentCommands> | null = null): TestCli {
  const loadPack = (id: string) => pair.load(id === 'jiangsu-2022' ? thisYear : id);
  return createTestCli(temp.stores, temp.dir, { loadPack, engine, mode: 'live', now });
}
const running = (): TestCli => cliWith({ wakeRenewal: async (packId) => void woken.push(packId) });

describe('tongbao renewal', () => {
  it('previews who can renew, who cannot and why, and writes nothing', async () => {
    for (const argv of [['preview'], ['open']]) {
      const { code, out } = await cliWith().run('renewal', ...argv);
      expect(code).toBe(0);
      expect(out.slice(0, 7)).toEqual([
        '政策包 example-2026 续转到 example-2027，定在 2026-12-01 09:00 开放。',
        '在保企业 4 家：',
        '  可以续转：2 家',
        '  不符合（出口额超过上限，不在核准名单内）：1 家',
        '  等名单（名单上还没有这家企业）：1 家',
        '  待企业确认：1 家，不在续转之列',
        '  已退回：1 家，不在续转之列',
      ]);
    }
    expect(await temp.stores.renewals.find(thisYear)).toBeNull();
  });

  it('opens with --yes only, once, and wakes the workflow', async () => {
    const { code, out } = await running().run('renewal', 'open', '--yes', '--pack', thisYear);
    expect([code, out.at(-1)]).toEqual([0, '续转已开放，系统正在逐家核对；看结果：tongbao renewal report。']);
    expect(await temp.stores.renewals.find(thisYear)).toMatchObject({
      nextPackId: nextYear,
      openedBy: 'cli',
      openedAt: now.toISOString(),
    });
    expect((await running().run('renewal', 'open', '--yes')).out.at(-1)).toContain('已经开放过了');
    expect(woken).toEqual([thisYear, thisYear]);
  });

  it('does not open where no system runs', async () => {
    const { code, err } = await cliWith().run('renewal', 'open', '--yes');
    expect(code).toBe(1);
    expect(err[0]).toContain('npm start');
    expect(await temp.stores.renewals.find(thisYear)).toBeNull();
  });

  it('reports what came of it, and saves each firm with its reason', async () => {
    expect((await cliWith().run('renewal', 'report')).err[0]).toContain('还没有开放');
    await running().run('renewal', 'open', '--yes');
    const at = '2026-03-02T02:00:00.000Z';
    const [one, two] = [idOf(0), idOf(2)].map((enrollmentId) => ({
      enrollmentId,
      packId: thisYear,
      uscc: enrollmentId.slice(-18),
      nextPackId: nextYear,
    }));
    if (one === undefined || two === undefined) throw new Error('unreachable');
    await temp.stores.renewals.record(one, { outcome: 'invited', codes: [], due: false }, at);
    const refused = { outcome: 'notEligible', codes: ['notListed'], due: false } as const;
    await temp.stores.renewals.record(two, { ...refused, codes: [...refused.codes] }, at);
    const file = join(temp.dir, 'renewal.csv');
    const { out } = await running().run('renewal', 'report', '--out', file);
    expect(out).toEqual([
      expect.stringContaining('example-2027') as string,
      '续转已于 2026-12-02 10:00 开放（cli）。',
      '已核对 2 家：',
      '  已邀请续转：1 家',
      '  不符合（不在核准名单内）：1 家',
      '还有 2 家没有核对到，系统在运行时会接着核对。',
      '  待企业确认：1 家，不在续转之列',
      '  已退回：1 家，不在续转之列',
      `4 家的明细已存到 ${file}。`,
    ]);
    const saved = (await readFile(file, 'utf8')).split('\r\n');
    expect(saved).toHaveLength(6);
    expect(saved[3]).toContain(',不符合,不在核准名单内,不在,7000000,2026');
    expect((await readSheetFile(file, await readFile(file))).ok).toBe(true);
    expect((await running().run('renewal', 'report', '--out', file)).err[0]).toContain('已经存在');
  });

  it('declares the list complete with --yes only', async () => {
    await running().run('renewal', 'open', '--yes');
    const of = { enrollmentId: idOf(3), packId: thisYear, uscc: idOf(3).slice(-18), nextPackId: nextYear };
    const waiting = { outcome: 'waitingForList', codes: ['list'], due: false } as const;
    await temp.stores.renewals.record(
      of,
      { ...waiting, codes: [...waiting.codes] },
      '2026-03-02T02:00:00.000Z',
    );
    expect((await running().run('renewal', 'list-complete')).out[0]).toContain('有 1 家在等名单');
    expect((await temp.stores.renewals.find(thisYear))?.listCompleteAt).toBeNull();
    expect((await running().run('renewal', 'list-complete', '--yes')).out[0]).toContain('重新核对 1 家');
    expect((await temp.stores.renewals.find(thisYear))?.listCompleteAt).not.toBeNull();
    expect((await cliWith().run('renewal', 'preview')).out).toContain('  不符合（不在核准名单内）：1 家');
    expect((await cliWith().run('renewal', 'report')).out.join()).not.toContain('等名单');
  });

  it.each(['preview', 'open', 'report', 'list-complete'])('%s says what a pack lacks', async (command) => {
    pair.pack.renewal = null;
    expect((await cliWith().run('renewal', command)).err[0]).toContain('没有写续转');
    pair = await packPair();
    if (pair.pack.renewal !== null) pair.pack.renewal.nextPack = 'example-2040';
    expect((await cliWith().run('renewal', command)).err[0]).toContain('pack check example-2040');
    pair = await packPair({ fictional: false });
    expect((await cliWith().run('renewal', command)).err[0]).toContain('pack check example-2027');
  });
});
