import type { PolicyPack } from '../../packs/schema.ts';
import { escapePattern } from '../literals.ts';
import { placeSources } from '../places.ts';

/** With these the insurer itself is asked about, not its programme. */
const insurerMeant = /电话|号码|地址|官网|股|成立|招聘|分公司|\b(phone|number|address|website)\b/;

const firm = '(?:小微|中小|小型|外贸|出口)?(?:企业|公司|厂家|厂子|工厂|厂)';

/**
 * Takes the names out that go without saying, since the notice is about nothing else: its own place, its own year, and the
 * insurer. 淮安的企业怎么投保 asks 怎么投保. Null where none is named, or nothing is left to read.
 */
export function createWithoutOwnNames(pack: PolicyPack): (text: string) => string | null {
  const places = placeSources(pack).own.join('|');
  const place = new RegExp(
    `(?:(?:我们|咱们|我司|我)(?:是|在)?)?(?:${places})(?:省|市|县|区)?(?:这边|这里|本地)?(?:的?${firm})?[的,，]?`,
    'g',
  );
  const year = new RegExp(`(?<!\\d)${pack.policyYear}(?:年度?|(?!\\d))的?`, 'g');
  const { name, shortName } = pack.insurer;
  const names = [name, shortName, shortName.replace(/^中国/, ''), pack.glosses[shortName] ?? ''];
  const anyName = names
    .filter((one) => one !== '')
    .map(escapePattern)
    .join('|');
  const insurer = new RegExp(`(?:中国?)?(?:${anyName})(?!诚)的?`, 'gi');
  return (text) => {
    const withoutPlace = text.replace(place, '').replace(year, '');
    const rest = (insurerMeant.test(text) ? withoutPlace : withoutPlace.replace(insurer, '')).trim();
    return rest === text.trim() || rest.replace(/[^\p{L}\p{N}]/gu, '').length < 3 ? null : rest;
  };
}
