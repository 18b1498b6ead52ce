import type { Logger } from '../../../activities/ports/services.ts';
import type { Engine } from '../../model.ts';
import { answeredUnasked } from '../answered-unasked.ts';
import type { Projected, Wanted } from './projected.ts';

/**
 * What is stored of an update; null for nothing. What people say to one another in a group is not ours to store, not
 * even for a moment, unless it is a question that the group wants answered and that is answered.
 */
export async function toBeStored(
  projected: Projected,
  { engine, log }: { engine: Pick<Engine, 'answersUnasked'>; log: Logger },
): Promise<Wanted | null> {
  if (projected.kind === 'ignored') return null;
  if (projected.kind !== 'message' || projected.message.addressed) return projected;
  if (projected.toOthers === true) return null;
  return (await answeredUnasked(projected.message, { engine, log })) ? projected : null;
}

/** What makes an update the same as one before. Of an album the first picture stands for all: it has the words. */
export function storedIdOf(wanted: Wanted): string {
  if (wanted.kind !== 'message') return wanted.externalId;
  const { externalId, edited } = wanted.message;
  return wanted.albumId === undefined || edited === true ? externalId : `album-${wanted.albumId}`;
}
