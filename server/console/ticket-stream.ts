import type { Logger } from '../../activities/ports/services.ts';
import type { ConsolePorts } from '../contract.ts';
import type { EventStreams } from '../event-streams.ts';
import type { Handlers } from './handlers.ts';
import { idleSince } from './idle.ts';
import { Refused } from './refusals.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { createTicketFeed } from './ticket-feed.ts';

/** Tells an open page which tickets changed. A page that lost its connection goes on from the event that it had last. */
export function ticketStreamHandlers({
  ports: { tickets, sessions, clock },
  streams,
  log,
}: {
  ports: ConsolePorts;
  streams: EventStreams;
  log: Logger;
}): Handlers<'watchTickets'> {
  const feed = createTicketFeed(tickets.pages, log, tickets.watchEveryMs);
  return {
    watchTickets: async ({ viewer, request, reply }) => {
      if (streams.roomFor(request.ip) !== 'free') throw new Refused('tooManyStreams');
      const token = sessionTokenOf(request) ?? '';
      const look = async (): Promise<{ cities: string[] | null } | null> => {
        const now = clock.now();
        // Watching is no use of a session: who left an open page is signed out like everybody.
        return (await sessions.look(token, now.toISOString(), idleSince(now)))?.account ?? null;
      };
      const since = sinceOf(request.headers['last-event-id']);
      streams.open(request, reply, `console/${viewer.session.id}`, (stream) =>
        feed.watch({ since, look, send: (event) => stream.send(event), end: () => stream.end() }),
      );
      return reply;
    },
  };
}

const sinceOf = (given: string | string[] | undefined): number | null =>
  typeof given === 'string' && /^\d{1,15}$/u.test(given) ? Number(given) : null;
