import { SendError } from '../../activities/ports/services.ts';
import type { Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Reply } from '../model.ts';
import { pause } from './pause.ts';

/** How long a reply is tried for. What asked for it stays stored meanwhile, so that a restart goes on. */
const patienceMs = { rateLimited: 10 * 60_000, network: 2 * 60_000 };
const longestPauseMs = 10_000;

export interface Delivery {
  sender: MessageSender;
  log: Logger;
  /** Aborted when the channel stops: nothing is waited for any more. */
  signal: AbortSignal;
}

export interface Place {
  chatId: string;
  /** Message that the reply takes the place of; null: it is a new one. */
  replaces: string | null;
  /** Message that the reply answers, for a place where many talk at once. */
  replyTo?: string;
  /** Says which reply it is: the same one sent again has the same key. */
  key: string;
}

/** Puts an engine's reply into the chat, and lets it act once it is there. Returns its message's ID. Throws `SendError`. */
export async function deliver(delivery: Delivery, place: Place, reply: Reply): Promise<string> {
  const { sender, log } = delivery;
  const { chatId, replaces, key } = place;
  const messageId = await put(delivery, place, reply.message);
  const instead = await reply.onSent?.(messageId).catch((error: unknown) => {
    log.error('door.onSentFailed', { channel: sender.channel, error: String(error) });
    return null;
  });
  if (instead) {
    const shown = replaces ?? messageId;
    await put(delivery, { chatId, replaces: shown, key: `${key}/next` }, instead);
  }
  return messageId;
}

/** A message that cannot be edited (deleted, too old, or the channel edits none) is followed by a new one. */
export async function put(
  delivery: Delivery,
  { chatId, replaces, replyTo, key }: Place,
  message: Reply['message'],
): Promise<string> {
  const { sender } = delivery;
  if (replaces !== null) {
    try {
      await patiently(delivery, () => sender.edit(chatId, replaces, message, { key }));
      return replaces;
    } catch (error) {
      if (!(error instanceof SendError) || error.code !== 'badRequest') throw error;
    }
  }
  const how = { key, ...(replyTo === undefined ? {} : { replyTo }) };
  return (await patiently(delivery, () => sender.send(chatId, message, how))).messageId;
}

/** Tries again only what surely was not sent, and not for ever: somebody waits for this reply. */
async function patiently<T>({ sender, log, signal }: Delivery, send: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const stopped = (): boolean => signal.aborted;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const waitMs =
        error instanceof SendError ? waitOf(error, attempt, performance.now() - startedAt) : null;
      if (waitMs === null || stopped()) throw error;
      log.info('door.replyDelayed', { channel: sender.channel, waitMs, attempt });
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
