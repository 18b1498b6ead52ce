import type { Locale } from '../../knowledge/answering/types.ts';
import { encodeCallback } from '../../knowledge/callbacks.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../knowledge/message.ts';

const ratingScores = [1, 2, 3, 4, 5] as const;

/** What is asked of the asker at the end. */
export function atTheEnd(id: number, closed: string, locale: Locale): OutboundMessage {
  const { tickets } = textsFor(locale);
  const scores = ratingScores.map((score): Button => ({
    ...{ kind: 'callback', label: tickets.score({ score }) },
    data: encodeCallback({ verb: 'rate', id, score }),
  }));
  const reopen: Button = {
    ...{ kind: 'callback', label: tickets.reopen },
    data: encodeCallback({ verb: 'ticket', id, action: 'reopen' }),
  };
  return { paragraphs: [closed, tickets.howWasIt], buttons: [scores, [reopen]], citation: null };
}
