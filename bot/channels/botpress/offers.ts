import type { Client } from '@botpress/client';
import { z } from 'zod';
import type { Logger } from '../../../activities/ports/services.ts';
import type { OfferedButton } from './render.ts';

/** What was offered in so many conversations is known while Botpress does not say it. */
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

  /** Null when Botpress does not say. */
  async function load(id: string): Promise<OfferedButton[] | null> {
    try {
      const { state } = await client.getState({ type: 'conversation', id, name: 'offered' });
      return payload.safeParse(state.payload).data?.buttons ?? null;
    } catch (error) {
      // There is none yet, mostly.
      log.debug('botpress.offersNotRead', { error: String(error) });
      return null;
    }
  }

  return {
    async note(conversationId, buttons) {
      // Also where there are none: another process may have offered some since.
      remember(conversationId, buttons);
      try {
        const state = { type: 'conversation' as const, id: conversationId, name: 'offered' };
        await client.setState({ ...state, payload: { buttons } });
      } catch (error) {
        log.warn('botpress.offersNotKept', { error: String(error) });
      }
    },
    async dataOf(conversationId, label) {
      // What this process remembers may be older than what another one has offered. Without both a label is read as what it says.
      const known = (await load(conversationId)) ?? remembered.get(conversationId);
      return known?.find((button) => button.label === label)?.data ?? null;
    },
  };
}
