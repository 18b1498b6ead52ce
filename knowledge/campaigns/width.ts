/** Firms that are asked at once: at least so many, and so many to begin with. */
const narrowest = 10;
export const firstWidth = 25;
/** More would only wait in the channel's queue, which must have something to send at all times. */
const widest = 100;
/**
 * As long as an answer may take. Shorter, and the channel's queue could run empty in between; longer, and firms wait for
 * nothing but each other, or for a server that more of them would slow down further.
 */
const wantedMs = 4_000;

/** How many firms to ask at once, from how many it were and how long their answers took. */
export function nextWidth(width: number, tookMs: readonly number[]): number {
  if (tookMs.length === 0) return width;
  const mean = tookMs.reduce((a, b) => a + b, 0) / tookMs.length;
  const wanted = (width * wantedMs) / Math.max(mean, 1);
  // Twice or half at a time: one slow answer is no slow server.
  const next = Math.min(width * 2, Math.max(width / 2, wanted));
  return Math.round(Math.min(widest, Math.max(narrowest, next)));
}
