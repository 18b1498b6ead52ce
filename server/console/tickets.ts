import type { z } from 'zod';
import type { AskersFirm, ConsoleTicketRow, TicketScope } from '../../activities/ports/console-tickets.ts';
import type { Ticket } from '../../activities/ports/tickets.ts';
import { auditOnce } from '../../bot/engine/audit-once.ts';
import { mayAs, seesCity } from '../../knowledge/console/roles.ts';
import { markOf } from '../../knowledge/tickets/conversation-mark.ts';
import { officeMinutesBetween } from '../../knowledge/tickets/office-hours.ts';
import type { ConsolePorts } from '../contract.ts';
import { eligibilityOf } from './firm-detail.ts';
import { inBoth } from './both.ts';
import { named, statusWords, stepWords } from './firm-words.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import { Refused } from './refusals.ts';
import type { ticketDetail, ticketPage } from './ticket-schemas.ts';
import { entryOf, maskedText } from './ticket-words.ts';
import { visibleTicket } from './visible-ticket.ts';

type Detail = z.input<typeof ticketDetail>;
type Line = z.input<typeof ticketPage>['tickets'][number];
type Holder = { staffId: string; name: string };

/** As much as a list shows of what was said. */
const shownInList = 160;

/** Tickets, for staff to read. An account of certain cities finds those of others' firms nowhere. */
export function ticketHandlers(ports: ConsolePorts): Handlers<'searchTickets' | 'readTicket'> {
  const { tickets, identities, audit, clock } = ports;
  const masks = ({ account }: SignedIn): boolean => !mayAs(account.role, 'operator');

  /** Reading is noted once an hour for a session: a page that is open reads again whenever something changes. */
  const noteReading = async ({ account, session }: SignedIn, id: number, masked: boolean): Promise<void> => {
    const hour = clock.now().toISOString().slice(0, 13);
    await auditOnce(audit, `console/${session.id}/${hour}`).record({
      ...{ actor: account.staffId, action: 'console.readTicket', target: `ticket/${id}`, outcome: 'done' },
      detail: JSON.stringify({ masked }),
    });
  };

  return {
    searchTickets: async ({ viewer, body: { box, city, page, pageSize } }) => {
      const { account } = viewer;
      if (city !== null && city !== 'none' && !seesCity(account.cities, city)) throw new Refused('forbidden');
      const scope: TicketScope = { cities: account.cities, ...(city !== null && { city }) };
      const reader = { staffId: account.staffId, offset: (page - 1) * pageSize, limit: pageSize };
      const [found, members] = await Promise.all([
        tickets.pages.list(box, scope, reader),
        identities.listStaff(),
      ]);
      const now = clock.now().toISOString();
      // Masked whole: half a number looks like none.
      const shown = (text: string, firms: readonly AskersFirm[]): string => {
        const whole = masks(viewer) ? maskedText(text, ports.packs[0], contactNames(firms)) : text;
        return Array.from(whole.replace(/\s+/gu, ' ')).slice(0, shownInList).join('');
      };
      const lineOf = ({ ticket, channel, first, last, unread, firms }: ConsoleTicketRow): Line => ({
        ...{ ...standingOf(ticket), channel: channelWords(channel), unread },
        waitedMinutes:
          ticket.waitingSince === null
            ? null
            : officeMinutesBetween(tickets.officeHours, ticket.waitingSince, now),
        holder: holderOf(ticket, members),
        ...{ first: shown(first, firms), last: shown(last?.text ?? '', firms) },
        ...{ lastAt: last?.at ?? null, lastBy: last?.author ?? null },
        firms: firms.filter((firm) => seesCity(account.cities, firm.city)).map(({ name }) => name),
      });
      return { counts: found.counts, tickets: found.rows.map(lineOf) };
    },

    readTicket: async ({ viewer, body: { id } }) => {
      const { account } = viewer;
      const ticket = await visibleTicket(ports, viewer, id);
      const masked = masks(viewer);
      const [pack] = ports.packs;
      await noteReading(viewer, id, masked);
      const [entries, members, asker, firms, destination] = await Promise.all([
        tickets.transcript(id),
        identities.listStaff(),
        identities.findIdentity(ticket.askerId),
        tickets.pages.firmsOf(ticket.askerId),
        tickets.side.destination(ticket),
      ]);
      const seen = markOf(entries);
      await tickets.pages.markRead(id, account.staffId, seen.messageId);
      const own = firms.filter(({ city }) => seesCity(account.cities, city));
      const rows = await Promise.all(own.map(({ uscc }) => ports.firmRows.firmRow(pack.id, uscc)));
      const people = contactNames(firms);
      const inGroup = ticket.groupChatId !== null;
      const nameOf = (staffId: string | null): string | null =>
        members.find((member) => member.staffId === staffId)?.name ?? null;
      return {
        ...standingOf(ticket),
        ...{ channel: channelWords(asker?.channel ?? ''), packId: pack.id, masked },
        ...{ closedAt: ticket.closedAt, rating: ticket.rating, holder: holderOf(ticket, members) },
        ...{ destination, destinationWords: inBoth((t) => t.tickets.staff.goesTo[destination]) },
        entries: entries.map((entry) =>
          entryOf(entry, {
            text: masked ? maskedText(entry.text, pack, people) : entry.text,
            by: nameOf(entry.staffId),
            inGroup,
          }),
        ),
        seen,
        firms: own.map((firm, at) => firmOf(firm, rows[at] ?? null)),
        otherFirms: firms.length - own.length,
        staff: await assignable(ports, ticket, members),
      };
    },
  };

  function firmOf(
    { uscc, name, city }: AskersFirm,
    row: Awaited<ReturnType<ConsolePorts['firmRows']['firmRow']>>,
  ): Detail['firms'][number] {
    const enrollment = row?.enrollment ?? null;
    const judged = row === null ? null : eligibilityOf(ports.packs[0], row, clock.now());
    return {
      ...{ uscc, name, city },
      status: statusWords(enrollment?.officialStatus ?? null),
      step: stepWords(enrollment?.reportedStep ?? null),
      nextReminderAt: enrollment?.nextReminderAt ?? null,
      eligibility: judged && { verdict: judged.verdict, reasons: judged.reasons },
    };
  }
}

