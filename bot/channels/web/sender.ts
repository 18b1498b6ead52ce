import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender, SendOptions } from '../../../activities/ports/services.ts';
import type { ChatIdentity, IdentityStore } from '../../../activities/ports/store.ts';
import { channelName } from './contract.ts';
import { createConversation } from './conversation.ts';
import type { Conversation, ConversationPorts } from './conversation.ts';
import { isVisitorId } from './visitor-token.ts';
import { createWakeUps } from './wake-ups.ts';

/** Sending is writing down: an open page shows the message at once, another one when it is next opened. */
export function createWebSender(p: {
  identities: Pick<IdentityStore, 'upsertIdentity'>;
  conversation: Conversation;
}): MessageSender {
  const write = async <T>(chatId: string, job: (identity: ChatIdentity) => Promise<T>): Promise<T> => {
    if (!isVisitorId(chatId)) throw new SendError({ fate: 'notSent', code: 'chatNotFound' });
    try {
      return await job(await p.identities.upsertIdentity({ channel: channelName, externalUserId: chatId }));
    } catch (cause) {
      // A commit whose answer was lost looks the same as one that failed.
      throw new SendError({ fate: 'ambiguous', code: 'server', cause });
    }
  };
  return {
    channel: channelName,
    send: (chatId, message, o) =>
      write(chatId, async ({ id }) => ({
        messageId: (
          await p.conversation.addFromBot(id, message, { replaces: null, ...dedupeKeyOf(o) })
        ).toString(),
      })),
    async edit(chatId, messageId, message, o) {
      const replaces = Number(messageId);
      if (!Number.isSafeInteger(replaces)) throw new SendError({ fate: 'notSent', code: 'badRequest' });
      await write(chatId, ({ id }) =>
        p.conversation.addFromBot(id, message, { replaces, ...dedupeKeyOf(o) }),
      );
    },
  };
}

const dedupeKeyOf = (o?: SendOptions): { dedupeKey?: string } =>
  o?.key === undefined ? {} : { dedupeKey: `out/${o.key}` };

/** For a process that sends and serves no page: the one that does looks for such rows. */
export const createWebOutbox = ({
  identities,
  ...ports
}: Omit<ConversationPorts, 'wakeUps'> & {
  identities: Pick<IdentityStore, 'upsertIdentity'>;
}): MessageSender =>
  createWebSender({ identities, conversation: createConversation({ ...ports, wakeUps: createWakeUps() }) });
