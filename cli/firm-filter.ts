import type { FirmFilter } from '../activities/ports/store.ts';
import { officialStatuses, reportedSteps } from '../knowledge/enrollment/state.ts';
import type { OfficialStatus } from '../knowledge/enrollment/state.ts';
import { matchCity } from '../knowledge/firms/city.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import { stepNamed } from '../knowledge/locales/step-named.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import { userError } from './both-languages.ts';

export interface FilterOptions {
  city?: string;
  status?: string;
  step?: string;
}

/** Checks `--city`, `--status` and `--step`; names may be the labels that tables show. Throws UserError. */
export function filterFrom(options: FilterOptions, pack: PolicyPack): FirmFilter {
  const filter: FirmFilter = { packId: pack.id };
  const { city, status, step } = options;
  if (city !== undefined) {
    const known = matchCity(city, pack.cities, [pack.province, ...pack.provinceAliases]);
    if (known === null) throw badValue('--city', city, pack.cities);
    filter.city = known;
  }
  if (status !== undefined) filter.officialStatus = officialStatusFrom('--status', status);
  if (step !== undefined) {
    const known = stepNamed(step);
    if (known === null) throw badValue('--step', step, [...reportedSteps, 'none']);
    filter.reportedStep = known;
  }
  return filter;
}

/** An official status by its ID or its Chinese label. Throws UserError. */
export function officialStatusFrom(name: string, given: string): OfficialStatus {
  const labels = textsFor('zh-CN').enrollment.statusLabels;
  const known = officialStatuses.find((s) => s.toLowerCase() === given.toLowerCase() || labels[s] === given);
  if (known === undefined) throw badValue(name, given, [...officialStatuses]);
  return known;
}

const badValue = (name: string, value: string, allowed: string[]): Error =>
  userError((t) => t.commands.usage.badValue({ name, value, allowed }));
