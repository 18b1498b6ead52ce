import { isIP } from 'node:net';
import { z } from 'zod';

/** Exactly as a browser names it: scheme, host and port, no path; a wildcard would let in sites that nobody named. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Origins, separated by commas or spaces. */
export const embedOrigins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .transform((parts) => [...new Set(parts.map((part) => part.replace(/\/+$/, '').toLowerCase()))])
  .refine((origins) => origins.every(isOrigin));

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Addresses and networks, separated by commas or spaces. Not a number of hops: that would believe whoever comes in directly. */
export const trustedProxies = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every(isNetwork));
