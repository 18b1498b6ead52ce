import type { Api } from 'node-telegram-bot-api';
import { isGone, SendError } from '../../../activities/ports/services.ts';
import type { IdentityStore } from '../../../activities/ports/store.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Engine, HandleResult, InboundMessage } from '../../model.ts';
import { deliver } from './deliver.ts';
import type { Delivery } from './deliver.ts';
import { channelName } from './project-update.ts';
import type { Projected } from './project-update.ts';

/** Telegram's limit for the text shown on a tapped button. */
const longestToast = 200;

export interface HandlePorts extends Delivery {
  api: Api;
  engine: Engine;
  identities: IdentityStore;
  /** Offers the staff's commands in a chat. */
  offerStaffCommands: (chatId: string) => Promise<void>;
}

/**
 * What becomes of one update. One that went wrong is told to the sender and logged; throws only when the channel stops before
 * the reply is out.
 */
export async function handleProjected(
  ports: HandlePorts,
  projected: Exclude<Projected, { kind: 'ignored' }>,
): Promise<void> {
  switch (projected.kind) {
    case 'membership':
      return membership(ports, projected);
    case 'orphanCallback':
      return answerCallback(ports, projected.callbackQueryId, textsFor('zh-CN').bot.staleButtonToast);
    case 'message':
      return converse(ports, projected.message, projected.callbackQueryId);
  }
}

async function converse(
  ports: HandlePorts,
  message: InboundMessage,
  callbackQueryId: string | null,
): Promise<void> {
  const result = await ask(ports, message);
  // Answered whatever happened, or the button would show a clock until it times out.
  if (callbackQueryId !== null) await answerCallback(ports, callbackQueryId, result.toast);
  for (const reply of result.replies) {
    try {
      await deliver(ports, message.chat.id, message.callback?.messageId ?? null, reply);
    } catch (error) {
      // The next start handles it again.
      if (ports.signal.aborted) throw error;
      await undelivered(ports, message, error);
    }
  }
  if (result.staffLinked === true) await ports.offerStaffCommands(message.chat.id);
}

async function ask({ engine, log }: HandlePorts, message: InboundMessage): Promise<HandleResult> {
  try {
    return await engine.handle(message);
  } catch (error) {
    log.error('telegram.engineFailed', { externalId: message.externalId, error: describe(error) });
    const { apology } = textsFor(message.sender.locale).bot;
    return message.addressed
      ? {
          replies: [{ kind: 'reply', message: { paragraphs: [apology], buttons: [], citation: null } }],
          toast: null,
        }
      : { replies: [], toast: null };
  }
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
    log.warn('telegram.callbackNotAnswered', { error: describe(error) });
  }
}

async function undelivered(
  { identities, log }: HandlePorts,
  message: InboundMessage,
  error: unknown,
): Promise<void> {
  log.warn('telegram.replyNotDelivered', {
    externalId: message.externalId,
    error: describe(error),
    ...(error instanceof SendError ? { fate: error.fate, code: error.code } : {}),
  });
  if (error instanceof SendError && isGone(error.code) && message.chat.kind === 'private') {
    await markBlocked(identities, message.sender.externalUserId);
  }
}

async function membership(
  { identities }: HandlePorts,
  { externalUserId, chatId, blocked }: Extract<Projected, { kind: 'membership' }>,
): Promise<void> {
  if (blocked) return markBlocked(identities, externalUserId);
  // Writing to an identity clears its block.
  await identities.upsertIdentity({ channel: channelName, externalUserId, privateChatId: chatId });
}

async function markBlocked(identities: IdentityStore, externalUserId: string): Promise<void> {
  const identity = await identities.upsertIdentity({ channel: channelName, externalUserId });
  await identities.markBlocked(identity.id);
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
