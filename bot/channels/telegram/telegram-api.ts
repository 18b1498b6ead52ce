import { Api, TelegramApiError } from 'node-telegram-bot-api';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { GroupStore } from '../../../activities/ports/groups.ts';
import { pause } from '../pause.ts';
import type { TelegramAccess } from './contract.ts';
import { noteMoves } from './groups.ts';
import { createTelegramSender } from './sender.ts';

const attempts = 3;
/** Whoever called is still there then. */
const longestWaitMs = 60_000;
/** What is sent is repeated, or not, by who knows whether that is right; a poll waits by itself. */
const leftToCaller: ReadonlySet<string> = new Set([
  ...['sendMessage', 'editMessageText', 'getUpdates'],
  // Nobody misses a sign that somebody types.
  'sendChatAction',
]);

/** Waits when Telegram says how long (429), and then asks again. */
class PatientApi extends Api {
  protected override async request<R>(
    method: string,
    params?: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await super.request<R>(method, params, signal);
      } catch (error) {
        const waitMs = leftToCaller.has(method) ? null : waitOf(error);
        if (waitMs === null || attempt === attempts || signal?.aborted === true) throw error;
        await pause(waitMs, signal ?? new AbortController().signal);
      }
    }
  }
}

function waitOf(error: unknown): number | null {
  if (!(error instanceof TelegramApiError) || error.errorCode !== 429) return null;
  const waitMs = (error.retryAfter ?? 1) * 1_000;
  return waitMs > longestWaitMs ? null : waitMs;
}

export const createTelegramApi = ({ token, apiRoot, fetch, timeoutMs }: TelegramAccess): Api =>
  new PatientApi(token, {
    // A repeated sendMessage is a duplicate; Temporal repeats what may be repeated.
    maxRetries: 0,
    timeoutMs: timeoutMs ?? 15_000,
    ...(apiRoot === null ? {} : { apiRoot }),
    ...(fetch === null ? {} : { fetch }),
  });

/** For a process that sends and does not receive. */
export const createTelegramOutbox = (
  access: TelegramAccess,
  { groups, log }: { groups: GroupStore; log: Logger },
): MessageSender => createTelegramSender(createTelegramApi(access), { onMoved: noteMoves({ groups, log }) });
