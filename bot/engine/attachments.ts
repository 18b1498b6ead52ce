import type { AttachmentKind, InboundMessage } from '../model.ts';

/** What came besides text and is not read; a sticker beside text needs no word. */
export const unreadIn = ({ attachments = [], text, command }: InboundMessage): readonly AttachmentKind[] =>
  text === '' && command === null ? attachments : attachments.filter((kind) => kind !== 'sticker');
