import type { AttachmentKind } from '../../model.ts';
import { valueOf } from './segments.ts';
import type { Segment } from './segments.ts';

/** A message as text, with what in it calls the bot. */
export interface Said {
  /** Without the mention of the bot. */
  text: string;
  mentioned: boolean;
  /** Somebody else is mentioned, or everybody. */
  mentionsOthers: boolean;
  /** ID of the message that this one replies to. */
  replyTo: string | null;
  attachments: AttachmentKind[];
}

export function saidIn(segments: Segment[], selfId: string): Said {
  const mentions = segments.filter(({ type }) => type === 'at').map((segment) => valueOf(segment, 'qq'));
  const reply = segments.find(({ type }) => type === 'reply');
  const replyTo = reply === undefined ? '' : valueOf(reply, 'id');
  const text = textOf(segments);
  return {
    text,
    mentioned: mentions.includes(selfId),
    mentionsOthers: mentions.some((qq) => qq !== selfId),
    replyTo: replyTo === '' ? null : replyTo,
    attachments: attachmentsIn(segments, text),
  };
}

/** Text alone: a mention stands between the words as a space, and faces say nothing. */
export const textOf = (segments: Segment[]): string =>
  segments
    .map((segment) => (segment.type === 'text' ? valueOf(segment, 'text') : segment.type === 'at' ? ' ' : ''))
    .join('')
    .trim();

const kinds: Record<string, AttachmentKind> = {
  ...{ image: 'photo', flash: 'photo', file: 'document', record: 'voice', video: 'video' },
  ...{ mface: 'sticker', marketface: 'sticker', bface: 'sticker', dice: 'sticker', rps: 'sticker' },
};

/** No content of their own: they say where or to whom, or are drawn into the text. */
const noContent = ['text', 'at', 'reply', 'face', 'markdown', 'keyboard', 'poke', 'shake', 'anonymous'];

function attachmentsIn(segments: Segment[], text: string): AttachmentKind[] {
  const found = segments
    .filter(({ type }) => !noContent.includes(type))
    .map((segment) => (isDrawnSticker(segment) ? 'sticker' : (kinds[segment.type] ?? 'other')));
  const onlyFaces = found.length === 0 && text === '' && segments.some(({ type }) => type === 'face');
  return onlyFaces ? ['sticker'] : [...new Set(found)];
}

/** A picture from somebody's collection of stickers comes as an image with a sub-type of its own. */
const isDrawnSticker = (segment: Segment): boolean =>
  segment.type === 'image' &&
  (valueOf(segment, 'sub_type') === '1' ||
    valueOf(segment, 'subType') === '1' ||
    valueOf(segment, 'summary') === '[动画表情]');
