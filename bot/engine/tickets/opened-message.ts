import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import type { PersonComes } from '../../tickets/asker-side.ts';
import { topicRows } from '../handlers/answer-message.ts';
import { message, tap } from '../replies.ts';

/** What the asker reads when a person was called: the number, when somebody will look, and how to go on. */
export function openedMessage(
  { outcome, ticket: { id }, wait }: PersonComes,
  { about, locale, inGroup }: { about: string; locale: Locale; inGroup: null | { answerComes: string } },
): OutboundMessage {
  const { tickets } = textsFor(locale);
  return message(
    [
      tickets[outcome]({ id }),
      ...(about === '' ? [] : [tickets.about({ question: about })]),
      tickets.waiting(wait),
      ...(about === '' && outcome === 'opened' ? [tickets.writeWhat] : []),
      ...(inGroup === null ? [tickets.writeOn] : [inGroup.answerComes, tickets.writeOnInGroup]),
    ],
    [
      [tap(tickets.close, { verb: 'ticket', id, action: 'close' })],
      // Who cannot wait may ring up.
      ...topicRows(['contacts'], locale),
    ],
  );
}
