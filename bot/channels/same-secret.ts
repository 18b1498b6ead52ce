import { createHash, timingSafeEqual } from 'node:crypto';

/** Compared as hashes, which have one length, in constant time. */
export const sameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
