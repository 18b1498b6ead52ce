import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { OnBehalfOf } from '../../engine/outside-actions.ts';
import { noLinks } from '../channel.ts';
import { createReception } from '../reception.ts';
import { sameSecret } from '../same-secret.ts';
import { writtenLocale } from '../written-locale.ts';
import { capabilities } from './capabilities.ts';
import { channelName } from './contract.ts';
import type { BotpressAccess, BotpressChannel, BotpressOptions } from './contract.ts';
import { BadInput, createBot } from './create-bot.ts';
import type { StatusChanged } from './create-bot.ts';
import { createClient } from './create-client.ts';
import { createOffers } from './offers.ts';
import { chatOf, placeOf } from './place.ts';
import type { Conversation } from './place.ts';
import { projectReceived, readConversation, readReceived, textOf } from './project-event.ts';
import type { Received } from './project-event.ts';
import { readCall } from './read-call.ts';
import { statusOf } from './send-error.ts';
import { createBotpressSender } from './sender.ts';
import { createStatusEvents, eventTakesAtMostMs } from './status-events.ts';

export type { BotpressChannel, BotpressOptions } from './contract.ts';

/** For a process that sends and does not receive. */
export function createBotpressOutbox(access: BotpressAccess, log: Logger): MessageSender {
  return openSender(access, log).sender;
}

function openSender(access: BotpressAccess, log: Logger) {
  const client = createClient(access);
  const offers = createOffers(client, log);
  const eventClient = createClient({ ...access, timeoutMs: eventTakesAtMostMs });
  const statusEvents = createStatusEvents(eventClient, { token: access.token, log });
  return { client, offers, sender: createBotpressSender(client, access.botId, { offers, statusEvents }) };
}

export function createBotpressChannel(options: BotpressOptions): BotpressChannel {
  const { engine, stores, log, botId } = options;
  const { client, offers, sender } = openSender(options, log);
  const stopping = new AbortController();
  const reception = createReception({
    ...{ engine, sender, log, signal: stopping.signal },
    ...{ inbound: stores.inbound, identities: stores.identities, keyedSends: capabilities.keyedSends },
  });
  let running = false;

  async function onMessage(payload: unknown): Promise<void> {
    const received = readReceived(payload);
    if (received === null) {
      log.warn('botpress.messageUnread');
      return;
    }
    const text = textOf(received.message);
    const tapped = await offers.dataOf(received.conversation.id, text);
    await reception.take(projectReceived(received, tapped, await localeOf(received, text)));
  }

  const localeOf = ({ conversation, user }: Received, text: string): Promise<Locale> =>
    writtenLocale(stores.identities, {
      ...{ channel: channelName, externalUserId: user.id, text },
      isPrivate: placeOf(conversation) === 'private',
    });

  async function localeKnownOf(externalUserId: string): Promise<Locale> {
    return (await stores.identities.upsertIdentity({ channel: channelName, externalUserId })).locale;
  }

  /** Null when there is no such conversation, or the person is not in it. */
  async function conversationWith(conversationId: string, userId: string): Promise<Conversation | null> {
    try {
      await client.getParticipant({ id: conversationId, userId });
      const { conversation } = await client.getConversation({ id: conversationId });
      return readConversation(conversation);
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  async function vouch(who: { conversationId: string; userId: string }): Promise<OnBehalfOf | null> {
    const conversation = await conversationWith(who.conversationId, who.userId);
    if (conversation === null || placeOf(conversation) !== 'private') return null;
    return { channel: channelName, externalUserId: who.userId, locale: null };
  }

  /** The person is told as if they had asked: the engine reads what is true now, and checks that they may hear it. */
  async function onStatusChanged(event: StatusChanged): Promise<void> {
    // Our own, come back to us: the notice that went before it has told them.
    if (event.told === true) return;
    const conversation = await conversationWith(event.conversationId, event.userId);
    if (conversation === null || placeOf(conversation) !== 'private') {
      log.warn('botpress.statusChangedRefused', { eventId: event.id });
      return;
    }
    await reception.take({
      ...{ channel: channelName, externalId: `event:${event.id}`, chat: chatOf(conversation) },
      sender: { externalUserId: event.userId, locale: await localeKnownOf(event.userId) },
      ...{ text: '', command: { name: 'status', args: '' }, callback: null, addressed: true },
    });
  }

  const notPrivate = textsFor('zh-CN').bot.group.firmInPrivateNoLink;
  const botPorts = { actions: options.actions, vouch, notPrivate, onMessage, onStatusChanged };

  return {
    name: channelName,
    capabilities,
    // Where the private chat is depends on the integration; Botpress has no address for it.
    links: noLinks,
    sender,
    status: () => ({ ok: running, detail: running ? 'webhook' : 'stopped' }),
    async start() {
      running = true;
      await reception.resume();
    },
    async stop() {
      running = false;
      stopping.abort();
      await reception.close();
    },
    async webhook(call) {
      if (!sameSecret(call.secret ?? '', options.secret)) return { status: 401, body: '' };
      const read = readCall(call);
      if (read === null) return { status: 400, body: '' };
      if (read.botId !== botId) return { status: 403, body: '' };
      if (!running) return { status: 503, body: '' };
      const { headers, body } = call;
      const faults: unknown[] = [];
      // The vendor's kit prints what a handler throws and makes a 400 of it: a bot for each call keeps it for this call.
      const bot = createBot({ ...botPorts, onFault: (error) => faults.push(error) });
      const response = await bot.handler({ method: 'POST', path: '/', query: '', headers, body });
      if (faults.length === 0) return { status: response?.status ?? 200, body: response?.body ?? '' };
      if (faults[0] instanceof BadInput) return { status: 400, body: '' };
      const operation = headers['x-bp-operation'];
      log.error('botpress.callFailed', { operation, error: String(faults[0]) });
      return { status: 500, body: '' };
    },
  };
}
