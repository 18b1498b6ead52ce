import type { Clock } from '../../../activities/ports/services.ts';

/** A group that talks a lot must not be talked over. */
export const mostUnaskedAnHour = 6;
const leastApartMs = 60_000;
const hourMs = 3_600_000;
/** Groups that are remembered at a time; the one that was silent longest goes first. */
const groupLimit = 1_000;

/** How often the bot speaks up in each group without being called. In memory: a restart forgets it. */
export interface UnaskedLimit {
  hasRoom(group: string): boolean;
  /** False when there is no room. */
  take(group: string): boolean;
}

export function createUnaskedLimit(clock: Clock): UnaskedLimit {
  const spoken = new Map<string, number[]>();
  const recent = (group: string): number[] => {
    const now = clock.now().getTime();
    return (spoken.get(group) ?? []).filter((at) => now - at < hourMs);
  };
  const hasRoom = (group: string): boolean => {
    const times = recent(group);
    const last = times.at(-1);
    return (
      times.length < mostUnaskedAnHour && (last === undefined || clock.now().getTime() - last >= leastApartMs)
    );
  };
  return {
    hasRoom,
    take(group) {
      if (!hasRoom(group)) return false;
      const times = [...recent(group), clock.now().getTime()];
      spoken.delete(group);
      spoken.set(group, times);
      const [oldest] = spoken.keys();
      if (spoken.size > groupLimit && oldest !== undefined) spoken.delete(oldest);
      return true;
    },
  };
}
