import type { Api } from 'node-telegram-bot-api';
import type { Logger } from '../../../activities/ports/services.ts';
import { decodeChatId } from './chat-id.ts';

/** An answer that comes at once needs no sign that one is coming. */
const defaultAfterMs = 700;
/** Telegram shows the sign for five seconds. */
const againAfterMs = 4_500;
/** Who waits longer than this waits for a limit to pass, and nobody types. */
const mostTimes = 6;

export interface TypingPorts {
  api: Api;
  log: Logger;
  signal: AbortSignal;
  typingAfterMs?: number;
}

/** Shows in the chat that an answer is being made for as long as `job` takes, if that is long. */
export async function whileTyping<T>(
  { api, log, signal, typingAfterMs = defaultAfterMs }: TypingPorts,
  chatId: string,
  job: () => Promise<T>,
): Promise<T> {
  let times = 0;
  const show = (): void => {
    times += 1;
    api.sendChatAction({ ...decodeChatId(chatId), action: 'typing' }, signal).catch((error: unknown) => {
      log.debug('telegram.typingNotShown', { error: String(error) });
    });
    if (times < mostTimes) timer = setTimeout(show, againAfterMs);
  };
  let timer = setTimeout(show, typingAfterMs);
  try {
    return await job();
  } finally {
    clearTimeout(timer);
  }
}
