import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../../activities/import/undo-import.ts';
import type { UndoPorts } from '../../activities/import/undo-import.ts';
import type { Firm } from '../../activities/ports/store.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import type { FakeCommands } from '../support/fake-commands.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let commands: FakeCommands;
beforeEach(async () => {
  temp = await openTempStores();
  commands = createFakeCommands(temp.stores, () => new Date().toISOString());
});
afterEach(async () => temp.dispose());

const importId = 'import-of-this-test';
const idOf = (n: number): string => `${packId}/${fictionalUscc(n)}`;
const doImport = async (firms: Firm[]): Promise<void> => {
  const begun = { id: importId, packId, by: 'cli', fileName: '名单.xlsx', fileHash: '0', cities: ['南京'] };
  await temp.stores.firmImports.begin({ ...begun, rowCount: 1, accepted: 1, rejected: 0 });
  await temp.stores.firms.upsertFirms(packId, firms, wanted, importId);
  for (const { enrollmentId } of await temp.stores.enrollments.waitingToStart(1_000)) {
    await commands.begin(enrollmentId);
    await temp.stores.enrollments.markStarted([enrollmentId]);
  }
};
const undo = async (
  own: string[] | null = null,
  withdraw: UndoPorts['commands']['withdraw'] = (i) => commands.withdraw(i),
): Promise<void> => undoImport({ stores: temp.stores, commands: { withdraw } }, importId, own);
const left = async (): Promise<string[]> => {
  const rows = await temp.stores.firms.listFirms({ packId }, { limit: 1_000 });
  return rows.map(({ firm }) => firm.uscc);
};
const step = async (n: number): Promise<void> => {
  const by = { enrollmentId: idOf(n), eventId: `e${n}`, source: 'staff', actor: 'staff-1' } as const;
  await commands.reportStep({ ...by, step: 'realNameVerified' });
};

describe('undoing an import', () => {
  it('ends the workflows of firms that nothing happened to, and removes them', async () => {
    await doImport([fictionalFirm(1), fictionalFirm(2), fictionalFirm(3)]);
    await step(2);
    await undo();
    expect(await left()).toEqual([fictionalUscc(2)]);
    expect([...new Set(commands.withdrawn)]).toEqual([idOf(1), idOf(3)]);
    expect(await temp.stores.firmImports.find(importId)).toMatchObject({ undone: 2 });
    await undo();
    expect(await left()).toEqual([fictionalUscc(2)]);
    expect(await temp.stores.firmImports.find(importId)).toMatchObject({ undone: 2 });
  });

  it('gives former values back without ending a workflow that was there before', async () => {
    await temp.stores.firms.upsertFirms(packId, [fictionalFirm(1)], wanted);
    await doImport([fictionalFirm(1, { name: '改名公司' })]);
    await undo();
    expect(await temp.stores.firms.findFirm(fictionalUscc(1))).toEqual(fictionalFirm(1));
    expect(commands.withdrawn).toEqual([]);
    expect(await temp.stores.enrollments.find(idOf(1))).not.toBeNull();
  });

  it('keeps a firm that something happens to while workflows are ended, and has it started again', async () => {
    await doImport([fictionalFirm(1), fictionalFirm(2)]);
    await undo(null, async ({ enrollmentId }) => {
      if (enrollmentId === idOf(1)) await step(1);
    });
    expect(await left()).toEqual([fictionalUscc(1)]);
    const waiting = await temp.stores.enrollments.waitingToStart(10);
    expect(waiting.map(({ enrollmentId }) => enrollmentId)).toEqual([idOf(1)]);
  });

  it('removes nothing where the workflows cannot be ended, and goes on when asked again', async () => {
    await doImport([fictionalFirm(1), fictionalFirm(2)]);
    commands.unavailable = 'unreachable';
    await expect(undo()).rejects.toThrow('unreachable');
    expect(await left()).toHaveLength(2);
    // Some of them may have been ended: the starter looks after all.
    expect(await temp.stores.enrollments.countWaiting()).toBe(2);
    commands.unavailable = null;
    await undo();
    expect(await left()).toEqual([]);
  });

  it('completes what was cut off after workflows were ended', async () => {
    await doImport([fictionalFirm(1)]);
    await temp.stores.importChanges.markClosing(importId, [fictionalUscc(1)]);
    await undo();
    expect(await left()).toEqual([]);
  });

  it('leaves firms of other cities alone', async () => {
    await doImport([fictionalFirm(1), fictionalFirm(2)]);
    await undo(['南京']);
    expect(await left()).toEqual([fictionalUscc(2)]);
    expect(commands.withdrawn).not.toContain(idOf(2));
  });

  it('goes through more than a page', async () => {
    await temp.stores.firms.upsertFirms(packId, [fictionalFirm(9_999)], wanted);
    await doImport(Array.from({ length: 450 }, (_, n) => fictionalFirm(n + 1)));
    await undo();
    expect(await left()).toEqual([fictionalUscc(9_999)]);
  });
});
