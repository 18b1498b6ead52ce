import type { CampaignFilter } from './filter.ts';

/** The same firms, but of these cities only; `own` null: whoever asks sees all. A city of others leaves nobody. */
export function withinCities(filter: CampaignFilter, own: readonly string[] | null): CampaignFilter {
  if (own === null) return filter;
  const { city, ...rest } = filter;
  if (city === undefined) return { ...rest, cities: own };
  return own.includes(city) ? filter : { ...rest, cities: [] };
}

/**
 * Whether all firms of a campaign are of these cities, so that who sees these alone may know of it and steer it. What it does
 * says more than one's own: one for all cities is not theirs to stop, and its numbers tell of others.
 */
export function isWithinCities({ city, cities }: CampaignFilter, own: readonly string[] | null): boolean {
  if (own === null) return true;
  const meant = city === undefined ? cities : [city];
  return meant !== undefined && meant.every((one) => own.includes(one));
}
