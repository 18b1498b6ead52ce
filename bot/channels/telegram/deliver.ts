import { SendError } from '../../../activities/ports/services.ts';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Reply } from '../../model.ts';
import { pause } from './pause.ts';

/** How long a reply is tried for. What asked for it stays stored meanwhile, so that a restart goes on. */
const patienceMs = { rateLimited: 10 * 60_000, network: 2 * 60_000 };
const longestPauseMs = 10_000;

export interface Delivery {
  sender: MessageSender;
  log: Logger;
  signal: AbortSignal;
}

/** Puts an engine's reply into the chat, and lets it act once it is there. Throws `SendError`. */
export async function deliver(
  delivery: Delivery,
  chatId: string,
  tappedMessageId: string | null,
  reply: Reply,
): Promise<void> {
  const { sender } = delivery;
  const messageId =
    reply.kind === 'edit' && tappedMessageId !== null
      ? await editOrSend(delivery, chatId, tappedMessageId, reply)
      : (await patiently(delivery, () => sender.send(chatId, reply.message))).messageId;
  const instead = await reply.onSent?.(messageId);
  if (instead !== undefined && instead !== null) {
    await patiently(delivery, () => sender.edit(chatId, messageId, instead));
  }
}

/** A message that can no longer be edited (deleted, or too old) is followed by a new one. */
async function editOrSend(
  delivery: Delivery,
  chatId: string,
  messageId: string,
  reply: Reply,
): Promise<string> {
  const { sender } = delivery;
  try {
    await patiently(delivery, () => sender.edit(chatId, messageId, reply.message));
    return messageId;
  } catch (error) {
    if (!(error instanceof SendError) || error.code !== 'badRequest') throw error;
    return (await patiently(delivery, () => sender.send(chatId, reply.message))).messageId;
  }
}

/** Tries again only what surely was not sent, and not for ever: somebody waits for this reply. */
async function patiently<T>({ log, signal }: Delivery, send: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const stopped = (): boolean => signal.aborted;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const waitMs =
        error instanceof SendError ? waitOf(error, attempt, performance.now() - startedAt) : null;
      if (waitMs === null || stopped()) throw error;
      log.info('telegram.replyDelayed', { waitMs, attempt });
      await pause(waitMs, signal);
      // Cut short: it was not to be sent yet.
      if (stopped()) throw error;
    }
  }
}

/** Null: there is no point in trying again. */
function waitOf({ fate, code, retryAfterMs }: SendError, attempt: number, triedForMs: number): number | null {
  if (fate !== 'notSent' || (code !== 'network' && code !== 'rateLimited')) return null;
  const ownMs = code === 'network' ? Math.min(500 * 2 ** (attempt - 1), longestPauseMs) : 1_000;
  const waitMs = retryAfterMs ?? ownMs;
  return triedForMs + waitMs > patienceMs[code] ? null : waitMs;
}
