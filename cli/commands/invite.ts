import type { Command } from 'commander';
import type { Firm, Stores } from '../../activities/ports/store.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { filterFrom } from '../firm-filter.ts';
import { described, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { newSheetFile, prepareNewSheet } from '../new-sheet.ts';
import { defaultDays, expiryFrom, linkMaker, newOneTimeCode } from '../one-time-code.ts';

interface Options extends LanguageOption {
  days: string;
  all?: true;
  city?: string;
  out?: string;
  renew?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('invite')
    .description(described('invite'))
    .argument('[USCC]', described('uscc'))
    .option('--all', described('inviteAll'))
    .option('--city <city>', described('city'))
    .option('--out <file>', described('inviteOut'))
    .option('--renew', described('inviteRenew'))
    .option('--days <n>', described('days'), defaultDays);
  withLanguage(command).action(async (uscc: string | undefined, options: Options) => {
    if (uscc !== undefined && options.all === true) throw userError((t) => t.commands.codes.targetTwice);
    if (uscc !== undefined) return inviteOne(context, uscc, options);
    if (options.all !== true) throw userError((t) => t.commands.codes.targetMissing);
    return inviteAll(context, options);
  });
}

async function inviteOne(context: CliContext, argument: string, options: Options): Promise<void> {
  const expiresAt = expiryFrom(context, options.days);
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const { firm } = await firmFromArgument(stores, pack.id, argument);
  if (!firm.listed) throw userError((t) => t.commands.codes.notListed({ name: firm.name }));
  const code = await mintFor(stores, firm, expiresAt);
  const { codes } = textsOf(options).commands;
  const { linkFor, local } = await linkMaker(context);
  context.out(codes.invited({ name: firm.name, code }));
  context.out(codes.inviteHow({ until: shownTime(expiresAt) }));
  context.out(codes.link({ url: linkFor(code) }));
  if (local) context.out(codes.localLink);
}

async function inviteAll(context: CliContext, options: Options): Promise<void> {
  const { out: file } = options;
  if (file === undefined) throw userError((t) => t.commands.codes.outMissing);
  const kind = await newSheetFile(file, (t) => t.commands.codes.outExists({ file }));
  const expiresAt = expiryFrom(context, options.days);
  const pack = await context.loadPack();
  const { city } = filterFrom(options, pack);
  const stores = await context.openStores();
  const unlinked = await stores.firms.unlinkedFirms(pack.id);
  const wanted = unlinked.filter((f) => city === undefined || f.city === city);
  const now = (context.now?.() ?? new Date()).toISOString();
  const open = new Set(options.renew === true ? [] : await stores.identities.firmsWithOpenCode(now));
  const firms = wanted.filter(({ uscc }) => !open.has(uscc));
  const leftOut = wanted.length - firms.length;
  const { codes } = textsOf(options).commands;
  if (firms.length === 0) {
    context.out(leftOut === 0 ? codes.nobody : codes.leftOut({ count: leftOut }));
    return;
  }
  const { linkFor, local } = await linkMaker(context);
  const minted = firms.map((firm) => ({ firm, code: newOneTimeCode() }));
  const rows = minted.map(({ firm: { name, uscc, city: of, contactName, contactPhone }, code }) => {
    const contact = [contactName ?? '', contactPhone ?? ''];
    return [name, uscc, of, ...contact, code, linkFor(code), shownTime(expiresAt)];
  });
  const widths = [30, 24, 10, 12, 16, 14, 48, 20];
  const content = { header: codes.fileColumns, rows, widths };
  // The file first, and under another name until its codes hold: minting ends earlier codes, and new ones that nobody could
  // read would help no one.
  const sheet = await prepareNewSheet(file, kind, content, (t) => t.commands.codes.outUnwritable({ file }));
  try {
    await stores.identities.mintFirmCodes(
      minted.map(({ firm: { uscc }, code }) => ({ uscc, code })),
      expiresAt,
      'cli',
    );
    await sheet.keep();
  } catch (error) {
    await sheet.drop();
    throw error;
  }
  const target = city === undefined ? pack.id : `${pack.id}/${city}`;
  const detail = JSON.stringify({ count: minted.length });
  await stores.audit.record({ actor: 'cli', action: 'inviteAll', target, outcome: 'minted', detail });
  context.out(codes.saved({ count: firms.length, file, until: shownTime(expiresAt) }));
  if (leftOut > 0) context.out(codes.leftOut({ count: leftOut }));
  context.out(codes.savedHow);
  if (local) context.out(codes.localLink);
}

async function mintFor(stores: Stores, firm: Firm, expiresAt: string): Promise<string> {
  const code = newOneTimeCode();
  await stores.identities.mintCode({ purpose: 'firm', uscc: firm.uscc }, code, expiresAt, 'cli');
  await stores.audit.record({ actor: 'cli', action: 'invite', target: firm.uscc, outcome: 'minted' });
  return code;
}
