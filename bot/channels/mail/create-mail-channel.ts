import type { Mailbox } from '../../../activities/ports/mail.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import type { MailPort } from '../../engine/ports.ts';
import { channelName } from './contract.ts';
import type { MailAccess } from './contract.ts';
import { createMailPort } from './send-code.ts';
import { createMailSender } from './sender.ts';
import { createMailStopping } from './stopping.ts';
import type { MailStopping } from './stopping.ts';

/** A door that only leads out: to the addresses that contacts have verified. */
export interface MailChannel {
  readonly name: string;
  readonly sender: MessageSender;
  readonly port: MailPort;
  readonly stopping: MailStopping;
}

type MailStores = Pick<Stores, 'mail' | 'identities' | 'contacts' | 'audit'>;

/** `chatLink`: into the private chat of a channel, null where it has no address. */
export const createMailChannel = (
  access: MailAccess,
  stores: MailStores,
  chatLink: (channel: string) => string | null,
): MailChannel => ({
  name: channelName,
  sender: createMailOutbox(access, stores, chatLink),
  port: createMailPort(access),
  stopping: createMailStopping(stores),
});

/** For a process that only sends. */
export const createMailOutbox = (
  access: MailAccess,
  stores: Pick<Stores, 'mail'>,
  chatLink: (channel: string) => string | null = () => null,
): MessageSender =>
  createMailSender(access, {
    mailboxOf: (address) => stores.mail.mailboxOf(address),
    chatUrl: (mailbox) => chatUrlOf(access, mailbox, chatLink),
  });

/** The chat that the person likes best; our page is known by its address, and knows again who opened it before. */
function chatUrlOf(
  { linkBase }: MailAccess,
  { otherChannels }: Mailbox,
  chatLink: (channel: string) => string | null,
): string | null {
  const [first] = otherChannels;
  if (first === undefined) return null;
  return first === 'web' ? `${linkBase}/` : chatLink(first);
}
