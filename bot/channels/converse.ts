import { isGone, SendError } from '../../activities/ports/services.ts';
import type { IdentityStore } from '../../activities/ports/store.ts';
import { groupSays, groupWords, isGroupMessage } from '../engine/group-message.ts';
import { isGroupToast } from '../engine/group-sentences.ts';
import type { Engine, Handling, HandleResult, InboundMessage } from '../model.ts';
import { noLinks } from './channel.ts';
import { put, deliver } from './deliver.ts';
import { NotSettled } from './not-settled.ts';
import type { Delivery } from './deliver.ts';
import { createEarlierAnswers } from './earlier-answers.ts';
import type { EarlierAnswers } from './earlier-answers.ts';

export interface ConversePorts extends Delivery {
  engine: Engine;
  identities: Pick<IdentityStore, 'known' | 'markBlocked'>;
  /** See `Capabilities.keyedSends`. Without it a reply that may have arrived is not repeated. */
  keyedSends: boolean;
  /** Where no tapped button can show a short text: it is said, unless there is a reply anyway. Absent: it can. */
  saysToasts?: true;
  /** Absent: answers are remembered as long as the process runs. */
  earlier?: EarlierAnswers;
  /** Nothing can be sent to this group any more. */
  onGroupGone?: (chatId: string) => Promise<void>;
}

/**
 * Asks the engine and delivers its replies. `onResult` comes before the first reply: what a tapped button shows cannot wait.
 * Throws only when the message must be handled again, `NotSettled` where that is to be soon; everything else that goes wrong is
 * told to the sender and logged.
 */
export type Converse = (
  message: InboundMessage,
  o?: { onResult?: (result: HandleResult) => Promise<void> } & Handling,
) => Promise<HandleResult>;

/** The way from an inbound message to the replies in the chat, the same for every channel. */
export function createConversing(ports: ConversePorts): Converse {
  const { sender, log } = ports;
  const earlier = ports.earlier ?? createEarlierAnswers();

  /** Messages whose sender was told that there is no answer yet. */
  const unsettled = new Set<string>();

  return async (message, { onResult, ...handling } = {}) => {
    const result = spoken(ports, message, guarded(ports, message, await ask(ports, message, handling)));
    const { messageId, externalId, chat } = message;
    // It was promised to go on, so it does, also while the engine is away.
    const isOpen = result.unsettled === true || result.unreached === true;
    if (isOpen && unsettled.has(externalId)) throw new NotSettled();
    await onResult?.(result);
    const replyTo = chat.kind === 'group' ? (messageId ?? message.callback?.messageId) : undefined;
    const before =
      message.edited === true && messageId !== undefined ? await earlier.to(chat.id, messageId) : [];
    const answers: string[] = [];
    for (const [index, reply] of result.replies.entries()) {
      const tapped = reply.kind === 'edit' ? (message.callback?.messageId ?? null) : null;
      const place = {
        chatId: chat.id,
        replaces: before[index] ?? tapped,
        key: `${externalId}/${result.unsettled === true ? 'wait/' : ''}${index}`,
        ...(replyTo === undefined ? {} : { replyTo }),
      };
      try {
        answers.push(await deliver(ports, place, reply));
      } catch (error) {
        // The next start handles it again.
        if (ports.signal.aborted || (ports.keyedSends && mayHaveArrived(error))) throw error;
        await undelivered(ports, message, error);
      }
    }
    // Passed on to staff, mostly: what was answered before stands, since nothing takes its place.
    const instead = result.replies.length === 0 ? [] : before.slice(answers.length);
    for (const [index, replaces] of instead.entries()) {
      const place = { chatId: chat.id, replaces, key: `${externalId}/left/${index}` };
      const pointer = groupSays({ locale: message.sender.locale, links: noLinks }, ['answeredAbove']);
      await put(ports, place, pointer).catch((error: unknown) => {
        log.warn('door.oldAnswerLeft', { channel: sender.channel, externalId, error: describe(error) });
      });
    }
    const answered = result.replies.length === 0 ? before : answers;
    if (messageId !== undefined) await earlier.note(chat.id, messageId, answered);
    if (result.unsettled === true) {
      unsettled.add(externalId);
      throw new NotSettled();
    }
    unsettled.delete(externalId);
    return result;
  };
}

async function ask(
  { engine, sender, log }: ConversePorts,
  message: InboundMessage,
  handling: Handling,
): Promise<HandleResult> {
  try {
    return await engine.handle(message, handling);
  } catch (error) {
    log.error('door.engineFailed', {
      channel: sender.channel,
      externalId: message.externalId,
      error: describe(error),
    });
    const replies = message.addressed ? [{ kind: 'reply' as const, message: apology(message) }] : [];
    return { replies, toast: null, unreached: true };
  }
}

/** Into a group goes nothing but what is made for one, whatever the engine says. */
function guarded(
  { sender, log }: ConversePorts,
  message: InboundMessage,
  result: HandleResult,
): HandleResult {
  if (message.chat.kind !== 'group') return result;
  const toast = result.toast !== null && isGroupToast(result.toast) ? result.toast : null;
  const fit = result.replies.every((reply) => isGroupMessage(reply.message) && reply.onSent === undefined);
  if (fit && toast === result.toast) return result;
  log.error('door.groupReplyRefused', { channel: sender.channel, externalId: message.externalId });
  return { replies: fit ? result.replies : [{ kind: 'reply', message: apology(message) }], toast };
}

/** A tap that is answered by a short text alone would else seem to do nothing. */
function spoken({ saysToasts }: ConversePorts, { chat }: InboundMessage, result: HandleResult): HandleResult {
  const { toast, replies } = result;
  if (saysToasts !== true || toast === null || replies.length > 0) return result;
  const words =
    chat.kind === 'group' ? groupWords([toast], []) : { paragraphs: [toast], buttons: [], citation: null };
  return words === null ? result : { ...result, replies: [{ kind: 'reply', message: words }] };
}

const apology = ({ sender }: InboundMessage) =>
  groupSays({ locale: sender.locale, links: noLinks }, ['apology']);

const mayHaveArrived = (error: unknown): boolean => error instanceof SendError && error.fate === 'ambiguous';

async function undelivered(
  { identities, sender, log, onGroupGone }: ConversePorts,
  message: InboundMessage,
  error: unknown,
): Promise<void> {
  log.warn('door.replyNotDelivered', {
    channel: sender.channel,
    externalId: message.externalId,
    error: describe(error),
    ...(error instanceof SendError ? { fate: error.fate, code: error.code } : {}),
  });
  if (!(error instanceof SendError) || !isGone(error.code)) return;
  if (message.chat.kind === 'group') await onGroupGone?.(message.chat.id);
  else await markBlocked(identities, sender.channel, message.sender.externalUserId);
}

/** The person cannot be written to until they write again. Of whom nothing is kept, or no more, nothing is noted. */
export async function markBlocked(
  identities: ConversePorts['identities'],
  channel: string,
  externalUserId: string,
): Promise<void> {
  const identity = await identities.known({ channel, externalUserId });
  if (identity !== null) await identities.markBlocked(identity.id);
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
