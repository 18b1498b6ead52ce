import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A new signing secret, as `openssl rand -base64 32` makes one. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers of a Standard Webhooks message, signed now unless told otherwise. */
export function signedHeaders(
  secret: string,
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date() }: { id?: string; at?: Date } = {},
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

/** Posts a signed message. */
export function postSigned(url: string, secret: string, message: unknown): Promise<Response> {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return fetch(url, { method: 'POST', headers: signedHeaders(secret, body), body });
}
