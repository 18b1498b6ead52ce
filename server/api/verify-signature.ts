import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { EventSource } from '../contract.ts';

export type Verified =
  | { ok: true; source: string; secret: string }
  /** `time`: the timestamp is more than five minutes off, whatever the signature. */
  | { ok: false; problem: 'missing' | 'time' | 'signature' };

const headersNeeded = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** Who signed this body by the Standard Webhooks scheme. The library compares in constant time. */
export function verifySignature(
  body: Buffer,
  headers: IncomingHttpHeaders,
  sources: readonly EventSource[],
): Verified {
  const signed: Record<string, string> = {};
  for (const name of headersNeeded) {
    const value = headers[name];
    if (typeof value !== 'string' || value === '') return { ok: false, problem: 'missing' };
    signed[name] = value;
  }
  for (const { name, secrets } of sources) {
    for (const secret of secrets) {
      try {
        new Webhook(secret).verify(body, signed, { jsonParse: false });
        return { ok: true, source: name, secret };
      } catch (error) {
        if (!(error instanceof WebhookVerificationError)) throw error;
        if (/timestamp|Headers/.test(error.message)) return { ok: false, problem: 'time' };
      }
    }
  }
  return { ok: false, problem: 'signature' };
}
