import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenewalOutcomeName, RenewalScope } from '../../activities/ports/renewals.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { fictionalFirm, fictionalUscc, wanted } from '../support/fictional-firms.ts';
import { nextYear, thisYear } from '../support/pack-pair.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
const at = '2026-12-01T01:00:00.000Z';
const scope: RenewalScope = { packId: thisYear, nextPackId: nextYear, statuses: ['inForce', 'approved'] };

beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  const statuses: OfficialStatus[] = ['inForce', 'approved', 'invited', 'inForce', 'renewalOpen', 'expired'];
  for (const [n, officialStatus] of statuses.entries()) {
    await stores.firms.upsertFirms(thisYear, [fictionalFirm(n)], wanted);
    const enrollment = await stores.enrollments.find(idOf(n));
    if (enrollment === null) throw new Error('not enrolled');
    await stores.enrollments.saveProjection({ ...enrollment, officialStatus, version: 2 }, []);
  }
});
afterEach(async () => temp.dispose());

const idOf = (n: number, packId = thisYear): string => `${packId}/${fictionalUscc(n)}`;
const record = (n: number, outcome: RenewalOutcomeName, codes: string[] = [], due = false): Promise<void> => {
  const of = { enrollmentId: idOf(n), packId: thisYear, uscc: fictionalUscc(n), nextPackId: nextYear };
  return stores.renewals.record(of, { outcome, codes, due }, at);
};
const due = async (): Promise<string[]> =>
  (await stores.renewals.due(scope, 10)).map(({ enrollmentId }) => enrollmentId);
const importNext = (...firms: ReturnType<typeof fictionalFirm>[]) =>
  stores.firms.upsertFirms(nextYear, firms, { ...wanted, renewsFrom: [thisYear] });

describe('a renewal', () => {
  it('is opened once', async () => {
    expect(await stores.renewals.find(thisYear)).toBeNull();
    const renewal = { packId: thisYear, nextPackId: nextYear, openedAt: at, openedBy: 'system' };
    expect(await stores.renewals.open(renewal)).toBe(true);
    expect(await stores.renewals.open({ ...renewal, openedBy: 'cli' })).toBe(false);
    expect(await stores.renewals.find(thisYear)).toEqual({ ...renewal, listCompleteAt: null });
  });

  it('is due for whoever renews and was not judged, with what the next list says', async () => {
    expect(await due()).toEqual([0, 1, 3].map((n) => idOf(n)));
    await importNext(fictionalFirm(0, { priorYearExportUsd: 900_000, exportYear: 2026 }));
    const [first, second] = await stores.renewals.due(scope, 2);
    expect(first).toMatchObject({
      ...{ uscc: fictionalUscc(0), name: fictionalFirm(0).name, officialStatus: 'inForce', outcome: null },
      listing: { listed: true, priorYearExportUsd: 900_000, exportYear: 2026 },
    });
    expect(second?.listing).toBeNull();
  });

  it('is not due again until the list changes, unless it was left unfinished', async () => {
    await record(0, 'waitingForList', ['list']);
    await record(1, 'notEligible', ['notListed']);
    await record(3, 'invited', [], true);
    expect(await due()).toEqual([idOf(3)]);
    await record(3, 'invited');
    expect(await stores.renewals.isDue(scope)).toBe(false);

    await importNext(fictionalFirm(0), fictionalFirm(3));
    expect(await due()).toEqual([idOf(0)]);
    await record(0, 'notEligible', ['valueAbove']);
    await importNext(fictionalFirm(0), fictionalFirm(3));
    expect(await due()).toEqual([]);
    await importNext(fictionalFirm(0, { priorYearExportUsd: 1 }));
    expect(await due()).toEqual([idOf(0)]);
  });

  it('judges again whoever waits once the list is complete', async () => {
    await stores.renewals.open({ packId: thisYear, nextPackId: nextYear, openedAt: at, openedBy: 'cli' });
    await record(0, 'waitingForList', ['list']);
    await record(1, 'notEligible', ['notListed']);
    await record(3, 'waitingForList', ['value']);
    await stores.renewals.declareListComplete(thisYear, at);
    expect(await due()).toEqual([idOf(0), idOf(3)]);
    expect((await stores.renewals.find(thisYear))?.listCompleteAt).toBe(at);
  });

  it('is counted by outcome and reason', async () => {
    await record(0, 'notEligible', ['valueAbove', 'notListed']);
    await record(1, 'notEligible', ['notListed']);
    await record(3, 'notEligible', ['notListed']);
    expect(await stores.renewals.counts(thisYear)).toEqual([
      { outcome: 'notEligible', codes: ['notListed'], count: 2 },
      { outcome: 'notEligible', codes: ['valueAbove', 'notListed'], count: 1 },
    ]);
    const page = await stores.renewals.candidates(scope, { afterUscc: fictionalUscc(0), limit: 1 });
    expect(page.map(({ uscc, codes }) => [uscc, codes])).toEqual([[fictionalUscc(1), ['notListed']]]);
  });
});

describe('an import of the next year’s list', () => {
  it('leaves who is insured to the renewal, and enrolls the others', async () => {
    const outcomes = await importNext(...[0, 1, 2, 4, 5, 9].map((n) => fictionalFirm(n)));
    expect(outcomes.map(({ leftToRenewal = false }) => leftToRenewal)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
    const enrolled = [0, 1, 2, 4, 5, 9].map((n) => stores.enrollments.find(idOf(n, nextYear)));
    const predecessors = (await Promise.all(enrolled)).map((one) => one && (one.predecessorId ?? 'none'));
    expect(predecessors).toEqual([null, null, 'none', idOf(4), 'none', 'none']);
  });

  it('does not mind a pack that nobody renews from', async () => {
    await stores.firms.upsertFirms(nextYear, [fictionalFirm(0)], wanted);
    expect((await stores.enrollments.find(idOf(0, nextYear)))?.predecessorId).toBeUndefined();
  });
});

describe('enroll', () => {
  it('makes an enrollment that waits and knows its predecessor, once', async () => {
    await stores.enrollments.enroll(nextYear, fictionalUscc(0), wanted, idOf(0));
    await stores.enrollments.enroll(nextYear, fictionalUscc(0), { ...wanted, trial: true }, 'another');
    const enrolled = await stores.enrollments.find(idOf(0, nextYear));
    expect(enrolled).toMatchObject({ predecessorId: idOf(0), trial: false, city: '淮安', version: 0 });
    expect((await stores.enrollments.waitingToStart(10)).map((e) => e.enrollmentId)).toEqual([
      idOf(0, nextYear),
    ]);
    expect(await stores.enrollments.packIds()).toEqual([thisYear, nextYear]);
  });
});
