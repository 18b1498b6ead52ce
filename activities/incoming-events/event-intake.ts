import { isBefore } from '../../knowledge/calendar/shanghai-time.ts';
import type { EventResult, OfficialEvent } from '../../knowledge/official-events/types.ts';
import type { AcceptedEvent, EventIntake, StoredEvent } from '../ports/incoming-events.ts';
import type { Clock } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import type { EventApplier } from './event-applier.ts';

/** How long a sender is kept waiting; what is not decided by then is answered `accepted`, and goes on. */
const senderWaitsMs = 10_000;
/** How far the sender's clock may be ahead of ours. */
const clockToleranceMs = 5 * 60_000;

export function createEventIntake(ports: {
  stores: Pick<Stores, 'incomingEvents'>;
  applier: Pick<EventApplier, 'apply'>;
  clock: Clock;
  waitMs?: number;
}): EventIntake {
  const { stores, applier, clock, waitMs = senderWaitsMs } = ports;
  return {
    async take(source, events) {
      const now = clock.now().toISOString();
      const latest = new Date(Date.parse(now) + clockToleranceMs).toISOString();
      // Not kept: as the latest word it would make everything that really happens later look old.
      const isAhead = (event: OfficialEvent): boolean => isBefore(latest, event.occurred.to);
      const taken = events.filter((event) => !isAhead(event));
      const accepted = await stores.incomingEvents.accept(source, taken);
      const waiting = taken.filter((_, at) => accepted[at]?.outcome === 'waiting');
      const engine = await within(waitMs, applier.apply(waiting.map((event) => event.enrollmentId)));
      const ids = [...new Set(accepted.map(({ id }) => id))];
      const decided = new Map((await stores.incomingEvents.find(source, ids)).map((e) => [e.id, e]));
      const known = new Map(accepted.map((a, at) => [taken[at], a]));
      const results = events.map((event): EventResult => {
        const { id } = event;
        const answer = known.get(event);
        if (answer === undefined) {
          const refusal = { code: 'occurredInFuture', occurredAt: event.occurred.to, now } as const;
          return { id, outcome: 'refused', refusal };
        }
        return resultOf(answer, decided.get(id));
      });
      return { engine: engine ?? 'answered', results };
    },
  };
}

/** `decided` is how a waiting event stands now. */
function resultOf({ id, outcome }: AcceptedEvent, decided: StoredEvent | undefined): EventResult {
  switch (outcome) {
    case 'conflict':
      return { id, outcome, refusal: { code: 'idUsedForAnother' } };
    case 'applied':
    case 'unchanged':
      return { id, outcome: 'alreadyApplied', refusal: null };
    default:
      if (decided === undefined || decided.outcome === 'waiting') {
        return { id, outcome: 'accepted', refusal: null };
      }
      return { id, outcome: decided.outcome, refusal: decided.refusal };
  }
}

async function within(waitMs: number, applying: ReturnType<EventApplier['apply']>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs);
  });
  const engine = await Promise.race([applying, late]).finally(() => clearTimeout(timer));
  return engine === 'done' ? 'answered' : engine;
}
