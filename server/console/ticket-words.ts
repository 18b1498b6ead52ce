import type { z } from 'zod';
import type { TicketDelivery, TicketMessage } from '../../activities/ports/tickets.ts';
import { knownNames } from '../../bot/engine/known-names.ts';
import { forStaff } from '../../bot/tickets/lines.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { withoutPersonalData } from '../../knowledge/misses/personal-data.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { inBoth } from './both.ts';
import type { ticketDetail } from './ticket-schemas.ts';

type Entry = z.input<typeof ticketDetail>['entries'][number];

/** Staff's words as somebody reads them who does not see names and numbers whole; paragraphs stay. */
export function maskedText(text: string, pack: PolicyPack, people: readonly string[]): string {
  const names = { firms: [], people, public: knownNames(pack) };
  return text
    .split('\n')
    .map((line) => withoutPersonalData(line, names))
    .join('\n');
}

/** One entry of a transcript. `text` is what it says to this reader. */
export function entryOf(
  message: TicketMessage & { deliveries: TicketDelivery[] },
  { text, by, inGroup }: { text: string; by: string | null; inGroup: boolean },
): Entry {
  const { id, at, author, kind, editedAt } = message;
  const isSaid = kind === 'text' || kind === 'note';
  return {
    ...{ id, at, author, kind, by, text: isSaid ? text : '', edited: editedAt !== null },
    what: isSaid ? null : { zh: forStaff(message, inGroup, 'zh-CN'), en: forStaff(message, inGroup, 'en') },
    fate: fateOf(message.deliveries.find(({ to }) => to === 'asker')),
  };
}

function fateOf(delivery: TicketDelivery | undefined): Entry['fate'] {
  if (delivery === undefined) return null;
  const { state, error } = delivery;
  const reasons = (of: Texts): string => {
    const known = of.tickets.staff.reasons;
    return known[error ?? 'other'] ?? known['other'] ?? '';
  };
  return {
    state: state === 'queued' || state === 'sending' ? 'waiting' : state,
    words: inBoth((t) => t.tickets.shown.fates[state]),
    reason: state === 'failed' ? inBoth(reasons) : null,
  };
}
