import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpAccess } from './contract.ts';

/** All of one delivery; what takes longer is given up, so that the worker's task ends in time. */
export interface SmtpLimits {
  connectMs: number;
  /** Longest silence of the server. */
  silenceMs: number;
  totalMs: number;
}
const usualLimits: SmtpLimits = { connectMs: 10_000, silenceMs: 25_000, totalMs: 45_000 };

interface LibraryError extends Error {
  code?: unknown;
  /** Of the system or of TLS, where `code` is the library's own. */
  originalCode?: unknown;
  command?: unknown;
  response?: unknown;
  responseCode?: unknown;
}

/** Of Node and OpenSSL, for a certificate that is not trusted, out of date, or another host's. */
const ofCertificate = /CERT|SELF_SIGNED|ALTNAME|ISSUER/;

/** Why one mail was not taken, as far as the server and the connection tell. No addresses, and no texts of the server. */
export class SmtpFailure extends Error {
  /** The message itself had begun: without a reply nobody knows whether it was taken. */
  readonly begun: boolean;
  /** The command that the server answered with `status`. */
  readonly replyTo: string | null;
  readonly status: number | null;
  /** Of the enhanced status (RFC 3463) that came with it, such as 1 and 1 of 5.1.1. */
  readonly subject: number | null;
  readonly detail: number | null;
  readonly timedOut: boolean;
  /** The library's code. */
  readonly word: string;
  readonly certificateRefused: boolean;
  /** Access or TLS: another try alone does not help. */
  readonly needsPerson: boolean;

  constructor(error: LibraryError, begun: boolean) {
    const word = typeof error.code === 'string' ? error.code : 'unknown';
    const status = typeof error.responseCode === 'number' ? error.responseCode : null;
    super(status === null ? `SMTP: ${word}` : `SMTP: ${word} ${status}`);
    this.name = 'SmtpFailure';
    this.begun = begun;
    this.replyTo = status !== null && typeof error.command === 'string' ? error.command : null;
    this.status = status;
    const [, subject, detail] = /^\d{3}[ -][245]\.(\d{1,3})\.(\d{1,3})/.exec(textOf(error.response)) ?? [];
    this.subject = subject === undefined ? null : Number(subject);
    this.detail = detail === undefined ? null : Number(detail);
    this.timedOut = word === 'ETIMEDOUT';
    this.word = word;
    this.certificateRefused = ofCertificate.test(textOf(error.originalCode));
    this.needsPerson = ['EAUTH', 'ENOAUTH', 'ETLS'].includes(word) || this.certificateRefused;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Hands one message over, over a connection of its own. Throws `SmtpFailure`. */
export const deliverBySmtp = (
  access: SmtpAccess,
  mail: { from: string; to: string; content: Buffer },
  limits: SmtpLimits = usualLimits,
): Promise<void> =>
  converse(access, limits, (connection, { done, failed, begun }) => {
    // Read when the server has asked for it, and not before.
    const content = new Readable({
      read() {
        begun();
        this.push(mail.content);
        this.push(null);
      },
    });
    const envelope = { from: mail.from, to: [mail.to], size: mail.content.length };
    connection.send(envelope, content, (error) => (error ? failed(error) : done()));
  });

/** Connects, secures the line and signs in, as for a message. Throws `SmtpFailure`. */
export const verifySmtp = (access: SmtpAccess, limits: SmtpLimits = usualLimits): Promise<void> =>
  converse(access, limits, (_connection, { done }) => done());

interface Outcome {
  done: () => void;
  failed: (error: Error) => void;
  begun: () => void;
}

function converse(
  access: SmtpAccess,
  limits: SmtpLimits,
  talk: (connection: SMTPConnection, outcome: Outcome) => void,
): Promise<void> {
  const { host, port, secure, requireTls, auth, ca } = access;
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: requireTls && !secure, ignoreTLS: !requireTls },
    ...{ connectionTimeout: limits.connectMs, greetingTimeout: limits.connectMs },
    ...{ dnsTimeout: limits.connectMs, socketTimeout: limits.silenceMs, logger: false },
    ...(ca === undefined ? {} : { tls: { ca } }),
  });
  return new Promise((resolve, reject) => {
    let begun = false;
    const failed = (error: Error): void => {
      clearTimeout(timer);
      // First: closing tells of itself.
      reject(new SmtpFailure(error, begun));
      connection.close();
    };
    const timer = setTimeout(
      () => failed(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
      limits.totalMs,
    );
    const outcome: Outcome = {
      failed,
      done: () => {
        clearTimeout(timer);
        resolve();
        connection.quit();
      },
      begun: () => (begun = true),
    };
    connection.on('error', failed);
    // What was under way is told of after the connection itself.
    connection.once('end', () => {
      setImmediate(() => failed(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
    });
    connection.connect((error) => {
      if (error) failed(error);
      else if (auth === null) talk(connection, outcome);
      else
        connection.login({ credentials: { user: auth.user, pass: auth.password } }, (refused) =>
          refused ? failed(refused) : talk(connection, outcome),
        );
    });
  });
}
