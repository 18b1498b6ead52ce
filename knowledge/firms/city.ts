/**
 * The city of `cities` that is meant, in the form of `cities`, or null. Accepts it with and without 市, after the
 * province's name, and followed by a district (淮安市清江浦区); 淮安区 alone is a district and stays unknown.
 */
export function matchCity(given: string, cities: string[], provinceAliases: string[] = []): string | null {
  let text = given.normalize('NFKC').replace(/\s/gu, '');
  const longestFirst = [...provinceAliases].sort((a, b) => b.length - a.length);
  const province = longestFirst.find((p) => text.startsWith(p) && text.length > p.length);
  if (province !== undefined) text = text.slice(province.length);
  for (const city of cities) {
    const short = city.replace(/市$/u, '');
    if (text === short || text.startsWith(`${short}市`)) return city;
  }
  return null;
}

/** All of `given` as their packs write them, each once, in the order of the packs; or the first that no pack has. */
export function matchCities(
  given: readonly string[],
  packs: readonly { cities: string[]; province: string; provinceAliases: string[] }[],
): { ok: true; cities: string[] } | { ok: false; unknown: string } {
  const matched = new Set<string>();
  for (const city of given) {
    const found = packs
      .map((pack) => matchCity(city, pack.cities, [pack.province, ...pack.provinceAliases]))
      .find((name) => name !== null);
    if (found == null) return { ok: false, unknown: city };
    matched.add(found);
  }
  const all = new Set(packs.flatMap(({ cities }) => cities));
  return { ok: true, cities: [...all].filter((city) => matched.has(city)) };
}
