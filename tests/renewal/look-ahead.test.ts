import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAhead } from '../../activities/look-ahead.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { fictionalFirm, wanted } from '../support/fictional-firms.ts';
import { nextYear, packPair, thisYear } from '../support/pack-pair.ts';
import { idOf } from '../support/renewal-office.ts';

let office: Office;
let pack: PolicyPack;
let woken: string[];

beforeEach(async () => {
  woken = [];
  const commands: Partial<EnrollmentCommands> = { wakeRenewal: async (id) => void woken.push(id) };
  office = await openOffice(commands as EnrollmentCommands);
  const pair = await packPair();
  pack = pair.pack;
  office.ports.loadPack = pair.load;
  const { firms, enrollments } = office.temp.stores;
  await firms.upsertFirms(thisYear, [fictionalFirm(1)], wanted);
  const enrollment = await enrollments.find(idOf(1));
  if (enrollment === null) throw new Error('not enrolled');
  await enrollments.saveProjection({ ...enrollment, officialStatus: 'inForce', version: 2 }, []);
});
afterEach(async () => office.dispose());

/** What the morning of a day tells staff, but for the calendar's own. */
async function on(day: string): Promise<string[]> {
  office.ports.clock = { now: () => new Date(`${day}T01:00:00.000Z`) };
  const keys = (await lookAhead(office.ports)).map(({ key }) => key);
  return keys.filter((key) => !key.startsWith('calendar/'));
}

describe('the look ahead of every morning', () => {
  it('says nothing while all is there, and opens the renewal on its day, once', async () => {
    expect(await on('2026-11-30')).toEqual([]);
    expect(await office.ports.stores.renewals.find(thisYear)).toBeNull();
    expect(await on('2026-12-01')).toEqual([]);
    expect(await office.ports.stores.renewals.find(thisYear)).toMatchObject({
      nextPackId: nextYear,
      openedBy: 'system',
    });
    expect(woken).toEqual([thisYear]);
  });

  it('opens late what was missed while nothing ran, but not out of season', async () => {
    expect(await on('2027-01-01')).toEqual([`renewalMissed/${thisYear}/2026-W53`]);
    expect(await office.ports.stores.renewals.find(thisYear)).toBeNull();
    await on('2026-12-31');
    expect(await office.ports.stores.renewals.find(thisYear)).not.toBeNull();
  });

  it('wakes an open renewal for as long as firms are to be judged', async () => {
    await on('2026-12-01');
    await on('2026-12-02');
    const of = { enrollmentId: idOf(1), packId: thisYear, uscc: idOf(1).slice(-18), nextPackId: nextYear };
    const at = '2026-12-02T01:00:00.000Z';
    await office.ports.stores.renewals.record(of, { outcome: 'invited', codes: [], due: false }, at);
    await on('2026-12-03');
    expect(woken).toEqual([thisYear, thisYear]);
  });

  it('tells staff from two weeks ahead that the next pack is missing, once a week', async () => {
    if (pack.renewal !== null) pack.renewal.nextPack = 'example-2040';
    expect(await on('2026-11-16')).toEqual([]);
    expect(await on('2026-11-17')).toEqual([`nextPackMissing/${thisYear}/2026-W47`]);
    expect(await on('2026-11-22')).toEqual([`nextPackMissing/${thisYear}/2026-W47`]);
    expect(await on('2026-12-02')).toEqual([`nextPackMissing/${thisYear}/2026-W49`]);
    expect(await office.ports.stores.renewals.find(thisYear)).toBeNull();
  });

  it('tells staff of a year without a calendar', async () => {
    office.ports.clock = { now: () => new Date('2099-12-07T01:00:00.000Z') };
    pack.renewal = null;
    expect(await lookAhead(office.ports)).toEqual([
      { key: 'calendar/2099/2099-W50', data: { about: 'calendarUnknown', year: 2099 } },
    ]);
  });

  it('goes on past a pack that cannot be read', async () => {
    office.ports.loadPack = async (id) => {
      const { load } = await packPair();
      return load(`${id}-gone`);
    };
    expect(await on('2026-12-01')).toEqual([]);
  });
});
