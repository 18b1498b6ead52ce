import { randomBytes } from 'node:crypto';
import { botLink } from '../bot/channels/telegram/bot-link.ts';
import { codeValidDays, makeCode } from '../bot/engine/code.ts';
import { userError } from './both-languages.ts';
import type { CliContext } from './context.ts';
import { ownAddress } from './own-address.ts';

const dayMs = 86_400_000;
export const defaultDays = String(codeValidDays);

/** ISO 8601, `--days` from now. Throws UserError for anything but 1 to 90. */
export function expiryFrom(context: CliContext, days: string): string {
  if (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 90)
    throw userError((t) => t.commands.usage.badDays({ value: days }));
  const now = context.now?.() ?? new Date();
  return new Date(now.getTime() + Number(days) * dayMs).toISOString();
}

export const newOneTimeCode = (): string => makeCode((count) => randomBytes(count));

/** Makes the link that redeems a code, and says whether it opens on this machine only. */
export async function linkMaker(
  context: CliContext,
): Promise<{ linkFor: (code: string) => string; local: boolean }> {
  const username = (await context.botUsername?.()) ?? null;
  if (username !== null) return { linkFor: (code) => botLink(username, code), local: false };
  const base = ownAddress(context.settings);
  return { linkFor: (code) => `${base}/?code=${code}`, local: context.settings.publicUrl === null };
}
