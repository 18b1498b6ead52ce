import type { IdentityStore } from '../../../activities/ports/store.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Handling } from '../../model.ts';
import { markBlocked } from '../converse.ts';
import type { Converse } from '../converse.ts';
import type { TelegramGroups } from './groups.ts';
import { channelName } from './projected.ts';
import type { Wanted } from './projected.ts';
import { whileTyping } from './typing.ts';
import type { TypingPorts } from './typing.ts';

/** Telegram's limit for the text shown on a tapped button. */
const longestToast = 200;

export interface HandlePorts extends TypingPorts {
  identities: IdentityStore;
  converse: Converse;
  groups: TelegramGroups;
  handling: Required<Handling>;
  /** Offers the staff's commands in a chat. */
  offerStaffCommands: (chatId: string) => Promise<void>;
}

/** What was stored of an update. */
export function readWanted(payload: string): Wanted | null {
  try {
    return JSON.parse(payload) as Wanted;
  } catch {
    return null;
  }
}

/** Updates of one chat are handled one after the other. */
export function queueKeyOf(projected: Wanted): string {
  switch (projected.kind) {
    case 'message':
      return projected.message.chat.id;
    case 'membership':
    case 'group':
      return projected.chatId;
    case 'moved':
      return projected.fromChatId;
    case 'orphanCallback':
      return projected.callbackQueryId;
  }
}

/** What becomes of one update. Throws only for one that is to be handled again at the next start; see `Converse`. */
export async function handleProjected(ports: HandlePorts, projected: Wanted): Promise<void> {
  switch (projected.kind) {
    case 'membership':
      return membership(ports, projected);
    case 'group':
      return ports.groups.membership(projected);
    case 'moved':
      return ports.groups.moved(projected);
    case 'orphanCallback':
      return answerCallback(
        ports,
        projected.callbackQueryId,
        textsFor(projected.locale ?? 'zh-CN').bot.staleButtonToast,
      );
    case 'message':
      return inConversation(ports, projected);
  }
}

async function inConversation(
  ports: HandlePorts,
  { message, callbackQueryId }: Extract<Wanted, { kind: 'message' }>,
): Promise<void> {
  await ports.groups.talksIn(message);
  const result = await whileTyping(ports, message.chat.id, () =>
    ports.converse(message, {
      ...ports.handling,
      onResult: async ({ toast }) => {
        // Answered whatever happened, or the button would show a clock until it times out.
        if (callbackQueryId !== null) await answerCallback(ports, callbackQueryId, toast);
      },
    }),
  );
  if (result.staffLinked === true) await ports.offerStaffCommands(message.chat.id);
}

async function answerCallback(
  { api, log }: HandlePorts,
  callbackQueryId: string,
  toast: string | null,
): Promise<void> {
  try {
    await api.answerCallbackQuery({
      callback_query_id: callbackQueryId,
      ...(toast === null ? {} : { text: toast.slice(0, longestToast) }),
    });
  } catch (error) {
    // Too old to answer, mostly: the button has stopped waiting by itself.
    log.warn('telegram.callbackNotAnswered', { error: String(error) });
  }
}

async function membership(
  { identities }: HandlePorts,
  { externalUserId, chatId, blocked }: Extract<Wanted, { kind: 'membership' }>,
): Promise<void> {
  if (blocked) return markBlocked(identities, channelName, externalUserId);
  // Writing to an identity clears its block. Who is nobody to us, or no more, is met when they write.
  if ((await identities.known({ channel: channelName, externalUserId })) === null) return;
  await identities.upsertIdentity({ channel: channelName, externalUserId, privateChatId: chatId });
}
