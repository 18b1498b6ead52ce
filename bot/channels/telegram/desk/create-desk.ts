import type { Api } from 'node-telegram-bot-api';
import type { Update } from 'node-telegram-bot-api/types';
import type { Logger } from '../../../../activities/ports/services.ts';
import type { StaffDesk } from '../../../tickets/desk.ts';
import { channelName } from '../projected.ts';
import type { BotSelf } from '../projected.ts';
import { deskEventOf } from './desk-event.ts';
import type { DeskEvent } from './desk-event.ts';
import { createDeskPost } from './desk-post.ts';
import { handleDeskEvent } from './handle-desk-event.ts';
import type { DeskPorts } from './handle-desk-event.ts';
import { createTelegramDesk } from './telegram-desk.ts';

/** What the staff's group needs besides the channel. */
export type DeskOptions = Pick<DeskPorts, 'stores' | 'staffSide' | 'now'>;

export interface DeskWanted {
  kind: 'desk';
  externalId: string;
  event: DeskEvent;
}

export interface Desk {
  staffDesk: StaffDesk;
  /** What is to be stored and handled of an update that is a matter of the staff's group; null for every other. */
  take(update: Update, me: BotSelf): Promise<DeskWanted | null>;
  handle(wanted: DeskWanted): Promise<void>;
}

export const isOfDesk = (stored: { kind: string }): stored is DeskWanted => stored.kind === 'desk';

/** What staff do with one ticket is done in order. */
export const deskKeyOf = ({ event }: DeskWanted): string => `desk/${event.chatId}`;

export function createDesk({ api, log, ...options }: DeskOptions & { api: Api; log: Logger }): Desk {
  const { tickets } = options.stores;
  const post = createDeskPost(api);
  const ports: DeskPorts = { api, log, post, ...options };
  return {
    staffDesk: createTelegramDesk({ api, post, tickets, log }),

    async take(update, me) {
      const event = deskEventOf(update, me, (await tickets.staffGroup(channelName))?.chatId ?? null);
      if (event === null) return null;
      // What belongs to no ticket is a group's talk like any other.
      const isTickets =
        !('place' in event) || (await tickets.ticketOfThread(event.chatId, event.place)) !== null;
      return isTickets ? { kind: 'desk', externalId: event.externalId, event } : null;
    },

    handle: ({ event }) => handleDeskEvent(ports, event),
  };
}
