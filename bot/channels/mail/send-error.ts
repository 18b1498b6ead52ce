import { SendError } from '../../../activities/ports/services.ts';
import { SmtpFailure } from './smtp.ts';

const minuteMs = 60_000;
/** Greylisting and full mailboxes: servers want minutes, not seconds. */
const laterMs = 5 * minuteMs;
/** A wrong password, no TLS, a sender that is refused: it takes a person to mend that. */
const untilMendedMs = 10 * minuteMs;

/**
 * What is known of a mail's fate. The text of a reply is not looked at, only its codes (RFC 5321, RFC 3463); until the message
 * itself has begun nothing can have been taken, and after that only a reply says so.
 */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (!(error instanceof SmtpFailure))
    return new SendError({ fate: 'ambiguous', code: 'network', cause: error });
  const { begun, replyTo: command, status, timedOut } = error;
  const code = timedOut ? 'timeout' : 'network';
  if (begun && command !== 'DATA') return new SendError({ fate: 'ambiguous', code, cause: error });
  const notSent = (why: SendError['code'], retryAfterMs?: number): SendError =>
    new SendError({
      fate: 'notSent',
      code: why,
      cause: error,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  if (status === null) return error.needsPerson ? notSent('server', untilMendedMs) : notSent(code);
  if (status < 500) return notSent('rateLimited', status === 421 ? minuteMs : laterMs);
  // This mail, or this recipient, is refused: it would be so the next time.
  return command === 'DATA' || command === 'RCPT TO'
    ? notSent(isOfMailbox(error) ? 'chatNotFound' : 'badRequest')
    : notSent('server', untilMendedMs);
}

/** RFC 3463, and RFC 7505 for 1.10: no such mailbox or domain, one that has moved; 2.1: a mailbox that was closed. */
const gone = new Set(['1.1', '1.2', '1.3', '1.6', '1.10', '2.1']);
/** Policies, limits and full mailboxes are refused with 550 too, and say nothing of whether there is such a mailbox. */
const isOfMailbox = ({ subject, detail }: SmtpFailure): boolean => gone.has(`${subject}.${detail}`);
