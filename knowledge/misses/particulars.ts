import { placeSources } from '../answering/places.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { Particulars } from './grouping.ts';

/** Places that a question names: the same words about another place are another question. */
export function createParticulars(pack: PolicyPack): Particulars {
  const { other, own } = placeSources(pack);
  const places = new RegExp([...other, ...own].join('|'), 'gi');
  return (text) =>
    [...text.toLowerCase().matchAll(places)]
      .map(([found]) => found)
      .sort()
      .join();
}
