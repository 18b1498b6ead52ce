import { z } from 'zod';
import { telegramAsker } from './doctor/telegram-api.ts';
import { createProxyFetch } from './proxy-fetch.ts';
import type { Settings } from './settings.ts';

const bot = z.object({ username: z.string() });

/** Username of the configured bot, for deep links; null without a bot, or when Telegram does not answer. */
export async function botUsername({ telegram }: Settings): Promise<string | null> {
  if (telegram === null) return null;
  const answer = await telegramAsker(telegram, createProxyFetch(telegram.proxy))('getMe');
  if (answer.outcome !== 'ok') return null;
  const parsed = bot.safeParse(answer.result);
  return parsed.success ? parsed.data.username : null;
}
