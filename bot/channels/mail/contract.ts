import type { Mailbox } from '../../../activities/ports/mail.ts';

export { mailChannel as channelName } from '../../../knowledge/mail/channel.ts';

/** The server that takes our mail. */
export interface SmtpAccess {
  host: string;
  port: number;
  /** TLS from the first byte; else by STARTTLS. */
  secure: boolean;
  /** False for a server on this machine only: anywhere else nothing is sent in clear. */
  requireTls: boolean;
  auth: { user: string; password: string } | null;
  /** Certificates to trust instead of the system's, PEM. */
  ca?: string;
}

export interface MailAccess {
  smtp: SmtpAccess;
  from: { name: string; address: string };
  replyTo: string | null;
  /** Our address from outside, without a slash at the end: what links in a mail begin with. */
  linkBase: string;
}

export interface MailPorts {
  /** Null for an address that nobody has verified, or does not use any more: nothing is sent there. */
  mailboxOf(address: string): Promise<Mailbox | null>;
  /** Where the person can go on talking; null when there is no address for that. */
  chatUrl(mailbox: Mailbox): string | null;
}

/** A GET shows what a POST would do: programs that look into links stop nothing. */
export const stopPath = '/mail/stop';
export const stopUrl = ({ linkBase }: Pick<MailAccess, 'linkBase'>, { stopToken }: Mailbox): string =>
  `${linkBase}${stopPath}/${stopToken}`;
