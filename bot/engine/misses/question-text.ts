import type { Stores } from '../../../activities/ports/store.ts';
import { formOf } from '../../../knowledge/misses/gist.ts';
import { overlap } from '../../../knowledge/misses/overlap.ts';
import { namesOfFirm, withoutPersonalData } from '../../../knowledge/misses/personal-data.ts';
import type { KnownNames } from '../../../knowledge/misses/personal-data.ts';
import { marks } from '../../../knowledge/misses/personal-patterns.ts';
import type { Alike } from '../../../knowledge/misses/types.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import { knownNames } from '../known-names.ts';

/** Where no language model is given. */
export const alikeByWords: Alike = (left, right) => overlap(formOf(left), formOf(right));

/** Names that no stored question may hold. */
export async function namesToHide(
  questions: Pick<Stores['questions'], 'knownNames'>,
  pack: PolicyPack,
): Promise<KnownNames> {
  const known = await questions.knownNames();
  const places = [pack.province, ...pack.provinceAliases];
  const firms = new Set(
    known.flatMap(({ firm, city }) => {
      const province = places.find((place) => firm.startsWith(place)) ?? '';
      return namesOfFirm(firm, city, province);
    }),
  );
  return {
    firms: [...firms].sort((a, b) => b.length - a.length),
    people: [...new Set(known.flatMap(({ contact }) => (contact === null ? [] : [contact.trim()])))],
    public: knownNames(pack),
  };
}

/** Whether a text says who somebody is: a firm, one of its people, a credit code or an identity number. */
export function namesSomebody(text: string, names: KnownNames): boolean {
  const masked = withoutPersonalData(text, names, { of: 'answer' });
  const { firm, person, code, number } = marks;
  const timesIn = (said: string, mark: string): number => said.split(mark).length;
  // Staff may quote a mark of the question: only those that are new here stand for somebody.
  return [firm, person, code, number].some((mark) => timesIn(masked, mark) > timesIn(text, mark));
}
