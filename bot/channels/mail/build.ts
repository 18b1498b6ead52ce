import { createHash, randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAccess } from './contract.ts';
import type { RenderedMail } from './render.ts';

export interface MailToBuild extends RenderedMail {
  to: string;
  /** The same message has the same one: servers and readers know a repeat by it. Absent: this mail is none. */
  key?: string;
  /** Null for a mail that nobody is signed up for. */
  stopUrl: string | null;
}

/** The whole mail as it goes over the line. nodemailer encodes what is not ASCII (RFC 2047, RFC 2045) and folds headers. */
export async function buildMail(
  { from, replyTo }: Pick<MailAccess, 'from' | 'replyTo'>,
  mail: MailToBuild,
): Promise<{ messageId: string; content: Buffer }> {
  const messageId = messageIdOf(mail.key, from.address);
  const composer = new MailComposer({
    from,
    to: { name: '', address: mail.to },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    ...{ subject: mail.subject, text: mail.text, html: mail.html, messageId },
    headers: {
      // RFC 3834, and what Exchange looks at: no automatic replies to us.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.stopUrl === null ? {} : oneClick(mail.stopUrl)),
    },
    // Nothing of ours is a file or an address to load from.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return { messageId, content: await composer.compile().build() };
}

/** RFC 8058: the mail program's own button stops at once, with a POST. */
const oneClick = (stopUrl: string) => ({
  'List-Unsubscribe': { prepared: true, value: `<${stopUrl}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** The key holds a credit code: only its hash is shown. */
function messageIdOf(key: string | undefined, from: string): string {
  const id = key === undefined ? randomUUID() : createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}
