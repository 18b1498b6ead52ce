import type { PolicyPack } from '../../packs/schema.ts';
import { placeSources } from '../places.ts';

/** A calendar year of this century that is not part of a longer figure or an amount. */
const calendarYear = /(?<![\d.])20[1-3]\d(?![\d.%]|万|美|元|个|单|天|家|人|台|票| ?usd| ?dollar)年?度?/g;
const shortYear =
  /(?<![\d.])([12]\d)年(?=度|的|政策|统保|出口|我|公司|全年|总|报关|那|一共|做了|小微|标准|[,，]|$)度?/g;

/**
 * Says places and years as they stand to the pack: its own province and cities become 本地, other ones 外省, its base
 * year 去年, its policy year 今年, others 某年. So what was learnt about one programme holds for another.
 */
export function createRelativeText(pack: PolicyPack): (text: string) => string {
  const places = placeSources(pack);
  const own = new RegExp(`(?:${places.own.join('|')})(?:省|市|县|区)?`, 'g');
  const other = new RegExp(`(?:${places.other.join('|')})(?:省|市)?`, 'g');
  const relativeYear = (year: number): string =>
    year === pack.eligibility.baseYear ? '去年' : year === pack.policyYear ? '今年' : '某年';
  return (text) =>
    text
      .replace(calendarYear, (found) => relativeYear(Number(found.slice(0, 4))))
      .replace(shortYear, (_, digits: string) => relativeYear(2000 + Number(digits)))
      .replace(other, '外省')
      .replace(own, '本地');
}
