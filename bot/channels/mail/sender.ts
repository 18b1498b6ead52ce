import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { mailAddress } from '../../../knowledge/mail/address.ts';
import { buildMail } from './build.ts';
import { channelName, stopUrl } from './contract.ts';
import type { MailAccess, MailPorts } from './contract.ts';
import { renderMail } from './render.ts';
import { toSendError } from './send-error.ts';
import { deliverBySmtp } from './smtp.ts';
import type { SmtpLimits } from './smtp.ts';

/** Sends once, to one verified address, and never again on its own: who calls knows whether a repeat is right. */
export function createMailSender(access: MailAccess, ports: MailPorts, limits?: SmtpLimits): MessageSender {
  return {
    channel: channelName,
    async send(chatId, message, { key, about } = {}) {
      const to = mailAddress(chatId);
      const mailbox = to === chatId ? await ports.mailboxOf(to) : null;
      if (to === null || mailbox === null) throw new SendError({ fate: 'notSent', code: 'chatNotFound' });
      const stop = stopUrl(access, mailbox);
      const rendered = renderMail(message, {
        ...{ locale: mailbox.locale, about, stopUrl: stop, chatUrl: ports.chatUrl(mailbox) },
      });
      const { messageId, content } = await buildMail(access, {
        ...{ ...rendered, to, stopUrl: stop },
        ...(key === undefined ? {} : { key }),
      });
      try {
        await deliverBySmtp(access.smtp, { from: access.from.address, to, content }, limits);
      } catch (error) {
        throw toSendError(error);
      }
      return { messageId };
    },
    // What is in somebody's mailbox stays as it is.
    edit: () => Promise.reject(new SendError({ fate: 'notSent', code: 'badRequest' })),
  };
}
