import { z } from 'zod';
import type { InboundMessage } from '../../model.ts';
import { commandIn } from '../command-in.ts';
import type { Membership } from '../group-roster.ts';
import { encodeChatId, noGroup } from './chat-id.ts';
import type { OneBotChat } from './chat-id.ts';
import { channelName } from './contract.ts';
import { saidIn, textOf } from './message-parts.ts';
import { readMessage } from './segments.ts';

/** What an event means to us. */
export type Projected =
  | {
      kind: 'message';
      message: InboundMessage;
      /** In a group, where the bot was not called: it is for somebody else. */
      toOthers: boolean;
      /** The message that it replies to, which has to be asked for. */
      replyTo: string | null;
    }
  | ({ kind: 'membership' } & Membership)
  | { kind: 'friendRequest'; flag: string }
  | { kind: 'groupInvitation'; flag: string }
  | { kind: 'ignored' };

const ignored: Projected = { kind: 'ignored' };

/** Numbers by the standard; text in some programs. */
const id = z.union([z.number().int(), z.string().regex(/^-?\w+$/)]).transform(String);

const event = z.object({
  post_type: z.string(),
  self_id: id,
  time: z.number().default(0),
  message_type: z.string().optional(),
  notice_type: z.string().optional(),
  request_type: z.string().optional(),
  sub_type: z.string().nullish(),
  message_id: id.optional(),
  user_id: id.optional(),
  group_id: id.nullish(),
  sender: z.object({ group_id: id.nullish() }).nullish(),
  message: z.unknown().optional(),
  /** Of the program's own making, such as `u_abc|1700000000`. */
  flag: z
    .union([z.number(), z.string().min(1)])
    .transform(String)
    .optional(),
  file: z.object({ name: z.string().nullish(), size: z.number().nullish() }).nullish(),
});
type Event = z.infer<typeof event>;

/** With `segments.ts` and `message-parts.ts` the only place that reads OneBot's field names of an event. Pure. */
export function projectEvent(given: unknown): Projected {
  const { data } = event.safeParse(given);
  // `message_sent`: what the account itself has said, here or on a telephone.
  if (data === undefined || data.user_id === undefined) return ignored;
  if (data.post_type === 'message') return ofMessage(data, data.user_id);
  if (data.post_type === 'notice') return ofNotice(data, data.user_id);
  return data.post_type === 'request' ? ofRequest(data) : ignored;
}

function ofMessage(event: Event, userId: string): Projected {
  const { self_id: selfId, message_id: messageId, sub_type } = event;
  const segments = readMessage(event.message);
  const chat = chatOf(event, userId);
  if (messageId === undefined || segments === null || chat === null || userId === selfId) return ignored;
  // A line of the system's own, and somebody who cannot be told from others who hide their names.
  if (sub_type === 'notice' || sub_type === 'anonymous') return ignored;
  const isGroup = chat.kind === 'group';
  const { text, mentioned, mentionsOthers, replyTo, attachments } = saidIn(segments, selfId);
  const typed = commandIn(text);
  const othersCommand = typed !== null && mentionsOthers && !mentioned;
  const isEmpty = text === '' && attachments.length === 0 && !mentioned;
  if (isEmpty || (isGroup && othersCommand)) return ignored;
  return {
    kind: 'message',
    replyTo,
    toOthers: isGroup && !mentioned && typed === null && (mentionsOthers || replyTo !== null),
    message: {
      channel: channelName,
      externalId: `${selfId}/${encodeChatId(chat)}/${messageId}`,
      messageId,
      chat: placeOf(chat),
      sender: { externalUserId: userId, locale: 'zh-CN' },
      text: typed === null ? text : '',
      command: typed === null ? null : { name: typed.name, args: typed.args },
      callback: null,
      addressed: !isGroup || mentioned || typed !== null,
      ...(attachments.length === 0 ? {} : { attachments }),
    },
  };
}

/** Null where it is not known whom it is with. */
function chatOf({ message_type, sub_type, group_id, sender }: Event, userId: string): OneBotChat | null {
  if (message_type === 'group') {
    return typeof group_id === 'string' ? { kind: 'group', groupId: group_id } : null;
  }
  if (message_type !== 'private') return null;
  if (sub_type === 'friend' || sub_type === undefined || sub_type === null)
    return { kind: 'private', userId };
  return { kind: 'temporary', groupId: sender?.group_id ?? group_id ?? noGroup, userId };
}

