import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { SendError } from '../../../activities/ports/services.ts';
import type { MessageSender } from '../../../activities/ports/services.ts';
import { guardGroups } from '../group-guard.ts';
import { decodeChatId, isGroupChat, noGroup } from './chat-id.ts';
import type { OneBotChat } from './chat-id.ts';
import { channelName } from './contract.ts';
import type { Timings } from './contract.ts';
import type { Lines } from './lines.ts';
import type { Offers } from './offers.ts';
import type { Pace } from './pace.ts';
import { renderMessage } from './render.ts';
import type { Segment } from './segments.ts';

export interface SenderPorts {
  lines: Pick<Lines, 'call'>;
  pace: Pace;
  offers: Offers;
  timings: Pick<Timings, 'restMs'>;
}

/** Sends once and never again on its own: who calls knows whether a repeat is right. */
export function createOneBotSender({ lines, pace, offers, timings }: SenderPorts): MessageSender {
  /** A message of its own form: text is never read as a code. */
  async function sendPart(chat: OneBotChat, message: Segment[]): Promise<string> {
    try {
      const data = await lines.call(...sending(chat, message));
      return messageIdIn(data);
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      if (error.code !== 'rateLimited') throw error;
      pace.rest(performance.now() + timings.restMs);
      const { fate, code, cause } = error;
      throw new SendError({ fate, code, retryAfterMs: timings.restMs, cause });
    }
  }

  async function takeTurn(chatId: string, isFirst: boolean): Promise<void> {
    const turn = pace.claim(chatId, performance.now(), { urgent: !isFirst });
    if ('refusedForMs' in turn) {
      throw new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: turn.refusedForMs });
    }
    if (turn.waitMs > 0) await delay(turn.waitMs);
  }

  const sender: MessageSender = {
    channel: channelName,
    async send(chatId, message, { replyTo } = {}) {
      const chat = decodeChatId(chatId);
      if (chat === null) throw new SendError({ fate: 'notSent', code: 'badRequest' });
      const { texts, offered } = renderMessage(message, chat.kind === 'group' ? 'group' : 'private');
      let messageId = '';
      for (const [index, text] of texts.entries()) {
        try {
          await takeTurn(chatId, index === 0);
          const said: Segment[] = [{ type: 'text', data: { text } }];
          messageId = await sendPart(chat, index === 0 ? [...quoting(replyTo), ...said] : said);
        } catch (error) {
          if (index === 0 || !(error instanceof SendError)) throw error;
          // Part of the message is in the chat: sending it all again would repeat that.
          throw new SendError({ fate: 'ambiguous', code: error.code, cause: error.cause });
        }
      }
      offers.note(chatId, { messageId, offered, ...(replyTo === undefined ? {} : { replyTo }) });
      return { messageId };
    },
    // QQ lets nobody change what was sent.
    edit: () => Promise.reject(new SendError({ fate: 'notSent', code: 'badRequest' })),
  };
  return guardGroups(sender, { isGroup: isGroupChat });
}

const quoting = (replyTo: string | undefined): Segment[] =>
  replyTo === undefined ? [] : [{ type: 'reply', data: { id: replyTo } }];

function sending(chat: OneBotChat, message: Segment[]): [string, object] {
  if (chat.kind === 'group') return ['send_group_msg', { group_id: Number(chat.groupId), message }];
  const through =
    chat.kind === 'temporary' && chat.groupId !== noGroup ? { group_id: Number(chat.groupId) } : {};
  return ['send_private_msg', { user_id: Number(chat.userId), ...through, message }];
}

/** Empty where the message is only taken to be sent later. */
const messageIdIn = (data: unknown): string =>
  z.object({ message_id: z.union([z.number(), z.string()]).transform(String) }).safeParse(data).data
    ?.message_id ?? '';
