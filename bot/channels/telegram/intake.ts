import type { Update } from 'node-telegram-bot-api/types';
import type { Logger } from '../../../activities/ports/services.ts';
import type { InboundStore, InboundUpdate } from '../../../activities/ports/store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { channelName, projectUpdate } from './project-update.ts';
import type { BotSelf, Projected } from './project-update.ts';

type Wanted = Exclude<Projected, { kind: 'ignored' }>;

export interface Intake {
  /** Stores an update; once this resolves it may be acknowledged. A repeated one is dropped. */
  accept(update: Update, me: BotSelf): Promise<void>;
  /** Takes up what an earlier run stored and did not finish. */
  resume(): Promise<void>;
  /** Waits for the updates in work. What was not begun stays stored for the next start. */
  close(): Promise<void>;
}

/** Updates are stored before they are acknowledged, handled in order within a chat, and marked when they are done. */
export function createIntake(ports: {
  inbound: InboundStore;
  log: Logger;
  handle: (projected: Wanted) => Promise<void>;
}): Intake {
  const { inbound, log, handle } = ports;
  const queue = createSerialQueue();
  let closed = false;

  function enqueue(stored: InboundUpdate): void {
    const projected = JSON.parse(stored.payload) as Wanted;
    const handled = queue.run(keyOf(projected), async () => {
      if (closed) return;
      await handle(projected);
      await inbound.markProcessed(stored.id);
    });
    handled.catch((error: unknown) => {
      if (!closed) log.error('telegram.updateNotMarked', { error: String(error) });
    });
  }

  return {
    async accept(update, me) {
      const projected = projectUpdate(update, me);
      if (projected.kind === 'ignored' || isOverheard(projected)) return;
      const stored = await inbound.accept(channelName, String(update.update_id), JSON.stringify(projected));
      if (stored !== null) enqueue(stored);
    },
    async resume() {
      const left = await inbound.unprocessed(channelName);
      if (left.length > 0) log.info('telegram.resumed', { updates: left.length });
      left.forEach(enqueue);
    },
    async close() {
      closed = true;
      await queue.idle();
    },
  };
}

/** What people say to one another in a group is not ours to store, not even for a moment. */
const isOverheard = (projected: Wanted): boolean =>
  projected.kind === 'message' && !projected.message.addressed;

const keyOf = (projected: Wanted): string => {
  switch (projected.kind) {
    case 'message':
      return projected.message.chat.id;
    case 'membership':
      return projected.chatId;
    case 'orphanCallback':
      return projected.callbackQueryId;
  }
};
