import { describe, expect, it } from 'vitest';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import { isMeant } from '../../knowledge/campaigns/meant.ts';
import { isWithinCities, withinCities } from '../../knowledge/campaigns/scope.ts';
import { candidate } from './candidate-of.ts';

const now = '2026-11-18T02:00:00.000Z';
const cases: [CampaignFilter, string[] | null, CampaignFilter][] = [
  [{ city: '淮安' }, null, { city: '淮安' }],
  [{}, ['淮安', '南京'], { cities: ['淮安', '南京'] }],
  [{ city: '淮安' }, ['淮安', '南京'], { city: '淮安' }],
  [{ city: '苏州', neverReached: true }, ['淮安'], { neverReached: true, cities: [] }],
  [{}, [], { cities: [] }],
];

describe('the cities of a campaign', () => {
  it.each(cases)('%j for %j becomes %j', (filter, own, expected) => {
    expect(withinCities(filter, own)).toEqual(expected);
    expect(isWithinCities(withinCities(filter, own), own)).toBe(true);
  });

  it.each<[CampaignFilter, string[] | null, boolean]>([
    [{}, null, true],
    [{}, ['淮安'], false],
    [{ uscc: '91320899MA0000001X' }, ['淮安'], false],
    [{ city: '淮安' }, ['淮安'], true],
    [{ city: '南京' }, ['淮安'], false],
    [{ cities: ['淮安', '南京'] }, ['淮安'], false],
    [{ cities: ['淮安'] }, ['南京', '淮安'], true],
  ])('%j is known to who sees %j: %s', (filter, own, known) => {
    expect(isWithinCities(filter, own)).toBe(known);
  });

  it('decide which firms are meant', () => {
    expect(isMeant({ cities: ['淮安', '南京'] }, candidate(), now)).toBe(true);
    expect(isMeant({ cities: ['南京'] }, candidate(), now)).toBe(false);
    expect(isMeant({ cities: [] }, candidate(), now)).toBe(false);
  });
});
