import { isApiError } from '@botpress/client';
import { SendError } from '../../../activities/ports/services.ts';
import { wasNeverConnected } from '../never-connected.ts';

/** What is known of a message's fate after an error of the vendor's client. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const status = statusOf(error);
  if (status === null) {
    const fate = wasNeverConnected(error, causeOf) ? 'notSent' : 'ambiguous';
    return new SendError({ fate, code: 'network', cause: error });
  }
  if (status === 429) {
    const retryAfterMs = retryAfterOf(error) ?? 1_000;
    return new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs, cause: error });
  }
  // The conversation, or the person in it, is gone.
  if (status === 404) return new SendError({ fate: 'notSent', code: 'chatNotFound', cause: error });
  if (status >= 400 && status < 500)
    return new SendError({ fate: 'notSent', code: 'badRequest', cause: error });
  return new SendError({ fate: 'ambiguous', code: 'server', cause: error });
}

/** The HTTP status that the API answered with; null when it did not answer. */
export function statusOf(error: unknown): number | null {
  for (let e: unknown = error; e instanceof Error; e = causeOf(e)) {
    const { response } = e as { response?: { status?: unknown } };
    if (typeof response?.status === 'number') return response.status;
  }
  // The vendor's client makes an unknown error of code 500 of a line that was cut, too.
  return isApiError(error) && error.type !== 'Unknown' ? error.code : null;
}

function retryAfterOf(error: unknown): number | null {
  for (let e: unknown = error; e instanceof Error; e = causeOf(e)) {
    const { response } = e as { response?: { headers?: Record<string, unknown> } };
    const seconds = Number(response?.headers?.['retry-after'] ?? Number.NaN);
    if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1_000;
  }
  return null;
}

/** The vendor's client keeps what happened in a field of its own. */
const causeOf = (error: Error): unknown => error.cause ?? (error as { error?: unknown }).error;
