import type { FirmFilter, FirmRow, Stores } from '../activities/ports/store.ts';
import { officialStatuses, reportedSteps } from '../knowledge/enrollment/state.ts';
import type { OfficialStatus } from '../knowledge/enrollment/state.ts';
import { matchCity } from '../knowledge/firms/city.ts';
import { textsFor } from '../knowledge/locales/index.ts';
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
    const labels = textsFor('zh-CN').enrollment.stepLabels;
    const known = [...reportedSteps, 'none'].find(
      (s) =>
        s.toLowerCase() === step.toLowerCase() || (s !== 'none' && labels[s as keyof typeof labels] === step),
    );
    const isNone = step === textsFor('zh-CN').commands.noStep;
    if (known === undefined && !isNone) throw badValue('--step', step, [...reportedSteps, 'none']);
    filter.reportedStep = known ?? 'none';
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

/** Every firm that matches, page by page. */
export async function* matchingFirms(stores: Stores, filter: FirmFilter): AsyncGenerator<FirmRow> {
  const limit = 500;
  let afterUscc: string | undefined;
  for (;;) {
    const page = await stores.firms.listFirms(filter, {
      limit,
      ...(afterUscc === undefined ? {} : { afterUscc }),
    });
    yield* page;
    afterUscc = page.at(-1)?.firm.uscc;
    if (page.length < limit || afterUscc === undefined) return;
  }
}
