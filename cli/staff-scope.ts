import { matchCity } from '../knowledge/firms/city.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import { userError } from './both-languages.ts';
import type { CliContext } from './context.ts';
import { firmFromArgument } from './firm-argument.ts';
import { textsOf } from './language.ts';
import type { LanguageOption } from './language.ts';

export interface ScopeOptions extends LanguageOption {
  none?: true;
}

/** Cities of the pack, however they are written. Throws UserError. */
export const citiesFrom = (given: readonly string[], pack: PolicyPack): string[] =>
  given.map((value) => {
    const known = matchCity(value, pack.cities, [pack.province, ...pack.provinceAliases]);
    if (known === null)
      throw userError((t) => t.commands.usage.badValue({ name: '<city>', value, allowed: pack.cities }));
    return known;
  });

/** `tongbao staff cities`: which cities a member looks after; with `--none` none in particular. */
export async function setCities(
  context: CliContext,
  staffId: string,
  given: string[],
  options: ScopeOptions,
): Promise<void> {
  if ((given.length === 0) === (options.none !== true)) throw userError((t) => t.care.cli.citiesOrNone);
  const cities = options.none === true ? null : citiesFrom(given, await context.loadPack());
  const { contacts, audit } = await context.openStores();
  if (!(await contacts.setStaffCities(staffId, cities)))
    throw userError((t) => t.commands.codes.staffUnknown({ id: staffId }));
  await audit.record({ actor: 'cli', action: 'setStaffCities', target: staffId, outcome: 'set' });
  context.out(textsOf(options).care.cli.citiesSet({ cities }));
}

/** `tongbao staff assign`: who looks after one firm; with `--none` whoever has its city. */
export async function assignOfficer(
  context: CliContext,
  argument: string,
  staffId: string | undefined,
  options: ScopeOptions,
): Promise<void> {
  if ((staffId === undefined) === (options.none !== true)) throw userError((t) => t.care.cli.memberOrNone);
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const { firm } = await firmFromArgument(stores, pack.id, argument);
  if (!(await stores.contacts.assignOfficer(firm.uscc, staffId ?? null)))
    throw userError((t) => t.commands.codes.staffUnknown({ id: staffId ?? '' }));
  const outcome = staffId ?? 'none';
  await stores.audit.record({ actor: 'cli', action: 'assignOfficer', target: firm.uscc, outcome });
  const { cli } = textsOf(options).care;
  const named = { firm: firm.name };
  context.out(staffId === undefined ? cli.unassigned(named) : cli.assigned(named));
}
