import { z } from 'zod';
import type { InboundStore } from '../../activities/ports/store.ts';
import { attachmentKinds } from '../model.ts';
import type { HandleResult, InboundMessage } from '../model.ts';
import { createConversing } from './converse.ts';
import type { ConversePorts } from './converse.ts';
import { createIntake } from './intake.ts';

export interface Reception {
  /**
   * Once this resolves the vendor's event may be acknowledged; it rejects when the message could not be stored. Replies follow
   * by the channel's sender. `overheard`: it is not for the bot, and nothing of it is kept. `unasked`: it is answered though it
   * does not call the bot (`answeredUnasked`).
   */
  take(message: InboundMessage, o?: { unasked: boolean }): Promise<'taken' | 'duplicate' | 'overheard'>;
  resume(): Promise<void>;
  close(graceMs?: number): Promise<void>;
}

/** For a channel whose events are messages and taps and nothing else. `onResult` as in `Converse`. */
export function createReception({
  inbound,
  onResult,
  againAfterMs,
  ...ports
}: ConversePorts & {
  inbound: InboundStore;
  /** As in `IntakePorts`. */
  againAfterMs?: (attempt: number) => number;
  onResult?: (message: InboundMessage, result: HandleResult) => Promise<void>;
}): Reception {
  const converse = createConversing(ports);
  const intake = createIntake<InboundMessage, HandleResult>({
    channel: ports.sender.channel,
    inbound,
    log: ports.log,
    ...(againAfterMs === undefined ? {} : { againAfterMs }),
    read: readStored,
    keyOf: (message) => message.chat.id,
    handle: (message, handling) =>
      converse(message, { ...handling, onResult: async (result) => onResult?.(message, result) }),
  });
  return {
    async take(message, { unasked } = { unasked: false }) {
      // What people say to one another in a group is not ours to store, not even for a moment.
      if (!message.addressed && message.callback === null && !unasked) return 'overheard';
      const accepted = await intake.accept(message.externalId, message);
      return accepted === null ? 'duplicate' : 'taken';
    },
    resume: () => intake.resume(),
    close: (graceMs) => intake.close(graceMs),
  };
}

const stored: z.ZodType<InboundMessage> = z.object({
  channel: z.string(),
  externalId: z.string(),
  messageId: z.string().exactOptional(),
  edited: z.literal(true).exactOptional(),
  chat: z.object({
    id: z.string(),
    kind: z.enum(['private', 'group']),
    answersOnly: z.literal(true).exactOptional(),
    groupId: z.string().exactOptional(),
  }),
  sender: z.object({
    externalUserId: z.string(),
    locale: z.enum(['zh-CN', 'en']),
    asGroup: z.literal(true).exactOptional(),
  }),
  text: z.string(),
  command: z.object({ name: z.string(), args: z.string() }).nullable(),
  callback: z.object({ data: z.string(), messageId: z.string() }).nullable(),
  addressed: z.boolean(),
  attachments: z.array(z.enum(attachmentKinds)).exactOptional(),
  quoted: z.object({ text: z.string(), fromBot: z.boolean() }).exactOptional(),
});

function readStored(payload: string): InboundMessage | null {
  try {
    return stored.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
