import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import type { SmtpAccess } from '../../bot/channels/mail/contract.ts';

/** What the server does with the next mails; anything but `accept` is a fault. */
export type MailFault =
  | 'accept'
  /** Answers a command with a code. */
  | { at: 'connect' | 'from' | 'recipient' | 'content'; code: number; text?: string }
  /** Cuts the line; `once`, and then all is well. */
  | { cut: 'connect' | 'recipient' | 'content'; once?: true }
  /** Says nothing more. */
  | { silent: 'connect' | 'recipient' | 'content' };

interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
  /** As another mail program reads it. */
  read: Email;
}

export interface MailServer {
  access: SmtpAccess;
  received: ReceivedMail[];
  /** Mails that came as far as their content, taken or not. */
  contents: () => number;
  fault: MailFault;
  close(): Promise<void>;
}

/** A real SMTP server (of nodemailer's author) on a free port of this machine, that can be told to misbehave. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let contents = 0;

  const answer = (place: 'connect' | 'from' | 'recipient' | 'content', go: (error?: Error) => void): void => {
    const { fault } = server;
    if (fault !== 'accept' && 'at' in fault && fault.at === place) {
      go(Object.assign(new Error(fault.text ?? 'refused'), { responseCode: fault.code }));
    } else if (fault !== 'accept' && 'cut' in fault && fault.cut === place) {
      if (fault.once) server.fault = 'accept';
      sockets.forEach((socket) => socket.destroy());
    } else if (fault === 'accept' || !('silent' in fault) || fault.silent !== place) {
      go();
    }
  };

  const smtp = new SMTPServer({
    ...{ authOptional: true, allowInsecureAuth: true, disableReverseLookup: true, logger: false },
    closeTimeout: 100,
    onConnect: (_session, done) => answer('connect', done),
    onMailFrom: (_address, _session, done) => answer('from', done),
    onRcptTo: (_address, _session, done) => answer('recipient', done),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        contents += 1;
        answer('content', (refused) => {
          if (refused) {
            done(refused);
            return;
          }
          const raw = Buffer.concat(chunks);
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          void PostalMime.parse(raw).then((read) => {
            received.push({ from, to, raw: raw.toString('latin1'), read });
            done();
          }, done);
        });
      });
    },
    ...options,
  });
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server: MailServer = {
    access: { host: '127.0.0.1', port, secure: false, requireTls: false, auth: null },
    received,
    contents: () => contents,
    fault: 'accept',
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        smtp.close(() => resolve());
      }),
  };
  return server;
}
