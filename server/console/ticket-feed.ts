import type { ConsoleTicketStore, TicketScope } from '../../activities/ports/console-tickets.ts';
import type { Logger } from '../../activities/ports/services.ts';

/** `all`: too much, or not known what: everything is to be read again. */
interface TicketsChanged {
  ids: number[];
  all: boolean;
}

interface Watcher {
  /** What the clock said when this page was told last; null for one that has read nothing yet. */
  since: number | null;
  /** The cities of who watches; null once nobody is signed in there any more. */
  look: () => Promise<Pick<TicketScope, 'cities'> | null>;
  send: (event: { id: number; data: TicketsChanged }) => void;
  end: () => void;
}

export interface TicketFeed {
  /** Returns the function that ends it. */
  watch(watcher: Watcher): () => void;
}

const secondMs = 1_000;
/** More than a page reads one by one. */
const mostNamed = 500;
/** Who signed out elsewhere, or was disabled, is let go after so many rounds at the latest. */
const lookEveryRounds = 3;

/**
 * Tells open pages what changed, whichever process changed it: one query a round for all of them, of the clock that every change
 * moves. Nothing runs while nobody watches.
 */
export function createTicketFeed(
  pages: Pick<ConsoleTicketStore, 'changes' | 'visible'>,
  log: Logger,
  everyMs = secondMs,
): TicketFeed {
  const watchers = new Set<Watcher & { round: number; cities: TicketScope['cities'] }>();
  let timer: NodeJS.Timeout | null = null;
  let running = false;

  const tell = async (
    watcher: Watcher & { round: number; cities: TicketScope['cities'] },
    { no, tickets }: Awaited<ReturnType<ConsoleTicketStore['changes']>>,
  ): Promise<void> => {
    const { since } = watcher;
    const isNews = since === null || since !== no;
    // Before anything is said it is looked who listens.
    if (isNews || watcher.round % lookEveryRounds === 0) {
      const seen = await watcher.look();
      if (seen === null) {
        watcher.end();
        return;
      }
      watcher.cities = seen.cities;
    }
    watcher.round += 1;
    if (!isNews) return;
    const changed = tickets.filter((ticket) => since !== null && ticket.no > since).map(({ id }) => id);
    // Nothing of its own: something was erased, or the clock was set back by a restored database.
    const all = since === null || since > no || changed.length === 0 || changed.length > mostNamed;
    const ids = all || watcher.cities === null ? changed : await pages.visible(changed, watcher.cities);
    watcher.since = no;
    if (all || ids.length > 0) watcher.send({ id: no, data: { ids: all ? [] : ids, all } });
  };

  const round = async (): Promise<void> => {
    running = true;
    timer = null;
    try {
      const told = [...watchers].flatMap(({ since }) => since ?? []);
      const changes = await pages.changes(told.length === 0 ? null : Math.min(...told));
      await Promise.all([...watchers].map((watcher) => tell(watcher, changes)));
    } catch (error) {
      log.warn('console.ticketsNotWatched', { error });
    }
    running = false;
    if (watchers.size > 0) timer = setTimeout(() => void round(), everyMs);
  };

  return {
    watch(given) {
      const watcher = { ...given, round: 0, cities: null };
      watchers.add(watcher);
      // One that runs goes on by itself.
      if (!running) timer ??= setTimeout(() => void round(), 0);
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0 || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
  };
}
