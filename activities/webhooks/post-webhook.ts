import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import type { PostWebhook } from '../ports/webhooks.ts';

/** Long enough for a receiver that does its work before it answers. */
const receiverTakesAtMostMs = 15_000;

/** Over HTTP, without following a redirect: the signed body is for the address that the office entered. */
export const createPostWebhook =
  (timeoutMs = receiverTakesAtMostMs): PostWebhook =>
  async ({ url, body, headers }, stopped) => {
    const tooLate = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        ...{ method: 'POST', redirect: 'manual', body, headers },
        signal: AbortSignal.any([tooLate, stopped]),
      });
      // The status is the answer; a body may be endless.
      void response.body?.cancel().catch(() => undefined);
      const { status } = response;
      return { kind: 'status', status, retryAfterMs: retryAfterMs(response.headers.get('retry-after')) };
    } catch {
      return { kind: tooLate.aborted ? 'timeout' : 'network' };
    }
  };

/** In seconds; dates, which the standard allows too, are not worth a dependence on the receiver's clock. */
function retryAfterMs(text: string | null): Extract<Answer, { kind: 'status' }>['retryAfterMs'] {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) * 1000 : null;
}
