import type { TicketMessage } from '../../activities/ports/tickets.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import { groupTicket, groupWords } from '../engine/group-message.ts';
import type { GroupMessage } from '../engine/group-message.ts';
import { atTheEnd } from './at-the-end.ts';

/** What staff wrote or did, for the asker. */
export function forAsker(
  { ticketId: id, kind, author, text }: TicketMessage,
  locale: Locale,
): OutboundMessage {
  const { tickets } = textsFor(locale);
  switch (kind) {
    case 'closed':
      return atTheEnd(
        id,
        author === 'system' ? tickets.closedAsQuiet({ id }) : tickets.closedByStaff({ id }),
        locale,
      );
    case 'reopened':
      return { paragraphs: [tickets.reopenedByStaff({ id })], buttons: [], citation: null };
    default:
      return {
        paragraphs: [tickets.fromStaff({ id }), ...text.split(/\n+/)],
        buttons: [],
        citation: null,
      };
  }
}

/** The same for a group, where everybody reads it; null for words that name a firm. */
export function forGroup(
  message: TicketMessage,
  locale: Locale,
  knownNames: readonly string[],
): GroupMessage | null {
  const { ticketId: id, kind, author } = message;
  if (kind === 'closed') return groupTicket({ kind, id, by: author }, locale);
  if (kind === 'reopened') return groupTicket({ kind: 'reopenedByStaff', id }, locale);
  return groupWords(forAsker(message, locale).paragraphs, knownNames);
}

/** One entry of the transcript as staff read it elsewhere than where it happened. */
export function forStaff(
  { ticketId: id, kind, author, text }: TicketMessage,
  inGroup: boolean,
  locale: Locale,
): string {
  const { staff } = textsFor(locale).tickets;
  switch (kind) {
    case 'text':
      return author === 'asker' ? staff.asker({ text }) : staff.bystander({ text });
    case 'note':
      return staff.note({ text });
    case 'opened':
      return staff.opened({ id, inGroup });
    case 'closed':
      return { asker: staff.closedByAsker, staff: staff.closedByStaff, system: staff.closedAsQuiet }[author];
    case 'reopened':
      return author === 'asker' ? staff.reopenedByAsker : staff.reopenedByStaff;
    case 'rated':
      return staff.rated({ score: text });
    case 'reminder':
      return staff.reminder({ id, minutes: Number(text) });
  }
}

/** What became of a message that staff wrote. Null where that needs no word. */
export function fateLine(
  { state, error, where }: { state: string; error: string | null; where: 'private' | 'group' | 'nowhere' },
  locale: Locale,
): string | null {
  const { staff } = textsFor(locale).tickets;
  switch (state) {
    case 'sent':
      return where === 'nowhere' ? null : staff.delivered[where];
    case 'unknown':
      return staff.unknownFate;
    case 'failed':
      return staff.notDelivered({
        reason: staff.reasons[error ?? 'other'] ?? staff.reasons['other'] ?? '',
      });
    default:
      return null;
  }
}
