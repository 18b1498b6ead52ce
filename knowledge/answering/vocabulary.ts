import type { PolicyPack } from '../packs/schema.ts';
import { askingConcepts } from './concepts/asking.ts';
import { coverConcepts } from './concepts/cover.ts';
import { enrollingConcepts } from './concepts/enrolling.ts';
import { foreignConcepts } from './concepts/foreign.ts';
import { linkConcepts } from './concepts/links.ts';
import { createWordFinder, escapePattern, splitSources, wordBorders } from './literals.ts';
import { nextYearSources, otherYear, placeSources } from './places.ts';
import { firstAmount } from './text/numerals.ts';
import type { Segment } from './types.ts';

/** Finds the concepts that a normalised text holds. */
export type FindConcepts = (text: string) => Set<string>;

const general: Record<string, string[]> = {
  ...askingConcepts,
  ...enrollingConcepts,
  ...coverConcepts,
  ...foreignConcepts,
  ...linkConcepts,
};

/** Concepts that are computed from the pack, beside those with fixed words. */
const packConceptNames = [
  'otherPlace',
  'ownPlace',
  'ownPlaceBuyer',
  'otherYear',
  'staffName',
  'appName',
  'lossAboveCap',
  'lossBelowCap',
] as const;

export const conceptNames: readonly string[] = [...Object.keys(general), ...packConceptNames];

const anyOf = (sources: readonly string[]): RegExp =>
  new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'));

export function createConceptFinder(pack: PolicyPack, segment: Segment): FindConcepts {
  const places = placeSources(pack);
  const own = places.own.join('|');
  const fixed: Record<string, string[]> = {
    ...general,
    otherPlace: places.other,
    ownPlace: places.own,
    ownPlaceBuyer: [`(?:${own}).{0,4}(?:客户|买家|公司|厂).{0,6}(?:货款|不付|欠|拖|卖)`],
    staffName: pack.contacts.operation.map((contact) => escapePattern(contact.name.toLowerCase())),
    appName: pack.app === null ? [] : [escapePattern(pack.app.name.toLowerCase())],
  };
  const split = Object.entries(fixed).map(([name, sources]) => [name, splitSources(sources)] as const);
  const findWords = createWordFinder(split.map(([name, { words }]) => [name, words] as const));
  const patterns = split
    .filter(([, sources]) => sources.patterns.length > 0)
    .map(([name, sources]) => [name, anyOf(sources.patterns)] as const);
  const nextYear = anyOf(nextYearSources);
  const ratio = (pack.payout.ratioPercent ?? 100) / 100;
  return (text) => {
    const found = new Set<string>();
    findWords(text, found, wordBorders(segment(text)));
    for (const [name, pattern] of patterns) if (!found.has(name) && pattern.test(text)) found.add(name);
    if (nextYear.test(text) || otherYear(text, pack) !== null) found.add('otherYear');
    const amount = found.has('money') ? firstAmount(text) : null;
    if (
      amount !== null &&
      pack.cap.amount !== null &&
      (found.has('lossEvent') || found.has('nonPayment') || found.has('payOut'))
    ) {
      found.add(amount * ratio > pack.cap.amount ? 'lossAboveCap' : 'lossBelowCap');
    }
    return found;
  };
}
