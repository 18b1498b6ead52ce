import type { PolicyPack } from '../packs/schema.ts';
import { escapePattern } from './literals.ts';
import { inTransit, otherYear, placeSources, relativeYears, ruled, yearsInDigits } from './places.ts';
import type { PolicyAnswerer } from './types.ts';

/** A pack that is served, with its answerer, built when it is first asked. */
export interface ServedPack {
  pack: PolicyPack;
  answerer: () => PolicyAnswerer;
}

interface Chosen {
  served: ServedPack;
  /** The question names the pack's place or year. */
  named: boolean;
  /** The question as it is to be judged, its place and year being settled; null where it stays as it is. */
  read: string | null;
}

/** Chooses by place and year; `current` is the pack that the talk is about. Takes a normalised question. */
export function createPackChooser(
  defaultPack: ServedPack,
  others: readonly ServedPack[],
): (plain: string, current?: ServedPack) => Chosen {
  const all = [defaultPack, ...others];
  const byPlace = new Map<string, ServedPack[]>();
  const byArea = new Map<string, ServedPack[]>();
  for (const served of all) {
    for (const name of placeNames(served.pack)) byPlace.set(name, [...(byPlace.get(name) ?? []), served]);
    const area = areaOf(served.pack);
    byArea.set(area, [...(byArea.get(area) ?? []), served]);
  }
  // Longer names first: a city must not be taken for a province whose name it begins with.
  const names = [...byPlace.keys()].sort((a, b) => b.length - a.length);
  const anyPlace = new RegExp(names.map(placePattern).join('|'), 'g');
  const lead = leadOf(names);

  return (said, current = defaultPack) => {
    const plain = yearsInDigits(said);
    const places = [...plain.matchAll(anyPlace)].map(([name]) => mostLocal(byPlace.get(name) ?? []));
    const namedPlace = places.find((packs) => !packs.includes(defaultPack)) ?? places[0];
    const base = namedPlace === undefined ? current : ofPlace(namedPlace, defaultPack, current);
    const found = ofYear(plain, base, byArea.get(areaOf(base.pack)) ?? []);
    const served = found?.served ?? base;
    const named = namedPlace !== undefined || found !== null || namesYear(plain, served.pack.policyYear);
    const dated = found?.read ?? plain;
    // Of two places the answerer must see both: one of them is not its own.
    const read = places.length > 1 ? dated : withoutLead(dated, lead, served);
    return { served, named, read: read === said ? null : read };
  };
}

/** The pack of the year that is asked for, among those of the same place; null when none is, or it is the base's own. */
function ofYear(
  plain: string,
  base: ServedPack,
  sameArea: readonly ServedPack[],
): { served: ServedPack; read: string | null } | null {
  const of = (year: number): ServedPack | undefined => sameArea.find(({ pack }) => pack.policyYear === year);
  const year = otherYear(plain, base.pack);
  if (year !== null) {
    const served = of(year);
    return served === undefined ? null : { served, read: null };
  }
  for (const { by, pattern } of relative) {
    const served = pattern.test(plain) ? of(base.pack.policyYear + by) : undefined;
    if (served !== undefined)
      return { served, read: plain.replace(yearWord, `${served.pack.policyYear}年度`) };
  }
  return null;
}

/** 2022, 22年. */
const namesYear = (plain: string, year: number): boolean =>
  plain.includes(String(year)) || new RegExp(`(?<!\\d)${year % 100}年`).test(plain);

const relative = relativeYears.map(({ by, source }) => ({ by, pattern: new RegExp(source) }));
const yearWord = /明年度?|下一?年度?|新一年度|来年|去年度?|上一?年度?|\b(?:next|last) year(?:'s)?/g;

/** Named outright a place means the default pack where it is of that place, then the one talked about, then the latest. */
const ofPlace = (packs: readonly ServedPack[], defaultPack: ServedPack, current: ServedPack): ServedPack =>
  [defaultPack, current].find((served) => packs.includes(served)) ?? latest(packs);

/** A city's own programme before its province's. */
const mostLocal = (packs: readonly ServedPack[]): readonly ServedPack[] => {
  const ofCity = packs.filter(({ pack }) => pack.city !== null);
  return ofCity.length > 0 ? ofCity : packs;
};

const latest = (packs: readonly ServedPack[]): ServedPack =>
  packs.reduce((best, one) => (one.pack.policyYear > best.pack.policyYear ? one : best));

const areaOf = ({ province, city }: PolicyPack): string => `${province}/${city ?? ''}`;

const placeNames = (pack: PolicyPack): Set<string> =>
  new Set(
    pack.city === null
      ? placeSources(pack).own.flatMap((names) => names.split('|'))
      : [pack.city, pack.city.replace(/市$/, '')],
  );

/** 江苏省2022年度的 before a matter: it settles the pack, and says nothing more of the matter. */
const leadOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `^(?:请问|想问一?下|那么?)?[,，]?(?:(${names.map(escapePattern).join('|')})[省市]?)?的?(?:((?:20)?\\d\\d)年度?)?的?(?=${ruled}|截止|(?:怎么|如何)(?:投保|参保|办理|申请))`,
  );

/** Stays as it is where the lead names a year that the pack is not of. */
function withoutLead(plain: string, lead: RegExp, { pack }: ServedPack): string {
  const found = lead.exec(plain);
  if (found === null || otherYear(plain, pack) !== null) return plain;
  const [whole, place, yearSaid] = found;
  if (place === undefined && yearSaid === undefined) return plain;
  const year = yearSaid === undefined ? pack.policyYear : Number(yearSaid);
  return year % 100 === pack.policyYear % 100 ? plain.slice(whole.length) : plain;
}

/** Goods only pass through a port; a name in Latin letters is a word of its own. */
const placePattern = (name: string): string =>
  /^[a-z]/.test(name) ? `(?<![a-z])${escapePattern(name)}(?![a-z])` : `${escapePattern(name)}${inTransit}`;
