import type { Client } from '@botpress/client';
import { z } from 'zod';
import type { Logger } from '../../../activities/ports/services.ts';
import type { OfferedButton } from './render.ts';

/** What was offered in so many conversations is known without asking Botpress. */
const mostRemembered = 2_000;

const payload = z.object({
  buttons: z.array(z.object({ label: z.string(), data: z.string() })),
});

/** The buttons shown last in each conversation, kept as the conversation's state so that another process knows them too. */
export interface Offers {
  note(conversationId: string, buttons: OfferedButton[]): Promise<void>;
  /** What the button with this label means; null when it was not offered last. */
  dataOf(conversationId: string, label: string): Promise<string | null>;
}

export function createOffers(client: Pick<Client, 'getState' | 'setState'>, log: Logger): Offers {
  const remembered = new Map<string, OfferedButton[]>();
  const remember = (conversationId: string, buttons: OfferedButton[]): void => {
    remembered.delete(conversationId);
    remembered.set(conversationId, buttons);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  async function load(id: string): Promise<OfferedButton[]> {
    try {
      const { state } = await client.getState({ type: 'conversation', id, name: 'offered' });
      return payload.safeParse(state.payload).data?.buttons ?? [];
    } catch (error) {
      // There is none yet, mostly. A label is then read as what it says, which is often enough.
      log.debug('botpress.offersNotRead', { error: String(error) });
      return [];
    }
  }

  return {
    async note(conversationId, buttons) {
      const before = remembered.get(conversationId);
      remember(conversationId, buttons);
      if (buttons.length === 0 && before?.length === 0) return;
      try {
        const state = { type: 'conversation' as const, id: conversationId, name: 'offered' };
        await client.setState({ ...state, payload: { buttons } });
      } catch (error) {
        log.warn('botpress.offersNotKept', { error: String(error) });
      }
    },
    async dataOf(conversationId, label) {
      const known = remembered.get(conversationId) ?? (await load(conversationId));
      remember(conversationId, known);
      return known.find((button) => button.label === label)?.data ?? null;
    },
  };
}
