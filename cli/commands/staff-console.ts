import { Option } from 'commander';
import type { Command } from 'commander';
import type { AccountChange, ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { consoleRoles } from '../../knowledge/console/roles.ts';
import type { ConsoleRole } from '../../knowledge/console/roles.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { mintConsoleInvitation } from '../console-invitation.ts';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { citiesNamed } from '../city-option.ts';
import { memberNamed } from '../staff-member.ts';
import { tableLines } from '../table.ts';

interface InviteOptions extends LanguageOption {
  role?: ConsoleRole;
  city: string[];
  hours: string;
  new?: true;
}
interface ChangeOptions extends LanguageOption {
  role?: ConsoleRole;
  city: string[];
  allCities?: true;
  disable?: true;
  enable?: true;
}

const say = (key: keyof Texts['consoleTexts']['help']): string =>
  inBothLanguages((t) => t.consoleTexts.help[key]);
const collect = (value: string, all: string[]): string[] => [...all, value];

/** `tongbao staff console`: who may use the console. The first administrator comes from here. */
export function registerStaffConsole(staff: Command, context: CliContext): void {
  const command = staff.command('console').description(say('console'));
  const role = (): Option => new Option('--role <role>', say('role')).choices([...consoleRoles]);
  const invite = command
    .command('invite')
    .description(say('invite'))
    .argument('<who>', say('who'))
    .option('--new', say('isNew'))
    .addOption(role())
    .option('--city <city>', say('city'), collect, [])
    .option('--hours <n>', say('hours'), '72');
  withLanguage(invite).action((who: string, options: InviteOptions) =>
    inviteToConsole(context, who, options),
  );
  withLanguage(command.command('list').description(say('list'))).action((options: LanguageOption) =>
    listAccounts(context, options),
  );
  const change = command
    .command('change')
    .description(say('change'))
    .argument('<who>', say('who'))
    .addOption(role())
    .option('--city <city>', say('city'), collect, [])
    .option('--all-cities', say('allCities'))
    .option('--disable', say('disable'))
    .option('--enable', say('enable'));
  withLanguage(change).action((who: string, options: ChangeOptions) => changeAccount(context, who, options));
  const reset = command.command('reset-totp').description(say('resetTotp')).argument('<who>', say('who'));
  withLanguage(reset).action((who: string, options: LanguageOption) => resetTotp(context, who, options));
}

async function inviteToConsole(context: CliContext, who: string, options: InviteOptions): Promise<void> {
  const hours = Number(options.hours);
  if (!/^\d{1,3}$/.test(options.hours) || hours < 1 || hours > 168) {
    throw userError((t) => t.consoleTexts.cli.badHours({ value: options.hours }));
  }
  const city = await citiesNamed(context, options.city);
  const stores = await context.openStores();
  const { staffId, name } = options.new === true ? await added(stores, who) : await memberNamed(stores, who);
  const account = await stores.consoleAccounts.find(staffId);
  const known = account?.login == null ? null : account;
  // An invitation for a forgotten password must not change, on the way, what somebody may do.
  if (known !== null && (options.role !== undefined || city.length > 0)) {
    throw userError((t) => t.consoleTexts.cli.hasAccount({ name }));
  }
  const role = known?.role ?? options.role ?? 'viewer';
  const cities = known === null ? (city.length === 0 ? null : city) : known.cities;
  const { link, expiresAt } = await mintConsoleInvitation(stores, context.settings, {
    ...{ staffId, role, cities, hours, now: context.now?.() ?? new Date() },
  });
  const { cli } = textsOf(options).consoleTexts;
  context.out(cli.invited({ name, role, until: shownTime(expiresAt) }));
  context.out(link);
  if (context.settings.publicUrl === null) context.out(cli.localLink);
}

async function added(stores: Stores, given: string): Promise<{ staffId: string; name: string }> {
  const name = given.trim();
  if (name === '' || name.length > 50) throw userError((t) => t.commands.codes.staffNameBad);
  const { staffId } = await stores.identities.addStaff(name);
  await stores.audit.record({ actor: 'cli', action: 'addStaff', target: staffId, outcome: 'added' });
  return { staffId, name };
}

async function listAccounts(context: CliContext, options: LanguageOption): Promise<void> {
  const { cli, roles } = textsOf(options).consoleTexts;
  const accounts = await (await context.openStores()).consoleAccounts.list();
  if (accounts.length === 0) {
    context.out(cli.none);
    return;
  }
  const stateOf = ({ disabled, login }: ConsoleAccount): string =>
    disabled ? cli.disabled : login === null ? cli.notAccepted : cli.active;
  const rows = accounts.map((a) => [
    ...[a.staffId, a.name, a.login ?? '-', roles[a.role]],
    ...[a.cities?.join(' ') ?? cli.all, stateOf(a)],
  ]);
  for (const line of tableLines(cli.columns, rows)) context.out(line);
}

async function changeAccount(context: CliContext, who: string, options: ChangeOptions): Promise<void> {
  const change = changeIn({ ...options, city: await citiesNamed(context, options.city) });
  const stores = await context.openStores();
  const { staffId } = await memberNamed(stores, who);
  const outcome = await stores.consoleAccounts.change(staffId, change);
  if (outcome === 'unknown') throw userError((t) => t.consoleTexts.cli.accountUnknown({ id: staffId }));
  if (outcome === 'lastAdmin') throw userError((t) => t.consoleTexts.errors.lastAdmin);
  await stores.audit.record({
    ...{ actor: 'cli', action: 'console.changeAccount', target: staffId, outcome: 'done' },
    detail: JSON.stringify(change),
  });
  context.out(textsOf(options).consoleTexts.cli.changed);
}

/** For whoever lost the phone and the recovery codes, the last administrator too: who runs commands here could do more. */
async function resetTotp(context: CliContext, who: string, options: LanguageOption): Promise<void> {
  const stores = await context.openStores();
  const { staffId, name } = await memberNamed(stores, who);
  if (!(await stores.consoleTotp.end(staffId, null)))
    throw userError((t) => t.consoleTexts.cli.totpOff({ name }));
  await stores.audit.record({
    ...{ actor: 'cli', action: 'console.totpReset', target: staffId, outcome: 'done' },
  });
  context.out(textsOf(options).consoleTexts.cli.totpReset({ name }));
}

function changeIn({ role, city, allCities, disable, enable }: ChangeOptions): AccountChange {
  if ((city.length > 0 && allCities === true) || (disable === true && enable === true))
    throw userError((t) => t.consoleTexts.cli.contradiction);
  const change = {
    ...(role !== undefined && { role }),
    ...(city.length > 0 && { cities: city }),
    ...(allCities === true && { cities: null }),
    ...(disable === true && { disabled: true }),
    ...(enable === true && { disabled: false }),
  };
  if (Object.keys(change).length === 0) throw userError((t) => t.consoleTexts.cli.nothingToChange);
  return change;
}
