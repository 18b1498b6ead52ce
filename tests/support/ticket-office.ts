import { knownNames } from '../../bot/engine/known-names.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { DeliveryPorts } from '../../bot/tickets/delivery-ports.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import type { StaffActs, StaffResult, StaffSide, StaffWrites } from '../../bot/tickets/staff-side.ts';
import type { Ticket } from '../../activities/ports/tickets.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { openEngineOffice } from './engine-office.ts';
import type { EngineOffice, Person, Shown } from './engine-office.ts';
import { createFakeSender } from './fake-sender.ts';
import type { FakeSender } from './fake-sender.ts';

/** Who writes has just looked where it goes, unless it is told otherwise. */
interface LookingStaff extends Omit<StaffSide, 'reply'> {
  reply(id: number, text: string, by: StaffActs | StaffWrites): Promise<StaffResult>;
}

/** An engine's office with the staff's side of its tickets, and a channel that keeps what it is given. */
export interface TicketOffice extends EngineOffice {
  sender: FakeSender;
  staffSide: LookingStaff;
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
  const side = createStaffSide(ticketPorts);
  const staffSide: LookingStaff = {
    ...side,
    async reply(id, text, by) {
      const ticket = await side.find(id);
      const told = ticket === null ? 'nowhere' : await side.destination(ticket);
      return side.reply(id, text, 'onDesk' in by || 'told' in by ? (by as StaffWrites) : { ...by, told });
    },
  };
  let serial = 0;
  const openOf = async (person: Person): Promise<Ticket | null> =>
    stores.tickets.openOf(await person.identityId());
  return {
    ...office,
    ...{ sender, ticketPorts, staffSide },
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
