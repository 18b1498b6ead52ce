import { createHash } from 'node:crypto';

/** Names a signing secret without giving it away: it is 192 random bits or more. */
export const apiKeyId = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 16);
