import { createAskerSide } from '../../bot/tickets/asker-side.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { ChatIdentity, Stores } from '../../activities/ports/store.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { createFakeSender } from './fake-sender.ts';
import type { FakeSender } from './fake-sender.ts';
import { packId } from './fictional-firms.ts';

/** Askers of an office, and the channel that answers reach them by. */
export interface ConsoleAskers {
  sender: FakeSender;
  /** Wants a person; resolves to the ticket's number. */
  asks(
    who: string,
    text: string,
    o?: { uscc?: string; group?: string; reachable?: boolean },
  ): Promise<number>;
  /** Writes on in the open ticket. */
  says(who: string, text: string): Promise<void>;
  identity(who: string): Promise<ChatIdentity>;
  deliver(): Promise<number>;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export function consoleAskers(stores: Stores, now: () => Date): ConsoleAskers {
  const sender = createFakeSender('telegram');
  const ports = {
    ...{ stores, packId, officeHours: defaultOfficeHours, log: silent, clock: { now } },
    ...{ senders: { telegram: sender }, desk: null, knownNames: () => [] },
  };
  const side = createAskerSide(ports);
  let serial = 0;
  const event = (): string => `asked-${(serial += 1)}`;
  const identity = async (who: string): Promise<ChatIdentity> => {
    const known = await stores.identities.known({ channel: 'telegram', externalUserId: who });
    if (known === null) throw new Error(`${who} has not asked yet`);
    return known;
  };
  return {
    sender,
    identity,
    deliver: () => deliverTickets(ports),

    async asks(who, about, { uscc, group, reachable = group === undefined } = {}) {
      const asker = await stores.identities.upsertIdentity({
        ...{ channel: 'telegram', externalUserId: who },
        ...(reachable && { privateChatId: `chat-${who}` }),
      });
      if (uscc !== undefined) await stores.identities.linkFirm(asker.id, uscc);
      const { ticket } = await side.wantPerson(asker, {
        ...{ eventId: event(), about, matter: null, locale: 'zh-CN' },
        group: group === undefined ? null : { chatId: group, messageId: '7' },
      });
      return ticket.id;
    },

    async says(who, text) {
      const ticket = await stores.tickets.openOf((await identity(who)).id);
      if (ticket === null) throw new Error('no open ticket');
      await side.say(ticket, { eventId: event(), text, group: null });
    },
  };
}
