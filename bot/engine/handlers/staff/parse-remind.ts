import { fieldNamed, readInto } from '../../../../knowledge/campaigns/read-request.ts';
import type { CampaignRequest, Places } from '../../../../knowledge/campaigns/read-request.ts';
import { usccAndRest } from './uscc-and-rest.ts';

/** `cities` when `part` names a city that the pack does not have: those it has. */
export type ParsedRemind =
  ({ ok: true } & CampaignRequest) | { ok: false; part: string; cities?: readonly string[] };

/**
 * `<USCC>`, `淮安`, `city=淮安 step=sealed`, `城市=淮安市 步骤=制章 没回音=7天`, `从未送达`, `全部`; how it is to be done may follow
 * (`时间=2026-12-01 09:30`). Pure.
 */
export function parseRemind(args: string, places: Places): ParsedRemind {
  const code = usccAndRest(args);
  const request: CampaignRequest = { filter: {}, options: {} };
  const parts = partsOf(code?.rest ?? args).filter(
    (part) => code !== null || !/^(all|全部|所有)$/i.test(part),
  );
  for (const part of parts) {
    const [name = '', ...values] = part.split('=');
    const field = fieldNamed(name);
    const isPlace = field === null && values.length === 0;
    if (field !== null || isPlace) {
      const value = isPlace ? part : values.join('=');
      if (readInto(request, field ?? 'city', value, places)) continue;
      if (field === 'city') return { ok: false, part, cities: places.cities };
    }
    return { ok: false, part };
  }
  if (code !== null) {
    const [narrowed] = Object.keys(request.filter);
    if (narrowed !== undefined) return { ok: false, part: code.rest };
    return { ok: true, ...request, filter: { uscc: code.uscc } };
  }
  // Everybody is asked for by a word of its own, never by leaving the words out.
  const isNarrowed = Object.keys(request.filter).length > 0;
  return isNarrowed || parts.length < partsOf(args).length
    ? { ok: true, ...request }
    : { ok: false, part: '' };
}

/** A colon between the hours and minutes of a time is none that separates a name from its value. */
const partsOf = (args: string): string[] =>
  args
    .replace(/(\d{4}-\d{2}-\d{2})\s+(?=\d{2}[:：]\d{2})/g, '$1T')
    .replace(/\s*(?:[=＝]|(?<!\d)[:：])\s*/g, '=')
    .replace(/(?<=\d)：/g, ':')
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '');
