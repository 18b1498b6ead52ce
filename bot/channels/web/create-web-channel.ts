import type { Clock } from '../../../activities/ports/services.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import { noLinks } from '../channel.ts';
import type { Channel, ChannelPorts } from '../channel.ts';
import { createConversing } from '../converse.ts';
import { createIntake } from '../intake.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { createAddressLimit } from './address-limit.ts';
import { capabilities } from './capabilities.ts';
import { channelName, maxTextLength } from './contract.ts';
import type { PostedMessage, PostOutcome, TooMany, Visitor, WebChat, WebTrial } from './contract.ts';
import { createConversation } from './conversation.ts';
import { handleInbound, showInbound } from './handle-inbound.ts';
import { externalIdOf, readInbound } from './inbound.ts';
import type { StoredInbound } from './inbound.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { RateLimit } from '../rate-limit.ts';
import { createWebSender } from './sender.ts';
import { createVisitors } from './visitors.ts';
import { createWakeUps } from './wake-ups.ts';

export interface WebChannelPorts extends ChannelPorts {
  stores: Pick<Stores, 'identities' | 'inbound' | 'chatMessages'>;
  /** Null outside the trial. */
  trial: WebTrial | null;
  clock: Clock;
  limits?: Partial<WebChannelLimits>;
}

export interface WebChannelLimits {
  messagesPerMinute: number;
  /** From one address: many people may share one, at a training or behind an operator's gateway, so these two are generous. */
  messagesPerMinuteOfAddress: number;
  newVisitorsPerHour: number;
  /** How long a post waits for its answer before it is told that the answer will come over the stream. */
  answerWithinMs: number;
}

const defaultLimits: WebChannelLimits = {
  messagesPerMinute: 20,
  messagesPerMinuteOfAddress: 300,
  newVisitorsPerHour: 300,
  answerWithinMs: 8_000,
};

export interface WebChannel extends Channel {
  /** Waits for running messages, `graceMs` at most; the rest is handled at the next start. */
  stop(graceMs?: number): Promise<void>;
  webChat: WebChat;
}

/** The web page as a channel. One process serves a visitor at a time; messages of one visitor are handled in order. */
export function createWebChannel(ports: WebChannelPorts): WebChannel {
  const { stores, engine, trial, clock, log } = ports;
  const limits = { ...defaultLimits, ...ports.limits };
  const wakeUps = createWakeUps();
  const conversation = createConversation({ ...stores, wakeUps, log });
  const visitors = createVisitors({
    identities: stores.identities,
    clock,
    newPerHour: limits.newVisitorsPerHour,
  });
  const messageLimit = createRateLimit({ limit: limits.messagesPerMinute, windowMs: 60_000, clock });
  const addressLimit = createAddressLimit({
    ...{ limit: limits.messagesPerMinuteOfAddress, windowMs: 60_000, clock },
  });
  const sender = createWebSender(conversation);
  const stopping = new AbortController();
  const converse = createConversing({
    ...{ engine, sender, log, signal: stopping.signal },
    identities: stores.identities,
    keyedSends: capabilities.keyedSends,
  });
  const intake = createIntake<StoredInbound, string | null>({
    channel: channelName,
    inbound: stores.inbound,
    log,
    read: readInbound,
    keyOf: (stored) => stored.externalUserId,
    handle: async (stored, handling) => {
      await showInbound(conversation, stored);
      return handleInbound({ converse, conversation, handling }, stored);
    },
  });
  const welcomes = createSerialQueue();
  let running = false;

  const post = async (
    visitor: Visitor,
    posted: PostedMessage,
    from: { address: string },
  ): Promise<PostOutcome> => {
    const message = trimmed(posted);
    const refusal = refusalOf(message);
    if (refusal !== null) return { outcome: 'refused', code: refusal };
    const tooMany = takeShare(messageLimit, visitor.identityId) ?? tooManyIf(addressLimit.take(from.address));
    if (tooMany !== null) return tooMany;
    const externalId = externalIdOf(visitor.externalUserId, message.clientId);
    const { externalUserId, locale } = visitor;
    const stored: StoredInbound = { externalUserId, locale, ...message };
    const accepted = await intake.accept(externalId, stored);
    if (accepted === null) return { outcome: 'duplicate', toast: null };
    // At once, though an earlier message of the visitor may still be in work.
    await showInbound(conversation, stored);
    const answered = accepted.handled.then((handled): PostOutcome =>
      handled.outcome === 'handled'
        ? { outcome: 'done', toast: handled.result }
        : { outcome: 'working', toast: null },
    );
    return within(answered, limits.answerWithinMs);
  };

  return {
    name: channelName,
    capabilities,
    // The page is the private chat already.
    links: noLinks,
    sender,
    status: () => ({ ok: running, detail: running ? 'accepting messages' : 'stopped' }),
    async start() {
      running = true;
      await intake.resume();
    },
    async stop(graceMs = 5000) {
      running = false;
      stopping.abort();
      await intake.close(graceMs);
    },
    webChat: {
      enter: (i) => visitors.enter(i),
      async welcome(visitor) {
        if (trial === null) return;
        try {
          // One at a time: two tabs that open together are one visitor.
          await welcomes.run(`welcome/${visitor.identityId}`, async () => {
            const linked = await stores.identities.linkedFirms(visitor.identityId);
            if (linked.length === 0) await trial.onNewVisitor(visitor.identityId);
          });
        } catch (error) {
          log.error('web.trialWelcomeFailed', { identityId: visitor.identityId, error });
        }
      },
      post,
      history: (visitor, afterId) => conversation.page(visitor.externalUserId, afterId),
      follow: (visitor, afterId, onItem) => conversation.follow(visitor.externalUserId, afterId, onItem),
      trial: trial === null ? null : limitedTrial(trial, messageLimit),
    },
  };
}

/** Moving the clock on is work for Temporal: it counts as a message. */
const limitedTrial = (trial: WebTrial, limit: RateLimit): WebChat['trial'] => ({
  clock: (identityId) => trial.clock(identityId),
  advance: async (identityId) => takeShare(limit, identityId) ?? trial.advance(identityId),
});

const takeShare = (limit: RateLimit, key: string): TooMany<'tooManyMessages'> | null =>
  limit.take(key) ? null : tooManyIf(limit.waitMs(key));

const tooManyIf = (retryAfterMs: number): TooMany<'tooManyMessages'> | null =>
  retryAfterMs > 0 ? { outcome: 'tooMany', code: 'tooManyMessages', retryAfterMs } : null;

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
