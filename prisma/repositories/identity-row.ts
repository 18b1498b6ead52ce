import type { ChatIdentity } from '../../activities/ports/contacts.ts';
import type { Identity } from '../generated/client.ts';

export function identityOf(stored: Identity): ChatIdentity {
  return {
    id: stored.id,
    channel: stored.channel,
    externalUserId: stored.externalUserId,
    privateChatId: stored.privateChatId,
    locale: (stored.chosenLocale ?? stored.locale) as ChatIdentity['locale'],
    blocked: stored.blocked,
  };
}
