import { textsFor } from '../locales/index.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { Locale } from './types.ts';

/** Whose rules a pack holds, in a few words: 江苏省2022年度. */
export const packName = (pack: PolicyPack, locale: Locale): string =>
  textsFor(locale).answering.packName({
    place:
      pack.city ??
      (locale === 'en'
        ? (pack.provinceAliases.find((name) => /^[a-z]/i.test(name)) ?? pack.province)
        : pack.province),
    policyYear: pack.policyYear,
    fictional: pack.fictional,
  });
