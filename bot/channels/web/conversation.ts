import type { Logger } from '../../../activities/ports/services.ts';
import type { ChatMessageStore, IdentityStore } from '../../../activities/ports/store.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { readRow, writeBotBody, writeVisitorBody } from './chat-rows.ts';
import type { VisitorBody } from './chat-rows.ts';
import { channelName } from './contract.ts';
import type { ChatItem, ChatPage } from './contract.ts';
import type { WakeUps } from './wake-ups.ts';

/** `ChatMessageStore.after` returns this many rows at most. */
const pageSize = 200;
/** Rows that another process wrote (a worker's reminder) are found this late at most. */
const pollMs = 3000;

/**
 * Conversations as rows that only grow, and streams that follow them. A visitor is named by the channel's ID: the identity behind
 * it is another one after the visitor has been erased, while its page is still open.
 */
export interface Conversation {
  addFromVisitor(visitorId: string, body: VisitorBody, dedupeKey: string): Promise<void>;
  /** Returns the row's ID; with `replaces`, the row stands in the place of an earlier one. */
  addFromBot(
    visitorId: string,
    message: OutboundMessage,
    o: { replaces: number | null; dedupeKey?: string },
  ): Promise<number>;
  page(visitorId: string, afterId: number): Promise<ChatPage>;
  follow(visitorId: string, afterId: number, onItem: (item: ChatItem) => void): () => void;
  /** Label of a button that the message shows now, or null. */
  labelOf(visitorId: string, messageId: number, data: string): Promise<string | null>;
}

export interface ConversationPorts {
  chatMessages: ChatMessageStore;
  identities: Pick<IdentityStore, 'known' | 'upsertIdentity'>;
  wakeUps: WakeUps;
  log: Logger;
}

export function createConversation(p: ConversationPorts): Conversation {
  const append = async (
    visitorId: string,
    row: Omit<Parameters<ChatMessageStore['append']>[0], 'identityId'>,
  ): Promise<number> => {
    const identity = await p.identities.upsertIdentity({ channel: channelName, externalUserId: visitorId });
    const { id } = await p.chatMessages.append({ identityId: identity.id, ...row });
    p.wakeUps.wake(visitorId);
    return id;
  };
  const page = async (visitorId: string, afterId: number): Promise<ChatPage> => {
    const identity = await p.identities.known({ channel: channelName, externalUserId: visitorId });
    if (identity === null) return { items: [], more: false };
    const rows = await p.chatMessages.after(identity.id, afterId);
    return { items: rows.map(readRow), more: rows.length >= pageSize };
  };
  const allAfter = async function* (visitorId: string, afterId: number): AsyncGenerator<ChatItem> {
    let cursor = afterId;
    for (;;) {
      const { items, more } = await page(visitorId, cursor);
      yield* items;
      cursor = items.at(-1)?.id ?? cursor;
      if (!more) return;
    }
  };
  return {
    page,
    async addFromVisitor(visitorId, body, dedupeKey) {
      await append(visitorId, { direction: 'in', body: writeVisitorBody(body), dedupeKey });
    },
    addFromBot: (visitorId, message, { replaces, dedupeKey }) =>
      append(visitorId, {
        direction: 'out',
        body: writeBotBody(message, replaces),
        ...(dedupeKey === undefined ? {} : { dedupeKey }),
      }),
    async labelOf(visitorId, messageId, data) {
      let label: string | null = null;
      for await (const item of allAfter(visitorId, messageId - 1)) {
        if (item.from !== 'bot' || (item.id !== messageId && item.replaces !== messageId)) continue;
        const found = item.message.buttons.flat().find((b) => b.kind === 'callback' && b.data === data);
        label = found?.label ?? label;
      }
      return label;
    },
    follow(visitorId, afterId, onItem) {
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
            for await (const item of allAfter(visitorId, cursor)) {
              if (stopped) return;
              cursor = item.id;
              onItem(item);
            }
          }
        } catch (error) {
          p.log.warn('web.followFailed', { visitorId, error });
        } finally {
          reading = false;
        }
      };
      const unlisten = p.wakeUps.listen(visitorId, () => void read());
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
