import { matchCity } from '../../../../knowledge/firms/city.ts';
import { stepNamed } from '../../../../knowledge/locales/step-named.ts';
import type { PolicyPack } from '../../../../knowledge/packs/schema.ts';
import { usccAndRest } from './uscc-and-rest.ts';

export interface RemindFilter {
  uscc?: string;
  city?: string;
  /** A reported step, or 'none' for firms that reported nothing. */
  reportedStep?: string;
}

/** `cities` when `part` names a city that the pack does not have: those it has. */
export type ParsedRemind =
  { ok: true; filter: RemindFilter } | { ok: false; part: string; cities?: readonly string[] };

const keys: Record<string, 'city' | 'reportedStep'> = {
  city: 'city',
  城市: 'city',
  市: 'city',
  step: 'reportedStep',
  步骤: 'reportedStep',
};

type Places = Pick<PolicyPack, 'cities' | 'province' | 'provinceAliases'>;

/** `<USCC>`, `淮安`, `city=淮安 step=sealed`, `城市=淮安市 步骤=制章`, `全部`. Pure. */
export function parseRemind(args: string, places: Places): ParsedRemind {
  const code = usccAndRest(args);
  if (code !== null) {
    return code.rest === '' ? { ok: true, filter: { uscc: code.uscc } } : { ok: false, part: code.rest };
  }
  const parts = args
    .replace(/\s*[=＝:：]\s*/g, '=')
    .split(/[\s,，、;；]+/)
    .filter((p) => p !== '');
  if (parts.length === 1 && /^(all|全部|所有)$/i.test(parts[0] ?? '')) return { ok: true, filter: {} };
  const filter: RemindFilter = {};
  for (const part of parts) {
    const [name = '', value = ''] = part.includes('=') ? part.split('=') : ['city', part];
    const key = keys[name.toLowerCase()];
    const meant = key === 'reportedStep' ? stepNamed(value) : cityNamed(value, places);
    if (key === 'city' && meant === null && part.includes('='))
      return { ok: false, part, cities: places.cities };
    if (key === undefined || meant === null) return { ok: false, part };
    filter[key] = meant;
  }
  return parts.length === 0 ? { ok: false, part: '' } : { ok: true, filter };
}

const cityNamed = (value: string, { cities, province, provinceAliases }: Places): string | null =>
  matchCity(value, cities, [province, ...provinceAliases]);
