import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: who holds the token is the visitor. */
export const newVisitorToken = (): string => randomBytes(32).toString('base64url');

export const isVisitorToken = (token: string): boolean => /^[\w-]{43}$/.test(token);

/** The database never holds a token, so a copy of it opens no one's conversation. */
export const visitorIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const isVisitorId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id);
