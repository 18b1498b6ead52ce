import type { LooksAfter } from '../../activities/ports/store.ts';

/** Whether a member of staff looks after a firm: named for it, else by its city, else as one of those of no city. */
export function isLookedAfter(
  { cities, otherCities, named, namedToOthers }: LooksAfter,
  { uscc, city }: { uscc: string; city: string },
): boolean {
  if (named.includes(uscc)) return true;
  if (namedToOthers.includes(uscc)) return false;
  return cities === null ? !otherCities.includes(city) : cities.includes(city);
}
