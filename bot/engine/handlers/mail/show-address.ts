import { maskedAddress } from '../../../../knowledge/mail/address.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';

/** What is known of the contact's address, and what can be done about it. */
export async function showAddress(context: PrivateContext, first: string[] = []): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const { chat, button } = texts.mail;
  const own = await ports.stores.mail.addressOf(identity.id);
  if (own === null) return say([...first, chat.none, chat.how]);
  const [preferred] = await ports.stores.contacts.channelsOf(identity.id);
  const address = maskedAddress(own.address);
  const state = own.refused ? chat.refused({ address }) : chat.verified({ address });
  return say(
    [...first, state, preferred?.id === own.identityId ? chat.mailFirst : chat.chatFirst],
    [
      [
        ...(preferred?.id === own.identityId ? [] : [tap(button.prefer, { verb: 'mail', action: 'prefer' })]),
        tap(button.remove, { verb: 'mail', action: 'remove' }),
      ],
    ],
  );
}
