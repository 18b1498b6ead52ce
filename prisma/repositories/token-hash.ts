import { createHash } from 'node:crypto';

/** What is kept of a secret, and looked for by: SHA-256, hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
