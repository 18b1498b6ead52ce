import { maskedAddress } from '../../../../knowledge/mail/address.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say } from '../../replies.ts';
import { noteWish } from '../wishes/choose-own.ts';
import { showAddress } from './show-address.ts';

/** The code that went to the address, back in the chat. */
export async function confirmAddress(context: PrivateContext, code: string): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const { chat } = texts.mail;
  const now = ports.clock.now().toISOString();
  const confirmed = await ports.stores.mail.confirm({ identityId: identity.id, code, now });
  if (!confirmed.ok) {
    ports.log.warn('mail.codeWrong', { identityId: identity.id, reason: confirmed.reason });
    switch (confirmed.reason) {
      case 'wrong':
        return say(chat.wrong({ left: confirmed.left }));
      case 'noCode':
        // Handled once more after a crash, it may be verified by now.
        return showAddress(context);
      case 'expired':
        return say(chat.expired);
      case 'tooManyAttempts':
        return say(chat.tooManyAttempts);
    }
  }
  await noteWish(context, 'mailVerified', confirmed.identityId);
  // A page in a browser shows its messages to who comes back; a mailbox is looked into.
  const all = await ports.stores.contacts.channelsOf(identity.id);
  const onlyPages = all.every(({ id, channel }) => id === confirmed.identityId || channel === 'web');
  if (onlyPages) await ports.stores.contacts.preferChannel(confirmed.identityId);
  return showAddress(context, [chat.done({ address: maskedAddress(confirmed.address) })]);
}
