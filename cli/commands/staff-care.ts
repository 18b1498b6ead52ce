import type { Command } from 'commander';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { citiesNamed } from '../city-option.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { memberNamed } from '../staff-member.ts';

interface CareOptions extends LanguageOption {
  none?: true;
}
const say = (key: keyof Texts['staffCare']['help']): string => inBothLanguages((t) => t.staffCare.help[key]);

/** `tongbao staff cities` and `staff assign`: who looks after which firms. */
export function registerStaffCare(staff: Command, context: CliContext): void {
  const cities = staff
    .command('cities')
    .description(say('cities'))
    .argument('<who>', say('who'))
    .argument('[city...]', described('city'))
    .option('--none', say('noCities'));
  withLanguage(cities).action((who: string, given: string[], options: CareOptions) =>
    setCities(context, who, given, options),
  );
  const assign = staff
    .command('assign')
    .description(say('assign'))
    .argument('<USCC>', described('uscc'))
    .argument('[who]', say('who'))
    .option('--none', say('nobody'));
  withLanguage(assign).action((uscc: string, who: string | undefined, options: CareOptions) =>
    assignFirm(context, uscc, who, options),
  );
}

async function setCities(
  context: CliContext,
  who: string,
  given: string[],
  options: CareOptions,
): Promise<void> {
  if (given.length > 0 === (options.none === true)) throw userError((t) => t.staffCare.citiesOrNone);
  const cities = options.none === true ? null : await citiesNamed(context, given);
  const stores = await context.openStores();
  const { staffId, name } = await memberNamed(stores, who);
  await stores.contacts.setStaffCities(staffId, cities);
  const detail = JSON.stringify({ cities });
  await stores.audit.record({
    actor: 'cli',
    action: 'staff.cities',
    target: staffId,
    outcome: 'done',
    detail,
  });
  context.out(textsOf(options).staffCare.citiesSet({ name, cities }));
}

async function assignFirm(
  context: CliContext,
  argument: string,
  who: string | undefined,
  options: CareOptions,
): Promise<void> {
  if ((who !== undefined) === (options.none === true)) throw userError((t) => t.staffCare.whoOrNone);
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const { firm } = await firmFromArgument(stores, pack.id, argument);
  const member = who === undefined ? null : await memberNamed(stores, who);
  const staffId = member?.staffId ?? null;
  await stores.contacts.assignOfficer(firm.uscc, staffId);
  await stores.audit.record({
    ...{ actor: 'cli', action: 'staff.assign', target: firm.uscc, outcome: 'done' },
    detail: JSON.stringify({ to: staffId }),
  });
  context.out(textsOf(options).staffCare.assigned({ firm: firm.name, officer: member?.name ?? null }));
}
