import type { TicketDelivery, TicketMessage } from '../../activities/ports/tickets.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { shanghaiDateTime } from '../../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../../knowledge/locales/index.ts';

/** A ticket's transcript as staff read it: when, who, what, and whether it reached the asker. */
export const transcriptLines = (
  entries: readonly (TicketMessage & { deliveries: TicketDelivery[] })[],
  locale: Locale,
): string[] => {
  const { shown } = textsFor(locale).tickets;
  return entries.map(({ at, author, kind, text, editedAt, deliveries }) => {
    const toAsker = deliveries.find(({ to }) => to === 'asker');
    const fate = toAsker === undefined ? '' : `（${shown.fates[toAsker.state]}）`;
    const edited = editedAt === null ? '' : shown.edited;
    const said = [kind === 'text' ? '' : shown.kinds[kind], text.replaceAll('\n', ' ')]
      .filter((part) => part !== '')
      .join(' ');
    return `${shanghaiDateTime(at)} ${shown.authors[author]}: ${said}${edited}${fate}`;
  });
};
