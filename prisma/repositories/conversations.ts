import type { ConversationStore } from '../../activities/ports/store.ts';
import type { Database } from '../client.ts';

const maxBytes = 8 * 1024;

export function createConversationStore(db: Database): ConversationStore {
  return {
    load: async (key) => {
      const stored = await db.conversation.findUnique({ where: { key } });
      return stored && (JSON.parse(stored.state) as unknown);
    },

    save: async (key, state) => {
      // A dialogue that has ended leaves nothing behind.
      if (state === null || state === undefined) {
        await db.conversation.deleteMany({ where: { key } });
        return;
      }
      const text = JSON.stringify(state);
      const bytes = Buffer.byteLength(text);
      if (bytes > maxBytes) throw new RangeError(`conversation state of ${bytes} bytes, ${maxBytes} at most`);
      await db.conversation.upsert({
        where: { key },
        create: { key, state: text },
        update: { state: text },
      });
    },
  };
}