/** Of all firms of the asker, those of other offices too. */
const contactNames = (firms: readonly AskersFirm[]): string[] =>
  firms.flatMap(({ contactName }) => contactName ?? []);

const standingOf = (ticket: Ticket) => ({
  ...{ id: ticket.id, state: ticket.state, openedAt: ticket.openedAt, waitingSince: ticket.waitingSince },
  stateWords: inBoth((t) => t.tickets.staff.states[ticket.state]),
  inGroup: ticket.groupChatId !== null,
});

const channelWords = (channel: string) => named(channel, (t) => t.consoleTexts.channels);

const holderOf = ({ staffId }: Ticket, members: readonly Holder[]): Holder | null => {
  const found = members.find((member) => member.staffId === staffId);
  return found === undefined ? null : { staffId: found.staffId, name: found.name };
};

/** Whoever of the staff may see the ticket: who has no account answers in the staff's group, which sees all. */
export async function assignable(
  { tickets, accounts }: Pick<ConsolePorts, 'tickets' | 'accounts'>,
  { id }: Ticket,
  members: readonly Holder[],
): Promise<Holder[]> {
  const limited = (await accounts.list()).filter(({ cities }) => cities !== null);
  const blind = await Promise.all(
    limited.map(async ({ staffId, cities }) =>
      (await tickets.pages.visible([id], cities)).length === 0 ? staffId : null,
    ),
  );
  return members
    .filter(({ staffId }) => !blind.includes(staffId))
    .map(({ staffId, name }) => ({ staffId, name }));
}
