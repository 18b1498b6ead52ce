import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Ticket } from '../../activities/ports/tickets.ts';
import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import type { StaffActs, StaffResult, StaffSide } from '../../bot/tickets/staff-side.ts';
import { transcriptLines } from '../../bot/tickets/transcript-lines.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { officeMinutesBetween } from '../../knowledge/tickets/office-hours.ts';
import { systemClock } from '../app/system-clock.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { localeOf, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { tableLines } from '../table.ts';

interface ListOptions extends LanguageOption {
  closed?: boolean;
  json?: boolean;
}

const mostListed = 1_000;
const help = (say: (texts: Texts['tickets']['cli']) => string): string =>
  inBothLanguages((t) => say(t.tickets.cli));

/** `tongbao tickets`: what askers handed to the staff, for an office without a staff group and for scripts. */
export function register(program: Command, context: CliContext): void {
  const tickets = program.command('tickets').description(help((t) => t.describe));
  const json = help((t) => t.json);
  const id = help((t) => t.id);
  const text = help((t) => t.text);
  const sub = (name: string, say: (texts: Texts['tickets']['cli']) => string): Command =>
    withLanguage(tickets.command(name, { isDefault: name === 'list' }).description(help(say)));

  sub('list', (t) => t.list)
    .option(
      '--closed',
      help((t) => t.closedOnes),
    )
    .option('--json', json)
    .action((options: ListOptions) => list(context, options));
  sub('show', (t) => t.show)
    .argument('<id>', id)
    .option('--json', json)
    .action((given: string, options: ListOptions) => show(context, numberOf(given), options));
  sub('reply', (t) => t.reply)
    .argument('<id>', id)
    .argument('<text...>', text)
    .option(
      '--in-group',
      help((t) => t.inGroup),
    )
    .action((given: string, words: string[], options: LanguageOption & { inGroup?: boolean }) =>
      reply(context, numberOf(given), words.join(' '), options),
    );
  sub('note', (t) => t.note)
    .argument('<id>', id)
    .argument('<text...>', text)
    .action((given: string, words: string[], options: LanguageOption) =>
      note(context, numberOf(given), words.join(' '), options),
    );
  sub('close', (t) => t.close)
    .argument('<id>', id)
    .action((given: string, options: LanguageOption) => change(context, 'close', numberOf(given), options));
  sub('reopen', (t) => t.reopen)
    .argument('<id>', id)
    .action((given: string, options: LanguageOption) => change(context, 'reopen', numberOf(given), options));
  sub('erase', (t) => t.erase)
    .argument('<id>', id)
    .option(
      '--yes',
      help((t) => t.yes),
    )
    .action((given: string, options: LanguageOption & { yes?: boolean }) =>
      erase(context, numberOf(given), options),
    );
}

async function sideOf(context: CliContext): Promise<StaffSide> {
  const { id: packId } = await context.loadPack();
  return createStaffSide({
    ...{ packId, stores: await context.openStores(), officeHours: context.settings.officeHours },
    ...{ clock: { now: () => context.now?.() ?? systemClock.now() }, log: context.log },
  });
}

const acts = (): StaffActs => ({ actor: 'cli', eventId: `cli:${randomUUID()}` });

async function list(context: CliContext, options: ListOptions): Promise<void> {
  const lines = await (await sideOf(context)).list({ closed: options.closed === true, limit: mostListed });
  if (options.json === true) {
    context.out(JSON.stringify(lines, null, 2));
    return;
  }
  const { tickets } = textsOf(options);
  if (lines.length === 0) {
    context.out(tickets.cli.none);
    return;
  }
  const now = (context.now?.() ?? systemClock.now()).toISOString();
  const rows = lines.map(({ ticket, first }) => [
    String(ticket.id),
    tickets.staff.states[ticket.state],
    shownTime(ticket.openedAt),
    ticket.waitingSince === null
      ? ''
      : String(officeMinutesBetween(context.settings.officeHours, ticket.waitingSince, now)),
    first.replaceAll('\n', ' ').slice(0, 60),
  ]);
  for (const line of tableLines(tickets.cli.columns, rows)) context.out(line);
}

