import { mailAddress, maskedAddress } from '../../../../knowledge/mail/address.ts';
import { mailCodeMinutes } from '../../../../knowledge/mail/limits.ts';
import type { WishCallback } from '../../../../knowledge/wish-callbacks.ts';
import type { HandleResult } from '../../../model.ts';
import type { MailPort } from '../../ports.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say } from '../../replies.ts';
import { noteWish, ownFirms } from '../wishes/choose-own.ts';
import { confirmAddress } from './confirm-address.ts';
import { showAddress } from './show-address.ts';

/**
 * /mail: the contact's own address, to which messages go when the chats do not reach it. An address counts only once a code that
 * went there came back in the chat, so nobody can sign up anybody else.
 */
export async function ownAddress(context: PrivateContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { chat } = texts.mail;
  const given = args.normalize('NFKC').trim();
  // It can be taken away whatever else is so.
  if (/^(off|stop|remove|delete|删除|取消|关闭)$/iu.test(given)) return removeAddress(context);
  if (ports.mail === undefined) return say(chat.notHere);
  if (staff !== null) return say(chat.staffCannot);
  if ((await ownFirms(context)).length === 0) return say(texts.bot.link.how);
  if (given === '') return showAddress(context);
  if (/^\d{3}\s?\d{3}$/.test(given)) return confirmAddress(context, given.replace(/\s/g, ''));
  const address = mailAddress(given);
  return address === null ? say(chat.notAnAddress) : sendCode(context, ports.mail, address);
}

export function tappedMail(
  context: PrivateContext,
  { action }: Extract<WishCallback, { verb: 'mail' }>,
): Promise<HandleResult> {
  switch (action) {
    case 'show':
      return ownAddress(context, '');
    case 'remove':
      return removeAddress(context);
    case 'prefer':
      return preferMail(context);
  }
}

async function sendCode(context: PrivateContext, mail: MailPort, address: string): Promise<HandleResult> {
  const { ports, identity, texts, locale, eventId } = context;
  const { chat } = texts.mail;
  const code = mail.newCode();
  const now = ports.clock.now().toISOString();
  const begun = await ports.stores.mail.beginVerification({
    ...{ identityId: identity.id, address, code, eventId, now },
  });
  if (!begun.ok && begun.reason !== 'begunBefore') {
    ports.log.warn('mail.codeRefused', { identityId: identity.id, reason: begun.reason });
    return say(chat[begun.reason]);
  }
  const sent = begun.ok ? await mail.sendCode({ to: address, code, locale }) : 'unsure';
  await noteWish(context, 'mailCode', identity.id);
  switch (sent) {
    case 'sent':
    case 'unsure':
      return say(chat.codeSent({ address: maskedAddress(address), minutes: mailCodeMinutes }));
    case 'noMailbox':
      return say(chat.noMailbox);
    case 'notSent':
      return say(chat.notSent);
  }
}

async function removeAddress(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const { chat } = texts.mail;
  if (!(await ports.stores.mail.remove(identity.id))) return say(chat.none);
  await noteWish(context, 'mailRemoved', identity.id);
  return { ...say(chat.removed), toast: chat.removedToast };
}

/** 先发邮件. */
async function preferMail(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const own = await ports.stores.mail.addressOf(identity.id);
  if (own === null) return say(texts.mail.chat.none);
  await ports.stores.contacts.preferChannel(own.identityId);
  await noteWish(context, 'preferChannel', own.identityId);
  return { ...say(texts.mail.chat.preferred), toast: texts.mail.chat.preferredToast };
}
