import { setTimeout as delay } from 'node:timers/promises';
import type { HeldUpdate, InboundStore, InboundUpdate } from '../../activities/ports/store.ts';

const lookEveryMs = 500;

/**
 * Waits for what another process had when this one started: that may have been this one, under another name, before it was killed.
 * The update once it is free and taken; null when it was handled, or when whoever has it has said since that it still does.
 */
export async function freedByOther(
  { inbound, channel }: { inbound: Pick<InboundStore, 'claim' | 'isUnprocessed'>; channel: string },
  { id, heldUntil }: HeldUpdate,
  stopped: () => boolean,
): Promise<InboundUpdate | null> {
  while (!stopped()) {
    const wasDue = new Date().toISOString() > heldUntil;
    const [taken] = await inbound.claim(channel, { own: false, id });
    if (taken !== undefined) return taken;
    if (wasDue || !(await inbound.isUnprocessed(id))) return null;
    await delay(lookEveryMs);
  }
  return null;
}
