import { z } from 'zod';
import type { ChatMessageStore } from '../../../activities/ports/store.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import type { ChatItem } from './contract.ts';

/** Form of `ChatMessageStore` bodies: what is written here is read only here. */

const visitorBody = z.object({
  text: z.string(),
  /** The text is the label of a tapped button. */
  tapped: z.boolean().optional(),
  clientId: z.string().optional(),
});

const button = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('callback'), label: z.string(), data: z.string() }),
  z.object({ kind: z.literal('link'), label: z.string(), url: z.string() }),
]);

const botBody = z.object({
  paragraphs: z.array(z.string()),
  buttons: z.array(z.array(button)),
  citation: z.string().nullable(),
  /** An edit: ID of the row whose place this message takes. */
  replaces: z.number().optional(),
});

export type VisitorBody = z.infer<typeof visitorBody>;

export const writeVisitorBody = (body: VisitorBody): string => JSON.stringify(body);

export const writeBotBody = (message: OutboundMessage, replaces: number | null): string =>
  JSON.stringify({
    paragraphs: message.paragraphs,
    buttons: message.buttons,
    citation: message.citation,
    ...(replaces === null ? {} : { replaces }),
  } satisfies z.infer<typeof botBody>);

type Row = Awaited<ReturnType<ChatMessageStore['after']>>[number];

/** A row that does not read shows as an empty message: one bad row must not hide a conversation. */
export function readRow(row: Row): ChatItem {
  const body = parseJson(row.body);
  if (row.direction === 'in') {
    const { data } = visitorBody.safeParse(body);
    return {
      id: row.id,
      at: row.at,
      from: 'visitor',
      text: data?.text ?? '',
      tapped: data?.tapped ?? false,
      clientId: data?.clientId ?? null,
    };
  }
  const { data } = botBody.safeParse(body);
  return {
    id: row.id,
    at: row.at,
    from: 'bot',
    message: {
      paragraphs: data?.paragraphs ?? [],
      buttons: data?.buttons ?? [],
      citation: data?.citation ?? null,
    },
    replaces: data?.replaces ?? null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
