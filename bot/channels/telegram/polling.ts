import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import type { Update } from 'node-telegram-bot-api/types';
import { pause } from '../pause.ts';
import { wantedUpdates } from './project-update.ts';

/** A server that answers an empty poll at once must not make us spin. */
const shortestRoundMs = 200;
const longestBackoffMs = 30_000;

export interface PollOptions {
  api: Api;
  signal: AbortSignal;
  /** How long the server holds an empty poll. */
  timeoutSeconds: number;
  /** Called with each update, in order; an update is acknowledged only after this resolves. */
  accept: (update: Update) => Promise<void>;
  onState: (state: { ok: true } | { ok: false; error: unknown; conflict: boolean }) => void;
}

/** Polls until `signal` is aborted. Errors are reported and waited out; an update that was not stored comes again. */
export async function poll({ api, signal, timeoutSeconds, accept, onState }: PollOptions): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  const stopped = (): boolean => signal.aborted;
  while (!stopped()) {
    const startedAt = performance.now();
    try {
      const updates = await api.getUpdates(
        {
          timeout: timeoutSeconds,
          allowed_updates: [...wantedUpdates],
          ...(offset === undefined ? {} : { offset }),
        },
        signal,
      );
      for (const update of updates) {
        await accept(update);
        offset = update.update_id + 1;
      }
      failures = 0;
      onState({ ok: true });
      const tookMs = performance.now() - startedAt;
      if (updates.length === 0 && tookMs < shortestRoundMs) await pause(shortestRoundMs - tookMs, signal);
    } catch (error) {
      if (stopped()) return;
      failures += 1;
      const conflict = error instanceof TelegramApiError && error.errorCode === 409;
      onState({ ok: false, error, conflict });
      const asked = error instanceof TelegramApiError ? (error.retryAfter ?? 0) * 1_000 : 0;
      const backoffMs = Math.min(500 * 2 ** Math.min(failures, 6), longestBackoffMs);
      await pause(Math.max(asked, backoffMs), signal);
    }
  }
}
