import type { PolicyPack } from '../packs/schema.ts';
import { normalize } from './text/normalize.ts';
import type { PolicyAnswerer } from './types.ts';

/** A pack that is served, with its answerer, built when it is first asked. */
interface ServedPack {
  pack: PolicyPack;
  answerer: () => PolicyAnswerer;
}

/**
 * Answers from the pack that a question names by its place or year, or else from the default one. Where none that is
 * served fits, the default pack's answerer says that it does not know that place or year.
 */
export function createPackRouter(defaultPack: ServedPack, others: readonly ServedPack[]): PolicyAnswerer {
  const choose = createChooser(defaultPack, others);
  return {
    ask: (question, ...rest) =>
      choose(normalize(question))
        .answerer()
        .ask(question, ...rest),
    answerTopic: (...asked) => defaultPack.answerer().answerTopic(...asked),
  };
}

function createChooser(
  defaultPack: ServedPack,
  others: readonly ServedPack[],
): (plain: string) => ServedPack {
  const all = [defaultPack, ...others];
  const byPlace = new Map<string, ServedPack[]>();
  for (const served of all) {
    for (const place of [...served.pack.provinceAliases, ...served.pack.cities]) {
      const name = place.toLowerCase();
      byPlace.set(name, [...(byPlace.get(name) ?? []), served]);
    }
  }
  // Longer names first: a city must not be taken for a province whose name it begins with.
  const names = [...byPlace.keys()].sort((a, b) => b.length - a.length);
  const anyPlace = new RegExp(names.map(escapePattern).join('|'), 'g');

  return (plain) => {
    const places = [...plain.matchAll(anyPlace)].map(([name]) => byPlace.get(name) ?? []);
    const named = places.find((packs) => !packs.includes(defaultPack)) ?? places[0];
    const ofPlace = named ?? all.filter(({ pack }) => pack.province === defaultPack.pack.province);
    // The default pack's base year is what its firms exported in, not the year of another pack.
    const years = [...plain.matchAll(/(?<!\d)20\d\d(?!\d)/g)]
      .map(([year]) => Number(year))
      .filter((year) => year !== defaultPack.pack.eligibility.baseYear);
    const ofYear = ofPlace.filter(({ pack }) => years.includes(pack.policyYear));
    if (ofYear.length > 0) return latest(ofYear);
    return ofPlace.includes(defaultPack) ? defaultPack : latest(ofPlace);
  };
}

const latest = (packs: readonly ServedPack[]): ServedPack =>
  packs.reduce((best, one) => (one.pack.policyYear > best.pack.policyYear ? one : best));

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
