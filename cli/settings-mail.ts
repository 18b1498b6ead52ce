import { z } from 'zod';
import { isLoopback } from '../bot/channels/is-loopback.ts';
import type { MailAccess, SmtpAccess } from '../bot/channels/mail/contract.ts';
import { mailAddress } from '../knowledge/mail/address.ts';
import { userError } from './both-languages.ts';

/** Without an address for links there is no way to stop mails, so there are none. */
export type MailSettings = Omit<MailAccess, 'linkBase'> & { linkBase: string | null };

/** Null where mail is off, or must be. */
export const withLinks = (mail: MailSettings | null): MailAccess | null =>
  mail === null || mail.linkBase === null ? null : { ...mail, linkBase: mail.linkBase };

/** `smtp://` or `smtps://`; user and password may be in it, percent-encoded. */
export const smtpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol))
  .transform((text) => new URL(text))
  .refine(
    ({ hostname, pathname, search, hash }) => hostname !== '' && `${pathname}${search}${hash}`.length <= 1,
  );

/** `name <address>`, or the address alone. */
export const mailFrom = z.string().transform((text, check) => {
  const [, name = '', inBrackets] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const address = mailAddress(inBrackets ?? text);
  if (address !== null && !/\p{Cc}/u.test(name))
    return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
  check.addIssue('not an address');
  return z.NEVER;
});

export const oneMailAddress = z
  .string()
  .transform((text, check) => mailAddress(text) ?? (check.addIssue('not an address'), z.NEVER));

interface Given {
  TONGBAO_SMTP_URL?: URL;
  TONGBAO_SMTP_USER?: string;
  TONGBAO_SMTP_PASSWORD?: string;
  TONGBAO_MAIL_FROM?: MailAccess['from'];
  TONGBAO_MAIL_REPLY_TO?: string;
  TONGBAO_MAIL_LINK_URL?: string;
  TONGBAO_PUBLIC_URL?: string;
}

/** Off unless a server and a sender are given; some settings of mail without these are a slip that is told at once. */
export function mailSettings(given: Given): MailSettings | null {
  const { TONGBAO_SMTP_URL: url, TONGBAO_MAIL_FROM: from } = given;
  const others = [
    given.TONGBAO_SMTP_USER,
    given.TONGBAO_SMTP_PASSWORD,
    given.TONGBAO_MAIL_REPLY_TO,
    given.TONGBAO_MAIL_LINK_URL,
  ];
  if (url === undefined && from === undefined && others.every((value) => value === undefined)) return null;
  if (url === undefined) throw incomplete('TONGBAO_SMTP_URL');
  if (from === undefined) throw incomplete('TONGBAO_MAIL_FROM');
  const linkBase = given.TONGBAO_MAIL_LINK_URL ?? given.TONGBAO_PUBLIC_URL ?? null;
  return {
    ...{ smtp: accessOf(url, given), from, replyTo: given.TONGBAO_MAIL_REPLY_TO ?? null },
    linkBase: linkBase !== null && opensSafely(linkBase) ? linkBase : null,
  };
}

function accessOf(url: URL, given: Given): SmtpAccess {
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const user = given.TONGBAO_SMTP_USER ?? decodeURIComponent(url.username);
  const password = given.TONGBAO_SMTP_PASSWORD ?? decodeURIComponent(url.password);
  if (user !== '' && password === '') throw incomplete('TONGBAO_SMTP_PASSWORD');
  if (user === '' && password !== '') throw incomplete('TONGBAO_SMTP_USER');
  return {
    ...{ host, secure, port: url.port === '' ? (secure ? 465 : 587) : Number(url.port) },
    requireTls: !isLoopback(host),
    auth: user === '' ? null : { user, password },
  };
}

/** RFC 8058 wants https; on this machine nothing leaves it. */
function opensSafely(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname);
}

const incomplete = (missing: keyof Given): Error => userError((t) => t.mail.settingsIncomplete({ missing }));
