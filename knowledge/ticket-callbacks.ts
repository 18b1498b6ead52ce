import { isScore } from './tickets/ticket.ts';

/** Buttons of tickets; part of `Callback`. */
export type TicketCallback =
  /** A person is wanted for what was asked last. */
  | { verb: 'person' }
  | { verb: 'ticket'; id: number; action: 'close' | 'reopen' }
  | { verb: 'rate'; id: number; score: number };

const verbs: readonly string[] = ['person', 'ticket', 'rate'] satisfies TicketCallback['verb'][];

export const isOfTicket = (c: { verb: string }): c is TicketCallback => verbs.includes(c.verb);

export function encodeTicket(c: TicketCallback): string {
  switch (c.verb) {
    case 'person':
      return 'person';
    case 'ticket':
      return `ticket|${c.id}|${c.action}`;
    case 'rate':
      return `rate|${c.id}|${c.score}`;
  }
}

export function decodeTicket(data: string): TicketCallback | null {
  if (data === 'person') return { verb: 'person' };
  const [, verb, number, what = ''] = /^(ticket|rate)\|(\d{1,9})\|(\w{1,6})$/.exec(data) ?? [];
  const id = Number(number);
  if (verb === 'ticket' && (what === 'close' || what === 'reopen')) return { verb, id, action: what };
  const score = Number(what);
  return verb === 'rate' && isScore(score) ? { verb, id, score } : null;
}
