import type { Clock } from '../../activities/ports/services.ts';

export const systemClock: Clock = { now: () => new Date() };
