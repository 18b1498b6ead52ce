import { SendError } from '../../../activities/ports/services.ts';
import { createGroupRoster } from '../group-roster.ts';
import { noLinks } from '../channel.ts';
import { createReception } from '../reception.ts';
import { capabilities } from './capabilities.ts';
import { decodeChatId } from './chat-id.ts';
import { channelName, states, usualTimings } from './contract.ts';
import type { OneBotChannel, OneBotOptions, State } from './contract.ts';
import { keepConnected } from './forward.ts';
import { createEventHandler } from './handle-event.ts';
import { createLines } from './lines.ts';
import { createOffers } from './offers.ts';
import { createPace, usualPace } from './pace.ts';
import { createReverse, refuse } from './reverse.ts';
import { relayed, sendForOthers } from './relay.ts';
import { createOneBotSender } from './sender.ts';
import { createTalkLimit, usualTalk } from './talk-limit.ts';
import { createTransmit } from './transmit.ts';

export type { OneBotChannel, OneBotOptions } from './contract.ts';

export function createOneBotChannel(options: OneBotOptions): OneBotChannel {
  const { engine, stores, log, accessToken, url } = options;
  const timings = { ...usualTimings, ...options.timings };
  const stopping = new AbortController();
  const { signal } = stopping;
  const offers = createOffers(stores.givenChoices, log);
  /** Why nothing is connected, as far as it is known. */
  let hindrance: Extract<State, 'waiting' | 'wrongToken' | 'unreachable'> = 'waiting';
  const lines = createLines({
    ...{ log, timings },
    onEvent: (event) => handler.take(event),
    onRefused: () => (hindrance = 'wrongToken'),
    onAnswered: () => (hindrance = 'waiting'),
  });
  const transmit = createTransmit({ lines, offers, timings, pace: createPace(options.pace ?? usualPace) });
  const byOther = relayed(stores.relay);
  /** Set by `start`: this process has the connection, or had it. Another one's messages go by the process that has. */
  let holds = false;
  const sender = createOneBotSender((chatId, message) => (holds ? transmit : byOther)(chatId, message));
  const delivery = { sender, log, signal };
  const roster = createGroupRoster({
    ...{ ...delivery, engine, groups: stores.groups },
    // There are no places within a group.
    groupIdOf: (chatId) => chatId,
  });
  const reception = createReception({
    ...{ ...delivery, engine, inbound: stores.inbound, identities: stores.identities },
    ...{ keyedSends: capabilities.keyedSends, saysToasts: true },
    onGroupGone: (chatId) => roster.gone(chatId),
    onResult: (message) => roster.talksIn(message),
  });
  const handler = createEventHandler({
    ...{ engine, log, lines, offers, roster, reception, sender, signal, identities: stores.identities },
    talk: createTalkLimit(options.talk ?? usualTalk),
    policies: { friendRequests: options.friendRequests, groupInvitations: options.groupInvitations },
  });
  let running = false;
  let connecting: Promise<void> = Promise.resolve();
  let relaying: Promise<void> = Promise.resolve();
  const reverse =
    accessToken === null || url !== null
      ? null
      : createReverse({
          ...{ accessToken, lines, log, isRunning: () => running },
          onRefused: () => (hindrance = 'wrongToken'),
        });

  const state = (): State => {
    if (!running) return 'stopped';
    const now = lines.state();
    // A program may refuse the token only when the connection is open.
    const refused = now === 'unchecked' && hindrance === 'wrongToken';
    return now === 'waiting' || refused ? hindrance : now;
  };

  return {
    name: channelName,
    direction: url === null ? 'reverse' : 'forward',
    capabilities,
    // QQ has no address that surely opens a chat with an account of a person.
    links: noLinks,
    sender,
    status() {
      const now = state();
      const isOurs = now === 'online' || now === 'stopped';
      return { ok: now === 'online', detail: states[now], ...(isOurs ? {} : { outside: true as const }) };
    },
    async start() {
      holds = true;
      // What was left comes first: nothing is taken before it.
      await reception.resume();
      running = true;
      relaying = sendForOthers({ relay: stores.relay, transmit, log, signal });
      if (url === null) return;
      connecting = keepConnected({
        ...{ access: { url, accessToken }, lines, log, signal, againMs: timings.againMs },
        onHindrance: (what) => (hindrance = what),
      });
    },
    async stop() {
      running = false;
      stopping.abort();
      // What comes meanwhile is stored for the next start: OneBot tells it once.
      await reception.close();
      lines.hangUp();
      await connecting;
      await relaying;
      await handler.idle();
    },
    upgrade(request, socket, head) {
      if (reverse === null) refuse(socket, 404);
      else reverse.upgrade(request, socket, head);
    },
    hangUp: () => lines.hangUp(),
    async leaveGroup(chatId) {
      const where = decodeChatId(chatId);
      if (where?.kind !== 'group') throw new SendError({ fate: 'notSent', code: 'badRequest' });
      const asked = { group_id: Number(where.groupId), is_dismiss: false };
      await roster.leave(chatId, () => lines.call('set_group_leave', asked));
    },
    async isGroupAdmin({ chat, sender: { externalUserId } }) {
      const where = decodeChatId(chat.id);
      if (where?.kind !== 'group') return false;
      const asked = { group_id: Number(where.groupId), user_id: Number(externalUserId), no_cache: true };
      const { role } = (await lines.call('get_group_member_info', asked)) as { role?: unknown };
      return role === 'owner' || role === 'admin';
    },
  };
}
