import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPredecessor } from '../../activities/renewal/find-predecessor.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { fictionalFirm, fictionalUscc, wanted } from '../support/fictional-firms.ts';
import { nextYear, packPair, thisYear } from '../support/pack-pair.ts';
import { idOf } from '../support/renewal-office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  office.ports.loadPack = (await packPair()).load;
  await office.temp.stores.firms.upsertFirms(thisYear, [fictionalFirm(1)], wanted);
  await office.temp.stores.firms.upsertFirms(nextYear, [fictionalFirm(1), fictionalFirm(2)], wanted);
});
afterEach(async () => office.dispose());

const ofFirm = (n: number, packId = nextYear) =>
  findPredecessor(office.ports, { packId, uscc: fictionalUscc(n) });

it.each<[OfficialStatus, boolean]>([
  ['renewalOpen', true],
  ['invited', false],
  ['approved', false],
  ['inForce', false],
  ['underReview', false],
  ['renewed', false],
  ['terminated', false],
])('the enrollment of the year before that is %s: found %s', async (officialStatus, isFound) => {
  const { enrollments } = office.temp.stores;
  const before = await enrollments.find(idOf(1));
  if (before === null) throw new Error('not enrolled');
  await enrollments.saveProjection({ ...before, officialStatus, version: 2 }, []);
  expect(await ofFirm(1)).toBe(isFound ? idOf(1) : null);
  // Nothing renews into this year's, and another firm has none.
  expect([await ofFirm(1, thisYear), await ofFirm(2)]).toEqual([null, null]);
});
