import type { Command } from 'commander';
import { userError } from '../both-languages.ts';
import { citiesNamed } from '../city-option.ts';
import type { CliContext } from '../context.ts';
import { described, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { defaultDays, expiryFrom, linkMaker, newOneTimeCode } from '../one-time-code.ts';
import { tableLines } from '../table.ts';
import { registerStaffCare } from './staff-care.ts';
import { registerStaffConsole } from './staff-console.ts';

interface Options extends LanguageOption {
  days: string;
  city: string[];
}

export function register(program: Command, context: CliContext): void {
  const staff = program.command('staff').description(described('staff'));
  const add = staff
    .command('add')
    .description(described('staffAdd'))
    .argument('<name>', described('staffName'))
    .option(
      '--city <city>',
      described('city'),
      (value: string, all: string[]) => [...all, value],
      [] as string[],
    )
    .option('--days <n>', described('days'), defaultDays);
  withLanguage(add).action(async (name: string, options: Options) => addStaff(context, name, options));
  const list = staff.command('list').description(described('staffList'));
  withLanguage(list).action(async (options: LanguageOption) => listStaff(context, options));
  const remove = staff
    .command('remove')
    .description(described('staffRemove'))
    .argument('<id>', described('staffId'));
  withLanguage(remove).action(async (id: string, options: LanguageOption) =>
    removeStaff(context, id, options),
  );
  registerStaffCare(staff, context);
  registerStaffConsole(staff, context);
}

async function listStaff(context: CliContext, options: LanguageOption): Promise<void> {
  const { commands } = textsOf(options);
  const members = await (await context.openStores()).identities.listStaff();
  if (members.length === 0) {
    context.out(commands.codes.staffNone);
    return;
  }
  const rows = members.map((m) => [
    m.staffId,
    m.name,
    m.linked ? commands.yes : commands.no,
    m.cities?.join(' ') ?? '-',
  ]);
  for (const line of tableLines(commands.codes.staffColumns, rows)) context.out(line);
}

/** Holds for the very next message: who somebody is, is looked up each time. */
async function removeStaff(context: CliContext, id: string, options: LanguageOption): Promise<void> {
  const { identities, audit } = await context.openStores();
  if (!(await identities.removeStaff(id))) throw userError((t) => t.commands.codes.staffUnknown({ id }));
  await audit.record({ actor: 'cli', action: 'removeStaff', target: id, outcome: 'removed' });
  context.out(textsOf(options).commands.codes.staffRemoved);
}

async function addStaff(context: CliContext, given: string, options: Options): Promise<void> {
  const name = given.trim();
  if (name === '' || name.length > 50) throw userError((t) => t.commands.codes.staffNameBad);
  const expiresAt = expiryFrom(context, options.days);
  const cities = await citiesNamed(context, options.city);
  const { identities, contacts, audit } = await context.openStores();
  const code = newOneTimeCode();
  const { staffId } = await identities.addStaff(name);
  if (cities.length > 0) await contacts.setStaffCities(staffId, cities);
  await identities.mintCode({ purpose: 'staff', staffId }, code, expiresAt, 'cli');
  await audit.record({ actor: 'cli', action: 'addStaff', target: staffId, outcome: 'added' });
  const { codes } = textsOf(options).commands;
  const { linkFor, local } = await linkMaker(context);
  context.out(codes.staffAdded({ name, code }));
  context.out(codes.staffHow({ until: shownTime(expiresAt) }));
  context.out(codes.link({ url: linkFor(code) }));
  if (local) context.out(codes.localLink);
}