/** Who is no friend can be answered, for a while, and not be written to. */
const placeOf = (chat: OneBotChat): InboundMessage['chat'] => ({
  id: encodeChatId(chat),
  kind: chat.kind === 'group' ? 'group' : 'private',
  ...(chat.kind === 'temporary' ? { answersOnly: true } : {}),
});

function ofNotice(event: Event, userId: string): Projected {
  const { self_id: selfId, group_id: groupId, time, notice_type } = event;
  if (notice_type === 'friend_add') {
    // A new friend is greeted as somebody is who opens the chat elsewhere.
    return fromFriend(event, userId, { command: { name: 'start', args: '' } }, 'friend_add');
  }
  if (notice_type === 'offline_file') {
    const what = `file/${event.file?.size ?? ''}`;
    return fromFriend(event, userId, { command: null, attachments: ['document'] }, what);
  }
  if (typeof groupId !== 'string' || userId !== selfId) return ignored;
  const came = notice_type === 'group_increase';
  const went = notice_type === 'group_decrease';
  if (!came && !went) return ignored;
  const chatId = encodeChatId({ kind: 'group', groupId });
  const externalId = `${selfId}/${chatId}/${came ? 'came' : 'went'}/${time}`;
  return { kind: 'membership', externalId, chatId, present: came, locale: 'zh-CN' };
}

const fromFriend = (
  { self_id, time }: Event,
  userId: string,
  content: Pick<InboundMessage, 'command' | 'attachments'>,
  what: string,
): Projected => ({
  ...{ kind: 'message', replyTo: null, toOthers: false },
  message: {
    channel: channelName,
    externalId: `${self_id}/private:${userId}/${what}/${time}`,
    chat: placeOf({ kind: 'private', userId }),
    sender: { externalUserId: userId, locale: 'zh-CN' },
    ...{ text: '', callback: null, addressed: true },
    ...content,
  },
});

function ofRequest({ request_type, sub_type, flag }: Event): Projected {
  if (flag === undefined) return ignored;
  if (request_type === 'friend') return { kind: 'friendRequest', flag };
  // Who wants to come into a group is the group's own affair.
  return request_type === 'group' && sub_type === 'invite' ? { kind: 'groupInvitation', flag } : ignored;
}

const heartbeat = z.object({
  meta_event_type: z.literal('heartbeat'),
  interval: z.number().positive().optional(),
  status: z.object({ online: z.boolean().nullish(), good: z.boolean().nullish() }).nullish(),
});

/** Null for any other event. `online` is null where it does not say. */
export function readHeartbeat(given: unknown): { intervalMs: number | null; online: boolean | null } | null {
  const { data } = heartbeat.safeParse(given);
  if (data === undefined) return null;
  return { intervalMs: data.interval ?? null, online: readStatus(data.status) };
}

/** Whether the account is there, and all is well with it; null where that is not said. */
export function readStatus(given: unknown): boolean | null {
  const { data } = z.object({ online: z.boolean().nullish(), good: z.boolean().nullish() }).safeParse(given);
  if (data === undefined || (data.online ?? data.good ?? null) === null) return null;
  return data.online !== false && data.good !== false;
}

const asked = z.object({
  message: z.unknown().optional(),
  group_id: id.nullish(),
  sender: z.object({ user_id: id.nullish() }).nullish(),
  user_id: id.nullish(),
});

/** A message that was asked for; null where it is no text, or of another group. */
export function readQuoted(
  given: unknown,
  at: { chatId: string; selfId: string },
): NonNullable<InboundMessage['quoted']> | null {
  const { data } = asked.safeParse(given);
  const segments = readMessage(data?.message);
  if (data === undefined || segments === null) return null;
  // Somebody's private message is no question of a group, whoever quotes its ID there.
  const from = encodeChatId({ kind: 'group', groupId: data.group_id ?? '0' });
  if (at.chatId.startsWith('group:') && from !== at.chatId) return null;
  return { text: textOf(segments), fromBot: (data.sender?.user_id ?? data.user_id) === at.selfId };
}

const self = z.object({ self_id: id });
export const selfIdOf = (given: unknown): string | null => self.safeParse(given).data?.self_id ?? null;
