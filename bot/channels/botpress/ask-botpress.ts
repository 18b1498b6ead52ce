import type { BotpressAccess } from './contract.ts';
import { createClient } from './create-client.ts';
import { statusOf } from './send-error.ts';

/** What Botpress says to our token. */
export type BotpressAnswer =
  | { outcome: 'ok' }
  /** The token, or the bot that it is for, is not accepted. */
  | { outcome: 'refused'; status: number }
  /** It answers, but not as it should. */
  | { outcome: 'failed'; status: number }
  | { outcome: 'unreachable'; reason: string };

/** Asks for something harmless that only the bot's own token may read. */
export async function askBotpress(access: BotpressAccess): Promise<BotpressAnswer> {
  try {
    await createClient({ timeoutMs: 10_000, ...access }).listConversations({});
    return { outcome: 'ok' };
  } catch (error) {
    const status = statusOf(error);
    if (status === null) {
      return { outcome: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
    }
    return { outcome: [401, 403, 404].includes(status) ? 'refused' : 'failed', status };
  }
}