async function show(context: CliContext, id: number, options: ListOptions): Promise<void> {
  const side = await sideOf(context);
  const stores = await context.openStores();
  const ticket = await found(side, id);
  const entries = await stores.tickets.transcript(id);
  const firms = await stores.identities.linkedFirms(ticket.askerId);
  if (options.json === true) {
    context.out(JSON.stringify({ ...ticket, firms, entries }, null, 2));
    return;
  }
  const { shown, staff } = textsOf(options).tickets;
  context.out(shown.title({ id, state: ticket.state, openedAt: shownTime(ticket.openedAt) }));
  context.out(shown.firms({ names: firms.map(({ name }) => name) }));
  for (const line of transcriptLines(entries, localeOf(options))) context.out(line);
  if (ticket.rating !== null) context.out(shown.rating({ rating: ticket.rating }));
  context.out(staff.goesTo[await side.destination(ticket)]);
}

async function reply(
  context: CliContext,
  id: number,
  given: string,
  options: LanguageOption & { inGroup?: boolean },
): Promise<void> {
  const text = staffWords(given);
  if (text === '') throw userError((t) => t.tickets.cli.noText);
  const side = await sideOf(context);
  // Told before anything is written: a group is read by many.
  const destination = await side.destination(await found(side, id));
  if (destination === 'nowhere') throw userError((t) => t.tickets.cli.nowhere);
  if (destination === 'group' && options.inGroup !== true) throw userError((t) => t.tickets.cli.needsGroup);
  const ticket = succeeded(id, await side.reply(id, text, { ...acts(), told: destination }));
  const { tickets } = textsOf(options);
  context.out(tickets.staff.replied({ id: ticket.id }));
  context.out(tickets.cli.sentBy);
}

async function note(context: CliContext, id: number, given: string, options: LanguageOption): Promise<void> {
  const text = staffWords(given);
  if (text === '') throw userError((t) => t.tickets.cli.noText);
  succeeded(id, await (await sideOf(context)).note(id, text, acts()));
  context.out(textsOf(options).tickets.cli.noted({ id }));
}

async function change(
  context: CliContext,
  what: 'close' | 'reopen',
  id: number,
  options: LanguageOption,
): Promise<void> {
  succeeded(id, await (await sideOf(context))[what](id, acts()));
  const { staff, cli } = textsOf(options).tickets;
  context.out(what === 'close' ? staff.closed({ id }) : staff.reopened({ id }));
  context.out(cli.sentBy);
}

async function erase(
  context: CliContext,
  id: number,
  options: LanguageOption & { yes?: boolean },
): Promise<void> {
  const { tickets, audit } = await context.openStores();
  const { askerId } = await found(await sideOf(context), id);
  if (options.yes !== true) {
    const count = await tickets.countOf(askerId);
    throw userError((t) => t.tickets.cli.needsYes({ id, count }));
  }
  const count = await tickets.eraseOf(askerId);
  await audit.record({ actor: 'cli', action: 'ticket.erase', target: askerId, outcome: `erased ${count}` });
  context.out(textsOf(options).tickets.cli.erased({ count }));
}

async function found(side: StaffSide, id: number): Promise<Ticket> {
  const ticket = await side.find(id);
  if (ticket === null) throw userError((t) => t.tickets.staff.refused.notFound({ id }));
  return ticket;
}

function succeeded(id: number, result: StaffResult): Ticket {
  if (!result.done) throw userError((t) => t.tickets.staff.refused[result.why]({ id }));
  return result.ticket;
}

function numberOf(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw userError((t) => t.tickets.cli.badId({ given }));
  return Number(given);
}
