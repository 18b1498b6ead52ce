import { z } from 'zod';
import type { AttachmentKind, InboundMessage } from '../../model.ts';
import { commandIn } from '../command-in.ts';
import { channelName } from './contract.ts';
import { chatOf, placeOf } from './place.ts';
import type { Conversation } from './place.ts';

const conversation = z.object({
  id: z.string(),
  integration: z.string().optional(),
  channel: z.string().optional(),
  tags: z.record(z.string(), z.string().optional()).default({}),
});
const block = z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()).default({}) });
const received = z.object({
  message: block.extend({ id: z.string(), direction: z.string().optional() }),
  user: z.object({ id: z.string() }),
  conversation,
});
export type Received = z.infer<typeof received>;

/** Null for what cannot be read, and for what the bot itself has said. */
export function readReceived(payload: unknown): Received | null {
  const { data } = received.safeParse(payload);
  return data === undefined || data.message.direction === 'outgoing' ? null : data;
}

export const readConversation = (value: unknown): Conversation | null =>
  conversation.safeParse(value).data ?? null;

const attachmentOf: Record<string, AttachmentKind> = {
  image: 'photo',
  audio: 'voice',
  video: 'video',
  file: 'document',
};

/** With `place.ts` the only place that reads Botpress's field names of an event. Pure. `tapped`: what its text means as a button. */
export function projectReceived(
  { message, user, conversation: where }: Received,
  tapped: string | null,
  locale: InboundMessage['sender']['locale'],
): InboundMessage {
  const place = placeOf(where);
  const raw = textOf(message);
  const { text, mentioned } = place === 'group' ? withoutMention(raw) : { text: raw, mentioned: false };
  const typed = tapped === null ? commandIn(text) : null;
  const command = typed === null ? null : { name: typed.name, args: typed.args };
  const attachments = attachmentsOf(message);
  return {
    channel: channelName,
    externalId: message.id,
    messageId: message.id,
    chat: chatOf(where),
    sender: { externalUserId: user.id, locale },
    text: tapped === null && command === null ? text : '',
    command,
    callback: tapped === null ? null : { data: tapped, messageId: message.id },
    addressed: place !== 'group' || mentioned || command !== null || tapped !== null,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

type Block = z.infer<typeof block>;

/** A picture with a caption comes as a block of several. */
function blocksOf({ type, payload }: Block): Block[] {
  if (type !== 'bloc') return [{ type, payload }];
  return z.array(block).safeParse(payload['items']).data ?? [];
}

export function textOf(message: Block): string {
  const texts = blocksOf(message).flatMap(({ type, payload }) => {
    const said = payload['text'] ?? payload['caption'];
    return typeof said === 'string' && (type === 'text' || payload['text'] === undefined) ? [said] : [];
  });
  return texts.join('\n').trim();
}

const attachmentsOf = (message: Block): AttachmentKind[] =>
  blocksOf(message).flatMap(({ type }) => (type === 'text' ? [] : [attachmentOf[type] ?? 'other']));

/** Botpress does not say what the bot is called in a group: a word that begins with a mention is for it. */
function withoutMention(raw: string): { text: string; mentioned: boolean } {
  const rest = raw.replace(/^@\S+\s*/u, '');
  return { text: rest, mentioned: rest !== raw };
}
