import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheetFile } from '../../activities/import/read-sheet.ts';
import { loadSampleUsccs } from '../../activities/import/sample-usccs.ts';
import demoFirm from '../../samples/demo-firm.json' with { type: 'json' };
import sampleFirms from '../../samples/firms.json' with { type: 'json' };
import { readFile } from 'node:fs/promises';
import { checkUscc } from '../../knowledge/firms/uscc.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { importFile } from './approved-list-file.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(async () => temp.dispose());

const sampleFile = (name: string): string => join(import.meta.dirname, '../../samples', name);
const importSample = async (name: string, mode: 'trial' | 'live' = 'trial') => {
  copyFileSync(sampleFile(name), join(temp.dir, name));
  const sampleUsccs = await loadSampleUsccs();
  return importFile(temp.stores, join(temp.dir, name), { mode, sampleUsccs });
};

describe('sample lists', () => {
  it('say in every name that the firm is fictional, and have valid codes', () => {
    for (const { name, uscc } of sampleFirms) {
      expect(name).toMatch(/示例|演示/u);
      expect(checkUscc(uscc)).toEqual({ ok: true });
    }
    expect(sampleFirms).toContainEqual({ uscc: demoFirm.uscc, name: demoFirm.name });
  });

  it('are the same list in three forms', async () => {
    expect(await importSample('approved-list-2022.xlsx')).toMatchObject({
      created: 30,
      listed: 24,
      issues: [],
      notices: [],
    });
    expect(await importSample('approved-list-2022.csv')).toMatchObject({ unchanged: 30, changed: 0 });
    expect(await importSample('approved-list-2022-gbk.csv')).toMatchObject({ unchanged: 30, changed: 0 });
    expect(await temp.stores.firms.findFirm(demoFirm.uscc)).toMatchObject({ listed: true, sample: true });
  });

  it('show every kind of mistake in the list with errors', async () => {
    const { issues, accepted, rejected } = await importSample('approved-list-with-errors.csv');
    expect({ accepted, rejected }).toEqual({ accepted: 7, rejected: 16 });
    expect(new Set(issues.map((i) => i.problem.code))).toEqual(
      new Set([
        'nameMissing',
        'usccMissing',
        'usccLength',
        'usccCharacter',
        'usccCheckCharacter',
        'usccIsNumber',
        'cityUnknown',
        'cityMissing',
        'valueNotANumber',
        'valueNegative',
        'valueInYuan',
        'cellIsError',
        'listedUnclear',
        'listedMissing',
        'duplicateDiffers',
        'duplicateDropped',
        'valueMissing',
        'phoneLooksWrong',
        'listedButValueOutside',
      ]),
    );
  });

  it('are refused in live mode', async () => {
    const report = await importSample('approved-list-2022.csv', 'live');
    expect(report).toMatchObject({ accepted: 0, rejected: 30, created: 0 });
    expect(await temp.stores.firms.findFirm(demoFirm.uscc)).toBeNull();
  });

  it('are what the script makes', async () => {
    const { cleanFirms } = await import('../../samples/sample-firms.ts');
    const sheet = await readSheetFile('a.xlsx', await readFile(sampleFile('approved-list-2022.xlsx')));
    expect(sheet.ok && sheet.table.rows.map((r) => r.cells[2])).toEqual(cleanFirms.map((f) => f.uscc));
  });
});
