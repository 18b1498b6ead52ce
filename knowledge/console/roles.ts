/** What an account of the console may do; each may also do what the ones before it may. */
export const consoleRoles = ['viewer', 'operator', 'admin'] as const;
export type ConsoleRole = (typeof consoleRoles)[number];

/** `nobody`: open to whoever is not signed in. */
export type LeastRole = ConsoleRole | 'nobody';

const rankOf = (role: LeastRole): number => (role === 'nobody' ? -1 : consoleRoles.indexOf(role));

/** Null: not signed in. */
export const mayAs = (role: ConsoleRole | null, least: LeastRole): boolean =>
  rankOf(role ?? 'nobody') >= rankOf(least);

/** An office's account sees the firms of its own cities; null: of all. */
export const seesCity = (cities: readonly string[] | null, city: string): boolean =>
  cities === null || cities.includes(city);
