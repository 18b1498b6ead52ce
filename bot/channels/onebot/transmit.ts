import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Choice } from '../../../activities/ports/given-choices.ts';
import { SendError } from '../../../activities/ports/services.ts';
import { decodeChatId, noGroup } from './chat-id.ts';
import type { OneBotChat } from './chat-id.ts';
import type { Timings } from './contract.ts';
import type { Lines } from './lines.ts';
import type { Offers } from './offers.ts';
import type { Pace } from './pace.ts';
import type { Segment } from './segments.ts';

/** A message as it is shown in a chat. */
export interface Rendered {
  texts: string[];
  offered: Choice[];
  replyTo?: string;
}

/** Puts a message into a chat, once and never again on its own. Throws `SendError`. */
export type Transmit = (chatId: string, message: Rendered) => Promise<{ messageId: string }>;

export interface TransmitPorts {
  lines: Pick<Lines, 'call'>;
  pace: Pace;
  offers: Pick<Offers, 'note'>;
  timings: Pick<Timings, 'restMs'>;
}

/** Over the connection, at a pace that QQ bears. */
export function createTransmit({ lines, pace, offers, timings }: TransmitPorts): Transmit {
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

  return async (chatId, { texts, offered, replyTo }) => {
    const chat = decodeChatId(chatId);
    if (chat === null) throw new SendError({ fate: 'notSent', code: 'badRequest' });
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
    await offers.note(chatId, { messageId, offered, ...(replyTo === undefined ? {} : { replyTo }) });
    return { messageId };
  };
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
