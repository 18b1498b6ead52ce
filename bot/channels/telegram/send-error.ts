import { NetworkError, ParseError, TelegramApiError, TimeoutError } from 'node-telegram-bot-api';
import { SendError } from '../../../activities/ports/services.ts';
import { wasNeverConnected } from '../never-connected.ts';

/** What is known of a message's fate after an error of the client library. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (error instanceof TelegramApiError) return ofApiError(error);
  if (error instanceof TimeoutError)
    return new SendError({ fate: 'ambiguous', code: 'timeout', cause: error });
  if (error instanceof NetworkError) {
    if (error.cause === undefined) return new SendError({ fate: 'ambiguous', code: 'server', cause: error });
    const fate = wasNeverConnected(error) ? 'notSent' : 'ambiguous';
    return new SendError({ fate, code: 'network', cause: error });
  }
  // A page of a proxy instead of Telegram's JSON: whether it passed the request on is not known.
  if (error instanceof ParseError) return new SendError({ fate: 'ambiguous', code: 'server', cause: error });
  return new SendError({ fate: 'ambiguous', code: 'network', cause: error });
}

function ofApiError(error: TelegramApiError): SendError {
  const { errorCode, retryAfter } = error;
  if (errorCode === 429) {
    return new SendError({
      fate: 'notSent',
      code: 'rateLimited',
      retryAfterMs: (retryAfter ?? 1) * 1_000,
      cause: error,
    });
  }
  // 403: blocked by the user, user deactivated (gone for good), removed from the group, or never started in private.
  if (errorCode === 403) {
    const code = /deactivated/i.test(error.description) ? 'deactivated' : 'blocked';
    return new SendError({ fate: 'notSent', code, cause: error });
  }
  if (errorCode >= 400 && errorCode < 500) {
    const gone = /chat not found|PEER_ID_INVALID|chat was deleted|user not found/i.test(error.description);
    return new SendError({ fate: 'notSent', code: gone ? 'chatNotFound' : 'badRequest', cause: error });
  }
  return new SendError({ fate: 'ambiguous', code: 'server', cause: error });
}
