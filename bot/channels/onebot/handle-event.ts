import type { IdentityStore } from '../../../activities/ports/store.ts';
import type { Engine, InboundMessage } from '../../model.ts';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import { groupSays } from '../../engine/group-message.ts';
import { answeredUnasked } from '../answered-unasked.ts';
import { noLinks } from '../channel.ts';
import type { GroupRoster } from '../group-roster.ts';
import type { Reception } from '../reception.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { writtenLocale } from '../written-locale.ts';
import { channelName } from './contract.ts';
import type { RequestPolicy } from './contract.ts';
import type { Lines } from './lines.ts';
import type { Offers } from './offers.ts';
import { projectEvent, readQuoted, selfIdOf } from './project-event.ts';
import type { Projected } from './project-event.ts';
import { storing } from './storing.ts';
import type { TalkLimit, TooMuch } from './talk-limit.ts';

export interface EventPorts {
  engine: Pick<Engine, 'answersUnasked'>;
  identities: Pick<IdentityStore, 'upsertIdentity'>;
  log: Logger;
  lines: Pick<Lines, 'call'>;
  offers: Offers;
  roster: GroupRoster;
  reception: Reception;
  sender: MessageSender;
  talk: TalkLimit;
  policies: { friendRequests: RequestPolicy; groupInvitations: RequestPolicy };
  signal: AbortSignal;
}

/** How long a message may wait for what it quotes. */
const quotedWithinMs = 5_000;

/** Takes each event of a connection. Those of one chat are stored in the order in which they came. */
export function createEventHandler(ports: EventPorts): {
  take(event: unknown): void;
  /** Waits for what is being taken. */
  idle(): Promise<void>;
} {
  const { log } = ports;
  const queue = createSerialQueue();
  return {
    take(event) {
      const projected = projectEvent(event);
      if (projected.kind === 'ignored') return;
      const selfId = selfIdOf(event) ?? '';
      // Asked for at once: those who wait behind it in their chat wait for one slow answer, and not for one after the other.
      const whole = projected.kind === 'message' ? withQuoted(ports, projected, selfId) : null;
      void queue
        .run(queueKeyOf(projected), async () => handle(ports, (await whole) ?? projected))
        .catch((error: unknown) => {
          log.error('onebot.eventNotTaken', { kind: projected.kind, error: String(error) });
        });
    },
    idle: () => queue.idle(),
  };
}

function queueKeyOf(projected: Projected): string {
  if (projected.kind === 'message') return projected.message.chat.id;
  // What is said in a group does not wait, unstored, until the greeting is in it.
  return projected.kind === 'membership' ? `membership ${projected.chatId}` : projected.kind;
}

async function handle(ports: EventPorts, projected: Projected): Promise<void> {
  switch (projected.kind) {
    case 'message':
      return takeMessage(ports, projected);
    case 'membership':
      return ports.roster.membership(projected);
    case 'friendRequest':
      return decide(ports, 'friendRequests', 'set_friend_add_request', { flag: projected.flag });
    case 'groupInvitation': {
      const { flag } = projected;
      // Some programs still read the older name of the field.
      const invite = { flag, sub_type: 'invite', type: 'invite' };
      return decide(ports, 'groupInvitations', 'set_group_add_request', invite);
    }
    case 'ignored':
  }
}

/** What is not accepted stays where it is, for who owns the account. */
async function decide(
  { policies, lines, log }: EventPorts,
  what: keyof EventPorts['policies'],
  action: string,
  request: object,
): Promise<void> {
  const policy = policies[what];
  log.info('onebot.request', { what, policy });
  if (policy === 'accept') await lines.call(action, { ...request, approve: true });
}

async function takeMessage(
  ports: EventPorts,
  { message, toOthers, replyTo }: Extract<Projected, { kind: 'message' }>,
): Promise<void> {
  const { engine, log, offers, reception } = ports;
  const { chat, sender, messageId } = message;
  const unasked = !message.addressed && !toOthers && (await answeredUnasked(message, { engine, log }));
  if (!message.addressed && !unasked) return;
  const tooMuch = ports.talk.take(message);
  if (tooMuch !== null) {
    // What others say in this chat is not kept waiting to be stored.
    void saysTooMuch(ports, message, tooMuch);
    return;
  }
  if (messageId !== undefined) offers.heard(chat.id, messageId, sender.externalUserId);
  await storing(ports, async () => {
    const said = await inTheirLanguage(ports, await tapped(offers, message, replyTo));
    return reception.take(said, { unasked });
  });
}

/** Once, and not for as long as it goes on: if it is a program, that would be the next thing that it answers. */
async function saysTooMuch(
  { sender, log }: EventPorts,
  { chat, sender: { locale }, messageId: replyTo }: InboundMessage,
  tooMuch: TooMuch,
): Promise<void> {
  log.info('onebot.tooMuchTalk', { inGroup: chat.kind === 'group' });
  if (tooMuch !== 'now') return;
  try {
    const words = groupSays({ locale, links: noLinks }, ['tooMuchTalk']);
    await sender.send(chat.id, words, replyTo === undefined || chat.kind !== 'group' ? {} : { replyTo });
  } catch (error) {
    log.warn('onebot.tooMuchNotSaid', { error: String(error) });
  }
}

/** What it quotes has to be asked for; and only that tells whether it replies to the bot. Never rejects. */
async function withQuoted(
  { lines, log }: EventPorts,
  projected: Extract<Projected, { kind: 'message' }>,
  selfId: string,
): Promise<typeof projected> {
  const { message, replyTo, toOthers } = projected;
  if (replyTo === null) return projected;
  const asked = { message_id: /^-?\d+$/.test(replyTo) ? Number(replyTo) : replyTo };
  try {
    const given = await lines.call('get_msg', asked, { timeoutMs: quotedWithinMs, bySend: false });
    const quoted = readQuoted(given, { chatId: message.chat.id, selfId });
    if (quoted === null) return projected;
    return {
      ...projected,
      toOthers: toOthers && !quoted.fromBot,
      message: {
        ...message,
        addressed: message.addressed || quoted.fromBot,
        ...(quoted.text === '' ? {} : { quoted }),
      },
    };
  } catch (error) {
    // Withdrawn or too old, mostly.
    log.debug('onebot.quotedNotRead', { error: String(error) });
    return projected;
  }
}

/** What is typed for a button is a tap. */
async function tapped(
  offers: Offers,
  message: InboundMessage,
  replyTo: string | null,
): Promise<InboundMessage> {
  const { chat, sender, text, command, attachments, addressed } = message;
  if (!addressed || command !== null || attachments !== undefined) return message;
  const callback = await offers.meant({ chatId: chat.id, userId: sender.externalUserId, text, replyTo });
  return callback === null ? message : { ...message, text: '', callback };
}

async function inTheirLanguage({ identities }: EventPorts, message: InboundMessage): Promise<InboundMessage> {
  const { command, text, chat, sender } = message;
  const { externalUserId } = sender;
  const typed = command === null ? text : `/${command.name} ${command.args}`;
  const written = { channel: channelName, externalUserId, text: typed, isPrivate: chat.kind === 'private' };
  return { ...message, sender: { ...sender, locale: await writtenLocale(identities, written) } };
}
