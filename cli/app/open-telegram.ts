import { setTimeout as delay } from 'node:timers/promises';
import type { TelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { Role } from '../instance-lock.ts';
import type { AppParts } from './app-parts.ts';

const askAgainAfterMs = 30_000;

/** Updates come to one process: the bot that polls, or the server that Telegram calls. */
export const receivesTelegram = ({ receivesBy }: TelegramChannel, role: Role | null): boolean =>
  role === null || role === (receivesBy === 'polling' ? 'bot' : 'server');

/** Receives; or, where another process does, only learns the bot's name for links to it. */
export async function openTelegram(
  { closers, log }: AppParts,
  telegram: TelegramChannel,
  role: Role | null,
): Promise<void> {
  if (receivesTelegram(telegram, role)) {
    closers.add('telegram', () => telegram.stop());
    await telegram.start();
    return;
  }
  const stopping = new AbortController();
  closers.add('telegram name', () => stopping.abort());
  const learn = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await telegram.introduce();
        return;
      } catch (error) {
        log.warn('telegram.nameNotLearnt', { error });
      }
      await delay(askAgainAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  void learn();
}
