import { z } from 'zod';
import type { InboundMessage } from '../../model.ts';
import { channelName } from './contract.ts';

/** What is stored of a posted message before it is acknowledged; enough to handle it after a crash. */
const storedInbound = z.object({
  externalUserId: z.string(),
  locale: z.enum(['zh-CN', 'en']),
  clientId: z.string(),
  content: z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('tap'), data: z.string(), messageId: z.number() }),
  ]),
});
export type StoredInbound = z.infer<typeof storedInbound>;

/** Null for a payload that this version cannot read. */
export function readInbound(payload: string): StoredInbound | null {
  try {
    return storedInbound.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** The visitor is part of the ID: nobody can block another's message by using its ID first. */
export const externalIdOf = (externalUserId: string, clientId: string): string =>
  `${externalUserId.slice(0, 24)}:${clientId}`;

export function toInboundMessage(stored: StoredInbound, externalId: string): InboundMessage {
  const { content } = stored;
  const text = content.type === 'text' ? content.text : '';
  const command = /^\/([a-z]\w*)(?:\s+([\s\S]*))?$/i.exec(text);
  return {
    channel: channelName,
    externalId,
    chat: { id: stored.externalUserId, kind: 'private' },
    sender: { externalUserId: stored.externalUserId, locale: stored.locale },
    text,
    command: command?.[1] === undefined ? null : { name: command[1].toLowerCase(), args: command[2] ?? '' },
    callback: content.type === 'tap' ? { data: content.data, messageId: content.messageId.toString() } : null,
    addressed: true,
  };
}
