import { randomInt } from 'node:crypto';
import { textsFor } from '../../../knowledge/locales/index.ts';
import { mailCodeMinutes } from '../../../knowledge/mail/limits.ts';
import type { MailPort } from '../../engine/ports.ts';
import { buildMail } from './build.ts';
import type { MailAccess } from './contract.ts';
import { inBothForms } from './render.ts';
import { toSendError } from './send-error.ts';
import { deliverBySmtp } from './smtp.ts';
import type { SmtpLimits } from './smtp.ts';

/** Somebody waits for it in a chat: a server that takes longer is tried again later. */
const patience: SmtpLimits = { connectMs: 6_000, silenceMs: 10_000, totalMs: 15_000 };

/** The mail that shows whether an address is somebody's own. It says nothing of any firm. */
export const createMailPort = (access: MailAccess, limits = patience): MailPort => ({
  newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),

  async sendCode({ to, code, locale }) {
    const { mail } = textsFor(locale);
    const subject = mail.subject.code;
    const lines = mail.codeMail({ code, minutes: mailCodeMinutes }).map((text) => ({ text }));
    const forms = inBothForms(locale, subject, lines, []);
    const { content } = await buildMail(access, { subject, ...forms, to, stopUrl: null });
    try {
      await deliverBySmtp(access.smtp, { from: access.from.address, to, content }, limits);
      return 'sent';
    } catch (error) {
      const { fate, code: why } = toSendError(error);
      if (fate === 'ambiguous') return 'unsure';
      return why === 'chatNotFound' ? 'noMailbox' : 'notSent';
    }
  },
});
