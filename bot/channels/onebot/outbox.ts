import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import { usualTimings } from './contract.ts';
import type { OneBotAccess } from './contract.ts';
import { keepConnected } from './forward.ts';
import { createLines } from './lines.ts';
import { createOffers } from './offers.ts';
import { createPace, usualPace } from './pace.ts';
import { createOneBotSender } from './sender.ts';

/** For a process that sends and does not receive: it has a connection of its own, whose events it does not read. */
export function createOneBotOutbox(
  access: OneBotAccess & { url: string },
  log: Logger,
): { sender: MessageSender; close(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const timings = usualTimings;
  const ignore = (): void => undefined;
  const lines = createLines({ log, timings, onEvent: ignore, onRefused: ignore, onAnswered: ignore });
  const offers = createOffers();
  const connecting = keepConnected({
    ...{ access, lines, log, signal, againMs: timings.againMs, onHindrance: ignore },
  });
  return {
    sender: createOneBotSender({ lines, offers, timings, pace: createPace(usualPace) }),
    async close() {
      stopping.abort();
      lines.hangUp();
      await connecting;
    },
  };
}
