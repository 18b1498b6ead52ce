import { z } from 'zod';
import { parseAllowedInside } from '../knowledge/webhooks/inside.ts';
import { sourceName } from '../knowledge/webhooks/source-name.ts';

/** By the Standard Webhooks specification: `whsec_` and 24 to 64 random bytes in base64. */
function isSigningSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (encoded === undefined) return false;
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64') === encoded && bytes.length >= 24 && bytes.length <= 64;
}

/** Who may send events, or is told of changes, and by which secrets; several of one name are for changing them without a gap. */
export interface ApiSource {
  name: string;
  secrets: string[];
}

/** `name:whsec_…`, separated by commas or spaces. No secret may stand under two names: it says who speaks. */
export const apiSecrets = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .transform((parts) => parts.map((part) => part.split(':')))
  .refine((pairs) =>
    pairs.every(
      ([name = '', secret = '', ...rest]) =>
        sourceName.test(name) && isSigningSecret(secret) && rest.length === 0,
    ),
  )
  .refine((pairs) => new Set(pairs.map(([, secret]) => secret)).size === pairs.length)
  .transform((pairs): ApiSource[] => {
    const names = [...new Set(pairs.map(([name = '']) => name))];
    return names.map((name) => ({
      name,
      secrets: pairs.flatMap(([owner, secret = '']) => (owner === name ? [secret] : [])),
    }));
  });

/** Names, addresses and networks of the own network that may be told of changes. */
export const webhookAllow = z
  .string()
  .transform((text, check) => parseAllowedInside(text) ?? (check.addIssue('not hosts'), z.NEVER));
