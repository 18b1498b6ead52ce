import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openModeStores } from '../../cli/open-mode-stores.ts';
import { fictionalFirm } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(async () => temp.dispose());

const holding = async (sample: boolean): Promise<void> => {
  const cadence = {
    firstAfterWorkingDays: 2,
    everyWorkingDays: 3,
    maxReminders: 5,
    sendAt: '09:30',
    timeZone: 'Asia/Shanghai',
  } as const;
  await temp.stores.firms.upsertFirms('jiangsu-2022', [{ ...fictionalFirm(2), sample }], {
    trial: sample,
    invitedAt: '2026-03-02T02:00:00.000Z',
    cadence,
  });
};

describe('a database that DATABASE_URL names', () => {
  it.each([
    ['live', true],
    ['trial', false],
  ] as const)('is refused in %s mode when its firms are of the other mode', async (mode, sample) => {
    await holding(sample);
    await expect(openModeStores({ mode, databaseUrl: temp.url })).rejects.toMatchObject({
      name: 'UserError',
      zh: expect.stringContaining('DATABASE_URL') as string,
    });
  });

  it.each([
    ['live', false],
    ['trial', true],
  ] as const)('is opened in %s mode with firms of its own', async (mode, sample) => {
    const databaseUrl = temp.url;
    await (await openModeStores({ mode, databaseUrl })).close();
    await holding(sample);
    await (await openModeStores({ mode, databaseUrl })).close();
  });
});
