import type { Clock, Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { keepAnswer } from '../../bot/engine/misses/staff-acts.ts';
import type { EnginePorts } from '../../bot/engine/ports.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import { createSuggestAnswer } from '../../bot/tickets/suggest-answer.ts';
import type { OfficeHours } from '../../knowledge/tickets/office-hours.ts';
import type { TicketDesk } from '../../server/contract.ts';

/** What answers questions now: what is served may change at any time. */
type Answering = () => Promise<Pick<EnginePorts, 'answerer' | 'alike' | 'pack'>>;

/** Tickets in the console, by the rules of every other end. */
export const consoleTickets = (
  stores: Stores,
  o: { packId: string; officeHours: OfficeHours; answering: Answering; clock: Clock; log: Logger },
): TicketDesk => ({
  side: createStaffSide({ ...o, stores }),
  transcript: (id) => stores.tickets.transcript(id),
  pages: stores.consoleTickets,
  canned: stores.cannedReplies,
  suggest: async (entries, locale) =>
    createSuggestAnswer({ log: o.log, ...(await o.answering()), stores })(entries, locale),
  keep: async (answer, by) => keepAnswer({ stores, pack: (await o.answering()).pack }, answer, by),
  officeHours: o.officeHours,
});
