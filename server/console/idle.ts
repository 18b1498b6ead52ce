/** A session that nobody used for so long is over. */
const idleMs = 3_600_000;

export const idleSince = (now: Date): string => new Date(now.getTime() - idleMs).toISOString();
