import type { Command } from 'commander';
import type { Texts } from '../../knowledge/locales/index.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { ownAddress } from '../own-address.ts';
import { newViewToken } from '../payload-keys/view-token.ts';
import { tableLines } from '../table.ts';

interface AddOptions extends LanguageOption {
  hours: string;
}

const hourMs = 3_600_000;
const nowOf = (context: CliContext): Date => context.now?.() ?? new Date();

/** `tongbao keys ui-token`: who may look at the data in Temporal, and until when. */
export function registerUiTokens(
  keys: Command,
  context: CliContext,
  help: (key: keyof Texts['encryption']['help']) => string,
): void {
  const token = keys.command('ui-token').description(help('uiToken'));
  const add = token
    .command('add')
    .description(help('uiTokenAdd'))
    .argument('<staff-id>', help('uiTokenStaff'))
    .option('--hours <n>', help('uiTokenHours'), '12');
  withLanguage(add).action((staffId: string, options: AddOptions) => addToken(context, staffId, options));
  withLanguage(token.command('list').description(help('uiTokenList'))).action((options: LanguageOption) =>
    listTokens(context, options),
  );
  const revoke = token
    .command('revoke')
    .description(help('uiTokenRevoke'))
    .argument('<id>', help('uiTokenId'));
  withLanguage(revoke).action((id: string, options: LanguageOption) => revokeToken(context, id, options));
}

async function addToken(context: CliContext, staffId: string, options: AddOptions): Promise<void> {
  const hours = Number(options.hours);
  if (!/^\d{1,3}$/.test(options.hours) || hours < 1 || hours > 720) {
    throw userError((t) => t.encryption.uiToken.badHours({ value: options.hours }));
  }
  const now = nowOf(context);
  const expiresAt = new Date(now.getTime() + hours * hourMs).toISOString();
  const { viewTokens, audit } = await context.openStores();
  const token = newViewToken();
  const minted = await viewTokens.mint({ staffId, token, now: now.toISOString(), expiresAt });
  if (minted === null) throw userError((t) => t.commands.codes.staffUnknown({ id: staffId }));
  const detail = JSON.stringify({ tokenId: minted.id, expiresAt });
  await audit.record({ actor: 'cli', action: 'viewToken.mint', target: staffId, outcome: 'done', detail });
  const texts = textsOf(options).encryption.uiToken;
  context.out(texts.added({ name: minted.name, until: shownTime(expiresAt), id: minted.id }));
  context.out(token);
  context.out(texts.how({ url: `${ownAddress(context.settings)}/codec` }));
}

async function listTokens(context: CliContext, options: LanguageOption): Promise<void> {
  const texts = textsOf(options).encryption.uiToken;
  const tokens = await (await context.openStores()).viewTokens.list(nowOf(context).toISOString());
  if (tokens.length === 0) {
    context.out(texts.none);
    return;
  }
  const rows = tokens.map((t) => [
    String(t.id),
    t.name,
    t.staffId,
    shownTime(t.createdAt),
    shownTime(t.expiresAt),
  ]);
  for (const line of tableLines(texts.columns, rows)) context.out(line);
}

async function revokeToken(context: CliContext, id: string, options: LanguageOption): Promise<void> {
  const { viewTokens, audit } = await context.openStores();
  const known = /^\d{1,9}$/.test(id) && (await viewTokens.revoke(Number(id)));
  if (!known) throw userError((t) => t.encryption.uiToken.unknown({ id }));
  await audit.record({ actor: 'cli', action: 'viewToken.revoke', target: id, outcome: 'done' });
  context.out(textsOf(options).encryption.uiToken.revoked);
}
