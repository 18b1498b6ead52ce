import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { PersonData } from '../../activities/ports/people.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { tableLines } from '../table.ts';

const says = (key: keyof Texts['people']['cli']['describe']): string =>
  inBothLanguages((t) => t.people.cli.describe[key]);

/** `tongbao person`: what is kept of a contact, for whoever asks the office for it. */
export function register(program: Command, context: CliContext): void {
  const person = program.command('person').description(says('person'));
  const list = person.command('list').description(says('list')).argument('<uscc>', says('uscc'));
  withLanguage(list).action(async (uscc: string, options: LanguageOption) =>
    listPeople(context, uscc, options),
  );
  const unlinking = person
    .command('unlink')
    .description(says('unlink'))
    .argument('<uscc>', says('uscc'))
    .argument('<id>', says('personId'));
  withLanguage(unlinking).action(async (uscc: string, id: string, options: LanguageOption) =>
    unlinkPerson(context, { uscc: uscc.toUpperCase(), id }, options),
  );
  const exporting = person
    .command('export')
    .description(says('export'))
    .argument('<id>', says('personId'))
    .option('--out <file>', says('out'));
  withLanguage(exporting).action(async (id: string, options: LanguageOption & { out?: string }) =>
    exportPerson(context, id, options),
  );
  const erasing = person
    .command('erase')
    .description(says('erase'))
    .argument('<id>', says('personId'))
    .option('--yes', says('yes'));
  withLanguage(erasing).action(async (id: string, options: LanguageOption & { yes?: true }) =>
    erasePerson(context, id, options),
  );
}

async function listPeople(context: CliContext, given: string, options: LanguageOption): Promise<void> {
  const { commands, people, wishes } = textsOf(options);
  const { firms, contacts } = await context.openStores();
  const uscc = given.toUpperCase();
  if ((await firms.nameOf(uscc)) === null) throw userError((t) => t.commands.firmNotFound({ uscc }));
  const all = await contacts.peopleOf(uscc);
  if (all.length === 0) {
    context.out(people.cli.nobody);
    return;
  }
  const rows = all.map(({ personId, channels, since, by, primary }) => [
    personId,
    channels.map((channel) => wishes.channels.names[channel] ?? channel).join(', '),
    shanghaiDate(since),
    people.cli.by[by],
    primary ? commands.yes : commands.no,
  ]);
  for (const line of tableLines(people.cli.columns, rows)) context.out(line);
}

/** Holds at once: whose firm it is, is looked up for each message. */
async function unlinkPerson(
  context: CliContext,
  { uscc, id }: { uscc: string; id: string },
  options: LanguageOption,
): Promise<void> {
  const { contacts, audit } = await context.openStores();
  if (!(await contacts.unlink(id, uscc))) throw userError((t) => t.people.cli.notLinked({ id, uscc }));
  await audit.record({ actor: 'cli', action: 'unlinkPerson', target: `${uscc}/${id}`, outcome: 'unlinked' });
  context.out(textsOf(options).people.cli.unlinked);
}

/** Reading it is on record too. */
async function exportPerson(
  context: CliContext,
  id: string,
  { out, ...options }: LanguageOption & { out?: string },
): Promise<void> {
  const data = await dataOf(context, id);
  const text = JSON.stringify(data, null, 2);
  if (out === undefined) context.out(text);
  else await saveNew(out, text);
  const { audit } = await context.openStores();
  await audit.record({ actor: 'cli', action: 'exportPerson', target: data.personId, outcome: 'exported' });
  if (out !== undefined) context.out(textsOf(options).people.cli.saved({ file: out }));
}

async function erasePerson(
  context: CliContext,
  id: string,
  { yes, ...options }: LanguageOption & { yes?: true },
): Promise<void> {
  const { cli } = textsOf(options).people;
  const { personId, channels, firms } = await dataOf(context, id);
  if (yes !== true) {
    context.out(cli.preview({ firms: firms.length, channels: channels.length }));
    return;
  }
  const { people, audit } = await context.openStores();
  const outcome = await people.erase(personId);
  await audit.record({ actor: 'cli', action: 'erasePerson', target: personId, outcome });
  if (outcome === 'staff') throw userError((t) => t.people.cli.isStaff);
  context.out(cli.erased);
}

async function dataOf(context: CliContext, id: string): Promise<PersonData> {
  const data = await (await context.openStores()).people.dataOf(id);
  if (data === null) throw userError((t) => t.people.cli.unknown({ id }));
  return data;
}

/** For its owner only, and never over a file that is there. */
async function saveNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, `${text}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw userError((t) => t.people.cli.outExists({ file }), error);
    throw userError((t) => t.people.cli.outUnwritable({ file }), error);
  }
}
