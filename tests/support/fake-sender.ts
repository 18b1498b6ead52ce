import { activityInfo } from '@temporalio/activity';
import type { MessageSender } from '../../activities/ports/services.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

interface SentMessage {
  chatId: string;
  message: OutboundMessage;
  /** When the server scheduled the activity that sent it: on a time-skipping server the only clock to trust. */
  scheduledAt: string | null;
}

export interface FakeSender extends MessageSender {
  sent: SentMessage[];
  edits: { messageId: string; message: OutboundMessage }[];
  /** Errors to throw before messages go through again, first come first. */
  failures: unknown[];
  /** Runs before each send; a promise that never settles is a send that hangs. */
  beforeSend: ((chatId: string) => Promise<void>) | null;
}

/** A channel that keeps what it is given. */
export function createFakeSender(channel = 'web'): FakeSender {
  const fake: FakeSender = {
    channel,
    sent: [],
    edits: [],
    failures: [],
    beforeSend: null,
    async send(chatId, message) {
      await fake.beforeSend?.(chatId);
      if (fake.failures.length > 0) throw fake.failures.shift() as Error;
      fake.sent.push({ chatId, message, scheduledAt: scheduledAt() });
      return { messageId: `m${fake.sent.length}` };
    },
    async edit(_chatId, messageId, message) {
      fake.edits.push({ messageId, message });
    },
  };
  return fake;
}

function scheduledAt(): string | null {
  try {
    return new Date(activityInfo().currentAttemptScheduledTimestampMs).toISOString();
  } catch {
    return null; // outside an activity
  }
}
