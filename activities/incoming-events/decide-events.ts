import { hasEnded } from '../../knowledge/enrollment/machine.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import {
  decisionOn,
  forecast,
  inOrderOfOccurrence,
  laterKnown,
} from '../../knowledge/official-events/order.ts';
import type { EventDecision } from '../../knowledge/official-events/types.ts';
import type { StoredEvent } from '../ports/incoming-events.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';
import type { Clock, EnrollmentCommands } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';

export interface DecidingPorts {
  stores: Pick<Stores, 'incomingEvents'>;
  commands: Pick<EnrollmentCommands, 'applyOfficialEvent'>;
  clock: Clock;
}

/** `later`: something is left to be decided, though the engine may answer for others. */
export type Decided = 'done' | 'later' | 'unreachable';

/** What is known of an enrollment while its events are decided. */
interface Known {
  enrollment: EnrollmentSnapshot;
  since: string | null;
}

/**
 * Decides the events of one enrollment that wait, in the order in which things happened. A held event is tried again each time
 * that another one changed something. A crash after a change and before its record is harmless: the workflow knows the event.
 */
export async function decideEvents(ports: DecidingPorts, enrollmentId: string): Promise<Decided> {
  const { incomingEvents } = ports.stores;
  let open = inOrderOfOccurrence(await incomingEvents.open(enrollmentId));
  const now = ports.clock.now().toISOString();
  const standing = (await incomingEvents.standing([enrollmentId], now)).get(enrollmentId);
  if (standing === undefined) {
    for (const event of open) {
      await incomingEvents.decide(event, { outcome: 'notFound', refusal: { code: 'notTracked' } });
    }
    return 'done';
  }
  const known: Known = { enrollment: standing.enrollment, since: standing.knownSince };
  const isNext = (event: StoredEvent): boolean =>
    event.outcome === 'waiting' || forecast(known.enrollment, event, known.since).outcome !== 'held';
  const tried = new Set<number>();
  for (;;) {
    const event = open.find((e) => !tried.has(e.seq) && isNext(e));
    if (event === undefined) return 'done';
    const decision = await decide(ports, event, known);
    if (typeof decision === 'string') return decision;
    await incomingEvents.decide(event, decision);
    tried.add(event.seq);
    const { outcome } = decision;
    open = open.flatMap((e) => (e !== event ? [e] : outcome === 'held' ? [{ ...event, outcome }] : []));
    if (outcome !== 'applied' && outcome !== 'unchanged') continue;
    known.since = laterKnown(known.since, event.occurred.from);
    tried.clear();
  }
}

/** Asks the workflow, unless the event is older than what is known. Notes in `known` what the workflow answers. */
async function decide(
  { commands }: DecidingPorts,
  event: StoredEvent,
  known: Known,
): Promise<EventDecision | 'later' | 'unreachable'> {
  const expected = forecast(known.enrollment, event, known.since);
  if (expected.outcome === 'stale') return expected;
  const { enrollmentId, status, reason, source, id } = event;
  const eventId = `${source}/${id}`;
  try {
    const made = await commands.applyOfficialEvent({
      ...{ enrollmentId, eventId, status, reason },
      source: source === 'import' ? 'import' : 'api',
      actor: source,
      // A repeat joins the update that runs; once something has changed, it is decided anew.
      updateId: `${eventId}/${known.enrollment.version}`,
    });
    known.enrollment = made.enrollment;
    // Applied before, by somebody who did not live to say so.
    return made.outcome === 'refused'
      ? decisionOn(made.refusal, event)
      : { outcome: 'applied', refusal: null };
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    if (error.code === 'unreachable') return 'unreachable';
    // Its workflow has ended: the projection is the last word.
    const ended = error.code === 'notFound' && hasEnded(known.enrollment);
    return ended ? expected : 'later';
  }
}
