import { createHmac } from 'node:crypto';
import type { Client } from '@botpress/client';
import type { Logger, SendOptions } from '../../../activities/ports/services.ts';
import { firstKeyOf } from '../../../knowledge/notifications/notice-key.ts';
import { statusOf } from './send-error.ts';

/** With the message itself within what a worker's activity may take. */
export const eventTakesAtMostMs = 4_000;
const attempts = 2;

/** Says with an event of the bot's own that somebody has just been told of a change. */
export interface StatusEvents {
  /** After the message that told it. Never rejects: that message is in the chat. */
  told(conversationId: string, message: SendOptions): Promise<void>;
}

export function createStatusEvents(
  client: Pick<Client, 'createEvent'>,
  { token, log }: { token: string; log: Logger },
): StatusEvents {
  return {
    async told(conversationId, { about, key, to: userId }) {
      if (about !== 'statusNotice' || key === undefined || userId === undefined) return;
      // A key names the firm, which nobody can make out of this. A notice that is repeated tells of the same change.
      const changeId = createHmac('sha256', token).update(firstKeyOf(key)).digest('hex');
      const payload = { conversationId, userId, changeId, told: true };
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        try {
          await client.createEvent({ type: 'statusChanged', payload, conversationId, userId });
          return;
        } catch (error) {
          log.warn('botpress.statusEventNotSent', { changeId, attempt, error: String(error) });
          if (isRefused(error)) return;
        }
      }
    },
  };
}

/** Also where the event is not declared in this bot: asking again changes nothing. */
function isRefused(error: unknown): boolean {
  const status = statusOf(error);
  return status !== null && status >= 400 && status < 500 && status !== 429;
}
