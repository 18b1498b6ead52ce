import type { Clock, Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import type { Engine } from '../../model.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { channelName, maxTextLength } from './contract.ts';
import type { PostedMessage, PostOutcome, Visitor, WebChat, WebTrial } from './contract.ts';
import { createConversation } from './conversation.ts';
import { handleInbound, showInbound } from './handle-inbound.ts';
import { externalIdOf, readInbound, writeInbound } from './inbound.ts';
import { createRateLimit } from './rate-limit.ts';
import type { RateLimit } from './rate-limit.ts';
import { createWebSender } from './sender.ts';
import { createVisitors } from './visitors.ts';
import { createWakeUps } from './wake-ups.ts';

export interface WebChannelPorts {
  stores: Pick<Stores, 'identities' | 'inbound' | 'chatMessages'>;
  engine: Engine;
  /** Null outside the trial. */
  trial: WebTrial | null;
  clock: Clock;
  log: Logger;
  limits?: Partial<WebChannelLimits>;
}

export interface WebChannelLimits {
  messagesPerMinute: number;
  /** New visitors from one address; behind a reverse proxy all share one, so this is generous. */
  newVisitorsPerMinute: number;
  /** How long a post waits for its answer before it is told that the answer will come over the stream. */
  answerWithinMs: number;
}

const defaultLimits: WebChannelLimits = {
  messagesPerMinute: 20,
  newVisitorsPerMinute: 600,
  answerWithinMs: 8_000,
};

export interface WebChannel {
  /** Handles what an earlier run accepted and did not finish. */
  start(): Promise<void>;
  /** Waits for running messages, `graceMs` at most; the rest is handled at the next start. */
  stop(graceMs?: number): Promise<void>;
  sender: MessageSender;
  webChat: WebChat;
  status(): { ok: boolean; detail: string };
}

/** The web page as a channel. One process serves a visitor at a time; messages of one visitor are handled in order. */
export function createWebChannel(ports: WebChannelPorts): WebChannel {
  const { stores, engine, trial, clock, log } = ports;
  const limits = { ...defaultLimits, ...ports.limits };
  const wakeUps = createWakeUps();
  const conversation = createConversation({ chatMessages: stores.chatMessages, wakeUps, log });
  const visitors = createVisitors({
    identities: stores.identities,
    clock,
    newPerMinute: limits.newVisitorsPerMinute,
  });
  const messageLimit = createRateLimit({ limit: limits.messagesPerMinute, windowMs: 60_000, clock });
  const queue = createSerialQueue();
  let running = false;

  /** Null when the message waits for the next start, since the channel is stopping. */
  const handleAccepted = async (updateId: number, payload: string): Promise<string | null> => {
    const stored = readInbound(payload);
    if (stored === null) {
      log.error('web.unreadableInbound', { updateId });
      await stores.inbound.markProcessed(updateId);
      return null;
    }
    return queue.run(stored.identityId, async () => {
      if (!running) return null;
      const toast = await handleInbound({ engine, conversation, log }, stored);
      await stores.inbound.markProcessed(updateId);
      return toast;
    });
  };

  const post = async (visitor: Visitor, posted: PostedMessage): Promise<PostOutcome> => {
    const message = trimmed(posted);
    const refusal = refusalOf(message);
    if (refusal !== null) return { outcome: 'refused', code: refusal };
    if (!messageLimit.take(visitor.identityId)) return { outcome: 'refused', code: 'tooManyMessages' };
    const externalId = externalIdOf(visitor.externalUserId, message.clientId);
    const payload = writeInbound(visitor, message);
    const update = await stores.inbound.accept(channelName, externalId, payload);
    if (update === null) return { outcome: 'duplicate', toast: null };
    await showInbound(conversation, { ...visitor, ...message });
    const answered = handleAccepted(update.id, payload).then(
      (toast): PostOutcome => ({ outcome: 'done', toast }),
      (error: unknown): PostOutcome => {
        log.error('web.answerNotWritten', { updateId: update.id, error });
        return { outcome: 'working', toast: null };
      },
    );
    return within(answered, limits.answerWithinMs);
  };

  return {
    sender: createWebSender({ identities: stores.identities, conversation }),
    status: () => ({ ok: running, detail: running ? 'accepting messages' : 'stopped' }),
    async start() {
      running = true;
      for (const update of await stores.inbound.unprocessed(channelName)) {
        const stored = readInbound(update.payload);
        if (stored !== null) await showInbound(conversation, stored);
        handleAccepted(update.id, update.payload).catch((error: unknown) =>
          log.error('web.resumeFailed', { updateId: update.id, error }),
        );
      }
    },
    async stop(graceMs = 5000) {
      running = false;
      await within(queue.idle(), graceMs);
    },
    webChat: {
      enter: (i) => visitors.enter(i),
      async welcome(visitor) {
        if (trial === null) return;
        try {
          // One at a time: two tabs that open together are one visitor.
          await queue.run(`welcome/${visitor.identityId}`, async () => {
            const linked = await stores.identities.linkedFirms(visitor.identityId);
            if (linked.length === 0) await trial.onNewVisitor(visitor.identityId);
          });
        } catch (error) {
          log.error('web.trialWelcomeFailed', { identityId: visitor.identityId, error });
        }
      },
      post,
      history: (visitor, afterId) => conversation.page(visitor.identityId, afterId),
      follow: (visitor, afterId, onItem) => conversation.follow(visitor.identityId, afterId, onItem),
      trial: trial === null ? null : limitedTrial(trial, messageLimit),
    },
  };
}

/** Moving the clock on is work for Temporal: it counts as a message. */
const limitedTrial = (trial: WebTrial, limit: RateLimit): WebChat['trial'] => ({
  clock: (identityId) => trial.clock(identityId),
  advance: async (identityId) => (limit.take(identityId) ? trial.advance(identityId) : 'tooManyMessages'),
});

const trimmed = (posted: PostedMessage): PostedMessage =>
  posted.content.type === 'text'
    ? { ...posted, content: { type: 'text', text: posted.content.text.trim() } }
    : posted;

function refusalOf({ content }: PostedMessage): 'textEmpty' | 'textTooLong' | null {
  if (content.type !== 'text') return null;
  if (content.text === '') return 'textEmpty';
  return content.text.length > maxTextLength ? 'textTooLong' : null;
}

/** `job`, or after `ms` the answer that it is still at work. */
async function within<T>(job: Promise<T>, ms: number): Promise<T | { outcome: 'working'; toast: null }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ outcome: 'working'; toast: null }>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'working', toast: null }), ms);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}
