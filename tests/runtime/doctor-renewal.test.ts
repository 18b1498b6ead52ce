import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRenewal } from '../../cli/doctor/renewal-check.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { createTestCli } from '../support/cli-context.ts';
import { nextYear, packPair, thisYear } from '../support/pack-pair.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(async () => temp.dispose());

async function said(day: string, nextPack: string | null = nextYear): Promise<string[]> {
  const { pack, load } = await packPair();
  if (nextPack === null) pack.renewal = null;
  else if (pack.renewal !== null) pack.renewal.nextPack = nextPack;
  const loadPack = (id: string) => load(id === 'jiangsu-2022' ? thisYear : id);
  const { context } = createTestCli(temp.stores, temp.dir, { loadPack });
  const found = await checkRenewal(context, () => new Date(`${day}T02:00:00.000Z`));
  return found.map(({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`);
}

describe('doctor, of the renewal', () => {
  it('says whether its pack is there, and what is to be done', async () => {
    expect(await said('2026-11-01', null)).toEqual([]);
    expect((await said('2026-11-01'))[0]).toMatch(/^✓ 续转 2026-12-01 开放/);
    expect((await said('2026-11-01', 'example-2040'))[0]).toMatch(/^! .*pack check example-2040/);
    expect((await said('2027-02-01'))[0]).toMatch(/^! .*renewal open/);
    const openedAt = '2026-12-01T01:00:00.000Z';
    await temp.stores.renewals.open({ packId: thisYear, nextPackId: nextYear, openedAt, openedBy: 'system' });
    expect((await said('2027-02-01'))[0]).toMatch(/^✓ .*已开放/);
  });
});
