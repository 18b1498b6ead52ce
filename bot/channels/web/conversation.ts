import type { Logger } from '../../../activities/ports/services.ts';
import type { ChatMessageStore } from '../../../activities/ports/store.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { readRow, writeBotBody, writeVisitorBody } from './chat-rows.ts';
import type { VisitorBody } from './chat-rows.ts';
import type { ChatItem, ChatPage } from './contract.ts';
import type { WakeUps } from './wake-ups.ts';

/** `ChatMessageStore.after` returns this many rows at most. */
const pageSize = 200;
/** Rows that another process wrote (a worker's reminder) are found this late at most. */
const pollMs = 3000;

/** Conversations as rows that only grow, and streams that follow them. */
export interface Conversation {
  addFromVisitor(identityId: string, body: VisitorBody, dedupeKey: string): Promise<void>;
  /** Returns the row's ID; with `replaces`, the row stands in the place of an earlier one. */
  addFromBot(
    identityId: string,
    message: OutboundMessage,
    o: { replaces: number | null; dedupeKey?: string },
  ): Promise<number>;
  page(identityId: string, afterId: number): Promise<ChatPage>;
  follow(identityId: string, afterId: number, onItem: (item: ChatItem) => void): () => void;
  /** Label of a button that the message shows now, or null. */
  labelOf(identityId: string, messageId: number, data: string): Promise<string | null>;
}

export interface ConversationPorts {
  chatMessages: ChatMessageStore;
  wakeUps: WakeUps;
  log: Logger;
}

export function createConversation(p: ConversationPorts): Conversation {
  const page = async (identityId: string, afterId: number): Promise<ChatPage> => {
    const rows = await p.chatMessages.after(identityId, afterId);
    return { items: rows.map(readRow), more: rows.length >= pageSize };
  };
  const allAfter = async function* (identityId: string, afterId: number): AsyncGenerator<ChatItem> {
    let cursor = afterId;
    for (;;) {
      const { items, more } = await page(identityId, cursor);
      yield* items;
      cursor = items.at(-1)?.id ?? cursor;
      if (!more) return;
    }
  };
  return {
    page,
    async addFromVisitor(identityId, body, dedupeKey) {
      await p.chatMessages.append({ identityId, direction: 'in', body: writeVisitorBody(body), dedupeKey });
      p.wakeUps.wake(identityId);
    },
    async addFromBot(identityId, message, { replaces, dedupeKey }) {
      const { id } = await p.chatMessages.append({
        identityId,
        direction: 'out',
        body: writeBotBody(message, replaces),
        ...(dedupeKey === undefined ? {} : { dedupeKey }),
      });
      p.wakeUps.wake(identityId);
      return id;
    },
    async labelOf(identityId, messageId, data) {
      let label: string | null = null;
      for await (const item of allAfter(identityId, messageId - 1)) {
        if (item.from !== 'bot' || (item.id !== messageId && item.replaces !== messageId)) continue;
        const found = item.message.buttons.flat().find((b) => b.kind === 'callback' && b.data === data);
        label = found?.label ?? label;
      }
      return label;
    },
    follow(identityId, afterId, onItem) {
      let cursor = afterId;
      let stopped = false;
      let reading = false;
      let wokenMeanwhile = false;
      // Reads from the store on every wake-up, so what is streamed and what a reload shows are the same rows.
      const read = async (): Promise<void> => {
        wokenMeanwhile = true;
        if (reading) return;
        reading = true;
        try {
          while (wokenMeanwhile) {
            wokenMeanwhile = false;
            for await (const item of allAfter(identityId, cursor)) {
              if (stopped) return;
              cursor = item.id;
              onItem(item);
            }
          }
        } catch (error) {
          p.log.warn('web.followFailed', { identityId, error });
        } finally {
          reading = false;
        }
      };
      const unlisten = p.wakeUps.listen(identityId, () => void read());
      const poll = setInterval(() => void read(), pollMs);
      void read();
      return () => {
        stopped = true;
        clearInterval(poll);
        unlisten();
      };
    },
  };
}
