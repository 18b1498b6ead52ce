import type { DeliveryTo, Ticket, TicketLine } from '../../activities/ports/tickets.ts';
import { newsSince } from '../../knowledge/tickets/conversation-mark.ts';
import type { ConversationMark } from '../../knowledge/tickets/conversation-mark.ts';
import { destinationOf } from '../../knowledge/tickets/destination.ts';
import type { Destination } from '../../knowledge/tickets/destination.ts';
import { auditOnce } from '../engine/audit-once.ts';
import { changeTicket } from './change-ticket.ts';
import type { TicketResult } from './change-ticket.ts';
import type { TicketPorts } from './ports.ts';

/** Who of the staff acts, and where. Who may, the caller has found out. */
export interface StaffActs {
  /** `Staff.id`, or `cli`. */
  actor: string;
  /** The same event twice is one act. */
  eventId: string;
  /** The staff's group shows it already; with the channel's ID of it where it is a message. */
  onDesk?: { messageId: string | null };
  /** What was in front of them: nothing is done where there is more by now. Absent: they see all as it comes. */
  seen?: ConversationMark;
}

/** Where whoever writes was told that it goes; in the staff's group it stands there. Nothing is written where it goes elsewhere by now. */
export type StaffWrites = StaffActs & ({ told: Destination } | { onDesk: NonNullable<StaffActs['onDesk']> });

/** `news`: more was said than was in front of who acts. `elsewhere`: it would reach other people than they were told. */
export type StaffResult = TicketResult<'news' | 'elsewhere'>;

/** What staff do with tickets, from whichever end: a staff group, a private chat, the command line, the console. */
export interface StaffSide {
  list(o: { closed: boolean; limit: number }): Promise<TicketLine[]>;
  find(id: number): Promise<Ticket | null>;
  /** Where a reply reaches the asker now. Staff are to see it before they write. */
  destination(ticket: Ticket): Promise<Destination>;
  reply(id: number, text: string, by: StaffWrites): Promise<StaffResult>;
  /** Among staff only. */
  note(id: number, text: string, by: StaffActs): Promise<TicketResult>;
  close(id: number, by: StaffActs): Promise<StaffResult>;
  reopen(id: number, by: StaffActs): Promise<StaffResult>;
  /** Null: nobody in particular. `from`: only where it is still assigned to them, or to the wanted one already. */
  assign(
    id: number,
    staffId: string | null,
    by: Pick<StaffActs, 'actor'> & { from?: string | null },
  ): Promise<TicketResult<'heldByOther'>>;
}

const toDesk = ({ onDesk }: StaffActs): DeliveryTo[] => (onDesk === undefined ? ['desk'] : []);

export function createStaffSide(ports: TicketPorts): StaffSide {
  const { tickets, identities, audit } = ports.stores;

  const audited = async <More extends string = never>(
    what: string,
    id: number,
    { actor, eventId }: Pick<StaffActs, 'actor'> & Partial<StaffActs>,
    act: () => Promise<TicketResult<More>>,
  ): Promise<TicketResult<More>> => {
    const result: TicketResult<More> =
      (await tickets.find(id)) === null ? { done: false, why: 'notFound' } : await act();
    const outcome = result.done ? 'done' : result.why;
    const log = eventId === undefined ? audit : auditOnce(audit, eventId);
    await log.record({ actor, action: `ticket.${what}`, target: `ticket/${id}`, outcome });
    return result;
  };

  const hasNews =
    ({ seen }: StaffActs) =>
    async ({ id }: Ticket): Promise<'news' | null> =>
      seen !== undefined && newsSince(await tickets.transcript(id), seen).length > 0 ? 'news' : null;

  const event =
    (kind: 'closed' | 'reopened') =>
    (id: number, by: StaffActs): Promise<StaffResult> =>
      audited(kind, id, by, () =>
        changeTicket(
          ports,
          id,
          { kind, by: 'staff' },
          {
            ...{ eventId: by.eventId, kind, author: 'staff', staffId: by.actor, text: '' },
            deliverTo: ['asker', ...toDesk(by)],
          },
          {},
          hasNews(by),
        ),
      );

  const destination: StaffSide['destination'] = async (ticket) => {
    const asker = await identities.findIdentity(ticket.askerId);
    const reachableInPrivate = asker !== null && asker.privateChatId !== null && !asker.blocked;
    return destinationOf({ reachableInPrivate }, { group: ticket.groupChatId }, ticket.toldDestination);
  };

  const goesElsewhere = async (by: StaffWrites, ticket: Ticket): Promise<'elsewhere' | null> =>
    'told' in by && by.told !== (await destination(ticket)) ? 'elsewhere' : null;

  return {
    destination,
    find: (id) => tickets.find(id),

    list: ({ closed, limit }) =>
      tickets.list(closed ? ['closed'] : ['open', 'waitingStaff', 'waitingAsker'], limit),

    reply: (id, text, by) =>
      audited('reply', id, by, async () =>
        changeTicket(
          ports,
          id,
          { kind: 'wrote', by: 'staff' },
          {
            ...{ eventId: by.eventId, kind: 'text', author: 'staff', staffId: by.actor, text },
            deskMessageId: by.onDesk?.messageId ?? null,
            deliverTo: ['asker', ...toDesk(by)],
          },
          // Whatever the asker does from here on: what was written for one is not for all.
          'told' in by ? { toldDestination: by.told } : {},
          async (ticket) => (await hasNews(by)(ticket)) ?? goesElsewhere(by, ticket),
        ),
      ),

    // Nothing changes for the asker, so the rules have nothing to say: also under a closed ticket.
    note: (id, text, by) =>
      audited('note', id, by, async () => {
        for (;;) {
          const ticket = await tickets.find(id);
          if (ticket === null) return { done: false, why: 'notFound' };
          const outcome = await tickets.apply(ticket, { at: ports.clock.now().toISOString() }, [
            {
              ...{ eventId: by.eventId, kind: 'note', author: 'staff', staffId: by.actor, text },
              deskMessageId: by.onDesk?.messageId ?? null,
              deliverTo: toDesk(by),
            },
          ]);
          if (outcome !== 'stale') return { done: true, ticket };
        }
      }),

    close: event('closed'),
    reopen: event('reopened'),

    assign: (id, staffId, by) =>
      audited('assign', id, by, async () => {
        for (;;) {
          const ticket = await tickets.find(id);
          if (ticket === null) return { done: false, why: 'notFound' };
          if (by.from !== undefined && ![by.from, staffId].includes(ticket.staffId))
            return { done: false, why: 'heldByOther' };
          const at = ports.clock.now().toISOString();
          if ((await tickets.apply(ticket, { staffId, at }, [])) === 'done') {
            return { done: true, ticket: { ...ticket, staffId } };
          }
        }
      }),
  };
}
