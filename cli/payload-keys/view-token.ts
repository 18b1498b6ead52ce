import { randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses one, so nothing counts tries. */
export const newViewToken = (): string => randomBytes(32).toString('base64url');
