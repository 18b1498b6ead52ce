import { userError } from './both-languages.ts';

/** How Botpress calls us, and we it. */
export interface BotpressSettings {
  botId: string;
  token: string;
  /** Part of the address that Botpress calls. */
  secret: string;
  /** Null: Botpress's own cloud. */
  apiUrl: string | null;
}

interface Given {
  BOTPRESS_BOT_ID?: string;
  BOTPRESS_TOKEN?: string;
  BOTPRESS_SECRET?: string;
  BOTPRESS_API_URL?: string;
}

/** Off unless bot, token and secret are given; some of them without the others is a slip that is told at once. */
export function botpressSettings(given: Given): BotpressSettings | null {
  const { BOTPRESS_BOT_ID: botId, BOTPRESS_TOKEN: token, BOTPRESS_SECRET: secret } = given;
  if (botId === undefined && token === undefined && secret === undefined) return null;
  if (botId === undefined) throw incomplete('BOTPRESS_BOT_ID');
  if (token === undefined) throw incomplete('BOTPRESS_TOKEN');
  if (secret === undefined) throw incomplete('BOTPRESS_SECRET');
  return { botId, token, secret, apiUrl: given.BOTPRESS_API_URL ?? null };
}

const incomplete = (missing: keyof Given): Error =>
  userError((t) => t.doors.botpress.settingsIncomplete({ missing }));
