import type { Message, MessageEntity } from 'node-telegram-bot-api/types';
import type { AttachmentKind, InboundMessage } from '../../model.ts';
import { commandIn } from '../command-in.ts';
import type { BotSelf } from './projected.ts';

/** A message as text, with what in it calls the bot. */
export interface Said {
  text: string;
  mentioned: boolean;
  command: InboundMessage['command'];
  /** Other bots have commands too. */
  othersCommand: boolean;
}

export function saidIn(message: Message, me: BotSelf): Said {
  const { text, mentioned } = withoutMention(message, me);
  const command = commandIn(text);
  const addressee = command?.addressee?.toLowerCase();
  const mine = addressee === me.username.toLowerCase();
  return {
    text,
    mentioned: mentioned || mine,
    command: command === null ? null : { name: command.name, args: command.args },
    // Without a name it is for whom it is a reply to.
    othersCommand:
      command !== null &&
      !mine &&
      (addressee !== undefined || (!mentioned && repliesToOtherBot(message, me))),
  };
}

const rawTextOf = (message: Message): string => message.text ?? message.caption ?? '';

/** Entities count UTF-16 units, as JavaScript strings do. */
function withoutMention(message: Message, me: BotSelf): { text: string; mentioned: boolean } {
  const raw = rawTextOf(message);
  const mine = entitiesOf(message).filter(
    (e) =>
      (e.type === 'mention' &&
        raw.slice(e.offset, e.offset + e.length).toLowerCase() === `@${me.username.toLowerCase()}`) ||
      (e.type === 'text_mention' && e.user?.id === me.id),
  );
  const text = [...mine]
    .sort((a, b) => b.offset - a.offset)
    .reduce((t, e) => `${t.slice(0, e.offset)} ${t.slice(e.offset + e.length)}`, raw);
  return { text: text.trim(), mentioned: mine.length > 0 };
}

const entitiesOf = (message: Message): MessageEntity[] =>
  (message.text === undefined ? message.caption_entities : message.entities) ?? [];

/** Every message of a topic formally replies to the one that created the topic. */
const originalOf = ({ reply_to_message: original }: Message): Message | undefined =>
  original?.forum_topic_created === undefined ? original : undefined;

export const repliesToMe = (message: Message, me: BotSelf): boolean =>
  originalOf(message)?.from?.id === me.id;

/** An anonymous administrator, and a channel, come as bots as well; but they write in the name of a chat. */
function repliesToOtherBot(message: Message, me: BotSelf): boolean {
  const original = originalOf(message);
  return original?.from?.is_bot === true && original.from.id !== me.id && original.sender_chat === undefined;
}

/** A reply to somebody, or a word with somebody's name in it: between the two of them. */
export const isToOthers = (message: Message): boolean =>
  originalOf(message) !== undefined ||
  message.external_reply !== undefined ||
  entitiesOf(message).some((e) => e.type === 'mention' || e.type === 'text_mention');

/** What the message quotes or replies to, as text. A whole post of a channel is read by everybody and asks nothing. */
export function quotedIn(message: Message, me: BotSelf): InboundMessage['quoted'] {
  const original = originalOf(message);
  const whole = original === undefined || original.is_automatic_forward === true ? '' : rawTextOf(original);
  const text = asQuestion(message.quote?.text ?? whole, me);
  if (text === '') return undefined;
  const origin = message.external_reply?.origin;
  const author =
    original?.from?.id ??
    (origin !== undefined && 'sender_user' in origin ? origin.sender_user.id : undefined);
  return { text, fromBot: author === me.id };
}

/** Without what called the bot there. */
const asQuestion = (text: string, { username }: BotSelf): string =>
  text
    .replaceAll(new RegExp(`@${username}\\b`, 'gi'), ' ')
    .replace(/^\s*\/[a-z0-9_]+(?=\s|$)/i, '')
    .trim();

/** An animation also comes as a document, for older clients. */
const attachmentFields: readonly (readonly [AttachmentKind, readonly (keyof Message)[]])[] = [
  ['photo', ['photo', 'live_photo']],
  ['video', ['video', 'video_note', 'animation']],
  ['voice', ['voice', 'audio']],
  ['document', ['document']],
  ['sticker', ['sticker']],
  [
    'other',
    ['location', 'venue', 'contact', 'poll', 'dice', 'game', 'story', 'checklist', 'paid_media', 'invoice'],
  ],
];

export function attachmentsIn(message: Message): AttachmentKind[] {
  const kind = attachmentFields.find(([, fields]) =>
    fields.some((field) => message[field] !== undefined),
  )?.[0];
  return kind === undefined ? [] : [kind];
}

/** A private message without text that nobody typed or sent: nothing to answer. */
export const isService = (message: Message): boolean =>
  message.pinned_message !== undefined ||
  message.message_auto_delete_timer_changed !== undefined ||
  message.write_access_allowed !== undefined ||
  message.chat_background_set !== undefined ||
  message.users_shared !== undefined;
