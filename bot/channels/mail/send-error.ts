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
  if (command === 'RCPT TO') return ofRecipient(error, notSent);
  // The mail as such is refused: it would be so the next time.
  return command === 'DATA'
    ? notSent(isOfMailbox(error) ? 'chatNotFound' : 'badRequest')
    : notSent('server', untilMendedMs);
}

/** A policy of the other side (x.7.x) is about us or the mail, and says nothing of whether there is such a mailbox. */
function ofRecipient(error: SmtpFailure, notSent: (why: SendError['code']) => SendError): SendError {
  return notSent(error.subject === 7 ? 'badRequest' : 'chatNotFound');
}

/** x.1.x: no such address; x.2.1: a mailbox that was closed. */
const isOfMailbox = ({ subject, detail }: SmtpFailure): boolean =>
  subject === 1 || (subject === 2 && detail === 1);
