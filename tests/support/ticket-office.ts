import { knownNames } from '../../bot/engine/known-names.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { DeliveryPorts } from '../../bot/tickets/delivery-ports.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import type { StaffActs, StaffSide } from '../../bot/tickets/staff-side.ts';
import type { Ticket } from '../../activities/ports/tickets.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { openEngineOffice } from './engine-office.ts';
import type { EngineOffice, Person, Shown } from './engine-office.ts';
import { createFakeSender } from './fake-sender.ts';
import type { FakeSender } from './fake-sender.ts';

/** An engine's office with the staff's side of its tickets, and a channel that keeps what it is given. */
export interface TicketOffice extends EngineOffice {
  sender: FakeSender;
  staffSide: StaffSide;
  ticketPorts: DeliveryPorts;
  deliver: () => Promise<number>;
  /** Somebody at the command line; each act is an event of its own. */
  by: () => StaffActs;
  openOf: (person: Person) => Promise<Ticket | null>;
  /** Has the person's question, which the bot cannot answer, handed to a person; resolves to the ticket's number. */
  opened: (person: Person) => Promise<number>;
  /** The transcript: words as they are, what happened in brackets. */
  said: (ticketId: number) => Promise<string[]>;
  sentTo: (chatId: string) => string[];
}

/** Of what the notice does not say. */
export const hardQuestion = '买方信用限额怎么申请';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export async function openTicketOffice(): Promise<TicketOffice> {
  const office = await openEngineOffice();
  const { stores, pack } = office;
  const sender = createFakeSender('telegram');
  const ticketPorts: DeliveryPorts = {
    ...{ stores, packId: pack.id, officeHours: defaultOfficeHours, log: silent },
    ...{ clock: { now: () => new Date(office.now()) }, senders: { telegram: sender }, desk: null },
    knownNames: () => knownNames(pack),
  };
  let serial = 0;
  const openOf = async (person: Person): Promise<Ticket | null> =>
    stores.tickets.openOf(await person.identityId());
  return {
    ...office,
    ...{ sender, ticketPorts, staffSide: createStaffSide(ticketPorts) },
    deliver: () => deliverTickets(ticketPorts),
    by: () => ({ actor: 'cli', eventId: `act-${(serial += 1)}` }),
    openOf,
    async opened(person) {
      await person.says(hardQuestion);
      await person.taps('找工作人员');
      const ticket = await openOf(person);
      if (ticket === null) throw new Error('no ticket');
      return ticket.id;
    },
    said: async (id) =>
      (await stores.tickets.transcript(id)).map(({ kind, text }) => (kind === 'text' ? text : `[${kind}]`)),
    sentTo: (chatId) =>
      sender.sent.filter((m) => m.chatId === chatId).map((m) => m.message.paragraphs.join('\n')),
  };
}

export const isSilent = (shown: Shown): boolean => shown.replies.length === 0;
