import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importResults } from '../../activities/import/import-results.ts';
import { createEventApplier } from '../../activities/incoming-events/event-applier.ts';
import type { EventApplier } from '../../activities/incoming-events/event-applier.ts';
import { loadSampleUsccs } from '../../activities/import/sample-usccs.ts';
import { importFile } from '../import/approved-list-file.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import { packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const clock = { now: () => new Date('2026-03-02T02:00:00.000Z') };
let temp: TempStores;
let applier: EventApplier;

beforeEach(async () => {
  temp = await openTempStores();
  const { stores } = temp;
  await importFile(stores, await sample('approved-list-2022.csv'), {
    mode: 'trial',
    sampleUsccs: await loadSampleUsccs(),
  });
  const commands = createFakeCommands(stores, () => clock.now().toISOString());
  for (const { enrollmentId } of await stores.enrollments.waitingToStart(100))
    await commands.begin(enrollmentId);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  applier = createEventApplier({ stores, commands, clock, log });
});
afterEach(() => temp.dispose());

async function sample(name: string): Promise<string> {
  await copyFile(join(import.meta.dirname, '../../samples', name), join(temp.dir, name));
  return join(temp.dir, name);
}
async function take(file: string, dryRun = false) {
  const { stores } = temp;
  const report = await importResults({
    ...{ file, bytes: await readFile(file), packId, dryRun, stores, clock },
  });
  if (report.outcome === 'refused') throw new Error(report.problem.code);
  await applier.applyWaiting();
  return report;
}
const expected = (report: Awaited<ReturnType<typeof take>>): string[] =>
  report.taken.map((t) => t.expected.outcome);
const statuses = async (): Promise<Record<string, number>> => {
  const rows = await temp.stores.firms.listFirms({ packId }, { limit: 100 });
  const found: Record<string, number> = {};
  for (const { enrollment } of rows) {
    const status = enrollment?.officialStatus ?? 'none';
    found[status] = (found[status] ?? 0) + 1;
  }
  return found;
};

describe('a result list', () => {
  it('becomes events, each once, which are decided as those of another system are', async () => {
    const file = await sample('approval-results-2022.xlsx');
    const report = await take(file);
    expect(report).toMatchObject({ rowCount: 9, rejected: 0, issues: [], notices: [], rejectedFile: null });
    expect(expected(report)).toEqual(report.taken.map(() => 'applied'));
    const after = await statuses();
    expect(after).toMatchObject({ approved: 4, returned: 2, inForce: 1 });
    const stored = await temp.stores.incomingEvents.latest(100);
    expect(stored.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual(
      report.taken.map(() => 'import applied'),
    );

    const again = await take(file);
    expect(expected(again)).toEqual(again.taken.map(() => 'alreadyApplied'));
    expect(await statuses()).toEqual(after);
    expect(await temp.stores.incomingEvents.latest(100)).toHaveLength(9);
  });

  it('is only read in a dry run', async () => {
    const report = await take(await sample('approval-results-2022.xlsx'), true);
    expect({ ...report, taken: report.taken.length }).toMatchObject({ outcome: 'checked', taken: 9 });
    expect(await temp.stores.incomingEvents.latest(1)).toEqual([]);
  });

  it('shows every kind of mistake in the sample with errors, and takes the good rows', async () => {
    const report = await take(await sample('approval-results-with-errors.csv'));
    expect(report.issues.map(({ row, field, problem }) => `${row} ${field} ${problem.code}`)).toEqual([
      ...['2 uscc usccMissing', '3 uscc usccLength', '4 name nameDiffers', '5 uscc notPossible'],
      ...['6 result resultMissing', '7 result resultUnclear', '8 reason reasonMissing'],
      ...['9 date dateUnclear', '10 date dateInFuture', '11 uscc orderUnknown', '12 uscc orderUnknown'],
      '14 uscc duplicateDropped',
    ]);
    expect(expected(report)).toEqual(['applied', 'applied']);
    expect(report.rejected).toBe(11);
  });

  it('keeps rows with errors in a file that is taken once it is right', async () => {
    const file = join(temp.dir, 'results.csv');
    const [row] = await temp.stores.firms.listFirms({ packId, officialStatus: 'invited' }, { limit: 1 });
    const { uscc, name } = row?.firm ?? { uscc: '', name: '' };
    await writeFile(file, `企业名称,信用代码,结果,原因,日期\n${name},${uscc},退回,,2026-03-01\n`);
    const { rejectedFile } = await take(file);
    const rejected = await readFile(rejectedFile ?? '', 'utf8');
    expect(rejected).toContain('未导入的原因');
    expect(rejected).toContain('改为「已退回」要写明原因');
    await writeFile(rejectedFile ?? '', rejected.replace('退回,,', '退回,资料不全,'));
    expect(expected(await take(rejectedFile ?? ''))).toEqual(['applied']);
    expect(await temp.stores.enrollments.find(`${packId}/${uscc}`)).toMatchObject({
      officialStatus: 'returned',
      officialReason: '资料不全',
    });
  });

  it('may call a firm by a name that it had', async () => {
    const { firms } = temp.stores;
    const [row] = await firms.listFirms({ packId, officialStatus: 'invited' }, { limit: 1 });
    if (row === undefined) throw new Error('no firm is invited');
    const { uscc, name } = row.firm;
    await firms.upsertFirms(packId, [{ ...row.firm, name: '虚构锦程贸易有限公司' }], wanted);
    const file = join(temp.dir, 'results.csv');
    const list = (called: string) =>
      writeFile(file, `企业名称,信用代码,结果,日期\n${called},${uscc},审批通过,2026-03-01\n`);
    await list('虚构别家贸易有限公司');
    expect((await take(file, true)).issues.map(({ problem }) => problem.code)).toEqual(['nameDiffers']);
    for (const called of [name, '虚构锦程贸易有限公司']) {
      await list(called);
      expect(expected(await take(file, true))).toEqual(['applied']);
    }
  });

  it('judges a later row of the same firm by the earlier one, whatever their order', async () => {
    const [row] = await temp.stores.firms.listFirms({ packId, officialStatus: 'invited' }, { limit: 1 });
    const uscc = row?.firm.uscc ?? '';
    const file = join(temp.dir, 'results.csv');
    await writeFile(file, `信用代码,结果,日期\n${uscc},保单生效,2026-03-01\n${uscc},审批通过,2026-02-20\n`);
    expect(expected(await take(file, true))).toEqual(['applied', 'applied']);
    await take(file);
    expect((await temp.stores.enrollments.find(`${packId}/${uscc}`))?.officialStatus).toBe('inForce');
  });
});
