import { z } from 'zod';
import { maskText } from '../log-masking.ts';
import type { Settings } from '../settings.ts';
import { firstLine } from './local-checks.ts';

const answerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
});

/** What `getMe` says of the bot. */
export const botSchema = z.object({
  id: z.number(),
  username: z.string(),
  can_join_groups: z.boolean().optional(),
  can_read_all_group_messages: z.boolean().optional(),
});
export type TelegramBot = z.infer<typeof botSchema>;

export type TelegramAnswer =
  | { outcome: 'ok'; result: unknown; serverTime: Date | null }
  | { outcome: 'refused'; code: number; description: string; serverTime: Date | null }
  | { outcome: 'unreachable'; reason: string };

type Method = 'getMe' | 'getWebhookInfo' | 'getUpdates' | 'getChat' | 'getChatMember';

/** Asks the Bot API. */
export type AskTelegram = (method: Method, params?: Record<string, string>) => Promise<TelegramAnswer>;

/** Calls of the Bot API that change nothing. Never throw; no reason ever holds the token. */
export const telegramAsker =
  (telegram: NonNullable<Settings['telegram']>, fetchThrough: typeof fetch): AskTelegram =>
  (method, params) =>
    callTelegram(telegram, fetchThrough, method, params);

async function callTelegram(
  telegram: NonNullable<Settings['telegram']>,
  fetchThrough: typeof fetch,
  method: Method,
  params: Record<string, string> = {},
): Promise<TelegramAnswer> {
  const root = telegram.apiRoot ?? 'https://api.telegram.org';
  try {
    const response = await fetchThrough(`${root}/bot${telegram.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(params).toString(),
      signal: AbortSignal.timeout(15_000),
    });
    const serverTime = timeOf(response.headers.get('date'));
    const answer = answerSchema.safeParse(await response.json().catch(() => null));
    if (answer.success && answer.data.ok) return { outcome: 'ok', result: answer.data.result, serverTime };
    const description = answer.success ? (answer.data.description ?? '') : '';
    return { outcome: 'refused', code: response.status, description, serverTime };
  } catch (error) {
    return { outcome: 'unreachable', reason: reasonOf(error).replaceAll(telegram.token, '***') };
  }
}

function timeOf(header: string | null): Date | null {
  const time = header === null ? NaN : Date.parse(header);
  return Number.isNaN(time) ? null : new Date(time);
}

/** `fetch failed` says nothing: the cause does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return maskText(firstLine(cause instanceof Error ? cause : error));
}
