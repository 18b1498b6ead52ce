import { z } from 'zod';
import { callTelegram } from './doctor/telegram-api.ts';
import { createProxyFetch } from './proxy-fetch.ts';
import type { Settings } from './settings.ts';

const bot = z.object({ username: z.string() });

/** Username of the configured bot, for deep links; null without a bot, or when Telegram does not answer. */
export async function botUsername({ telegram }: Settings): Promise<string | null> {
  if (telegram === null) return null;
  const answer = await callTelegram(telegram, 'getMe', createProxyFetch(telegram.proxy));
  if (answer.outcome !== 'ok') return null;
  const parsed = bot.safeParse(answer.result);
  return parsed.success ? parsed.data.username : null;
}
