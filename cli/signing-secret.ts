import { randomBytes } from 'node:crypto';

/** As the settings take it, of 256 bits. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
