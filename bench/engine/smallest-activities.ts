import type { MessageSender } from '../../activities/ports/services.ts';
import type { SmallestState } from './smallest-contract.ts';
import type { SmallestStore } from './smallest-store.ts';

/** Its side effects: one statement for a projection, and one before and one after a message. */
export const createSmallestActivities = (store: SmallestStore, sender: MessageSender) => ({
  save: async (state: SmallestState & { id: string }): Promise<void> => store.save(state),

  send: async ({ id, key, text }: { id: string; key: string; text: string }): Promise<void> => {
    if (!store.begin(`${id}/${key}`)) return;
    await sender.send(id, { paragraphs: [text], buttons: [], citation: null });
    store.end(`${id}/${key}`);
  },
});

export type SmallestActivities = ReturnType<typeof createSmallestActivities>;
