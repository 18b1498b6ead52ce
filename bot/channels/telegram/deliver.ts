import { SendError } from '../../../activities/ports/services.ts';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Reply } from '../../model.ts';
import { pause } from './pause.ts';

const attempts = 3;
const longestWaitMs = 30_000;

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

/** Tries again only what surely was not sent, and only for a short while: somebody waits for this reply. */
async function patiently<T>({ log, signal }: Delivery, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const waitMs = error instanceof SendError ? waitOf(error, attempt) : null;
      if (waitMs === null || attempt >= attempts || signal.aborted) throw error;
      log.info('telegram.replyDelayed', { waitMs, attempt });
      await pause(waitMs, signal);
    }
  }
}

function waitOf(error: SendError, attempt: number): number | null {
  if (error.fate !== 'notSent') return null;
  if (error.code === 'network') return 500 * attempt;
  if (error.code !== 'rateLimited') return null;
  const waitMs = error.retryAfterMs ?? 1_000;
  return waitMs > longestWaitMs ? null : waitMs;
}
