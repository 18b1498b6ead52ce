import type { EventSource, OfficialStatus, TimelineEntry } from '../enrollment/state.ts';

/** What another system is told of an enrollment: codes and the firm's public code, nothing of a person. */
export interface StatusChangedMessage {
  type: 'enrollment.statusChanged';
  /** When it was recorded (ISO 8601, UTC). */
  timestamp: string;
  data: {
    pack: string;
    uscc: string;
    status: OfficialStatus;
    /** As the firm was told it; null for none. */
    reason: string | null;
    /** A status that had been entered wrongly is put right. */
    corrected: boolean;
    /** Who said so. `api/<name>` names the system whose event it was, so that it can tell its own. */
    source: EventSource | `api/${string}`;
    /** A fictional firm of the trial. */
    trial: boolean;
  };
}

/** The message of a line of the timeline; null where it is not about the official status. */
export function messageOf(
  enrollment: { packId: string; uscc: string; trial: boolean },
  { at, source, actor, event }: Pick<TimelineEntry, 'at' | 'source' | 'actor' | 'event'>,
): StatusChangedMessage | null {
  if (event.type !== 'officialChanged' && event.type !== 'officialCorrected') return null;
  const { packId: pack, uscc, trial } = enrollment;
  const { status, reason } = event;
  return {
    type: 'enrollment.statusChanged',
    timestamp: at,
    data: {
      ...{ pack, uscc, status },
      reason: reason === null || reason.trim() === '' ? null : reason.trim(),
      corrected: event.type === 'officialCorrected',
      source: isSystem(actor) && source === 'api' ? actor : source,
      trial,
    },
  };
}

const isSystem = (actor: string): actor is `api/${string}` => actor.startsWith('api/');
